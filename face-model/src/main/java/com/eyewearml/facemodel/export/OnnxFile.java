package com.eyewearml.facemodel.export;

import com.eyewearml.nn.ActivationShape;
import com.eyewearml.nn.Graph;
import com.eyewearml.nn.Layer;
import com.eyewearml.nn.Weights;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;

/**
 * Writes a network as an ONNX model: IR version 9, operator set 17, float32. Field numbers are those of {@code onnx.proto}.
 * Input {@code input} is {@code [N, 3, size, size]}; each output keeps the name of its layer and the row, column, channel order
 * of {@link Graph}.
 */
public final class OnnxFile {
    private static final int IR_VERSION = 9;
    private static final int OPERATOR_SET = 17;
    private static final int FLOAT = 1;

    private final Graph graph;
    private final Weights weights;
    private final Map<String, ActivationShape> shapes;
    private final Message nodes = new Message();

    private OnnxFile(Weights weights) {
        this.weights = weights;
        graph = weights.graph();
        shapes = graph.shapes();
    }

    /** The bytes of the model. */
    public static byte[] encode(Weights weights) {
        return new OnnxFile(weights).model();
    }

    private byte[] model() {
        for (Layer layer : graph.layers()) {
            switch (layer) {
                case Layer.Conv c -> convolution(c, c.input(), c.kernel(), c.stride(), 1, c.inChannels(), c.relu());
                case Layer.Depthwise d -> convolution(d, d.input(), d.kernel(), d.stride(), d.channels(), 1, d.relu());
                case Layer.Add a -> node(a, a.relu(), "Add", new String[] {a.left(), a.right()}, new Message());
                case Layer.Dense d -> dense(d);
                case Layer.Upsample u -> throw new UnsupportedOperationException(u.name());
                case Layer.Expectation e -> throw new UnsupportedOperationException(e.name());
            }
        }
        nodes.text(2, graph.name());
        nodes.message(11, value(Graph.INPUT, Graph.INPUT_CHANNELS, graph.inputSize(), graph.inputSize()));
        for (String output : graph.outputs()) {
            output(output);
        }
        Message opset = new Message().text(1, "").integer(2, OPERATOR_SET);
        return new Message().integer(1, IR_VERSION).text(2, "eyewearml").message(7, nodes).message(8, opset).bytes();
    }

    private void convolution(Layer layer, String input, int kernel, int stride, int groups, int inPerGroup, boolean relu) {
        Message attributes = new Message().message(5, integers("kernel_shape", kernel, kernel))
                .message(5, integers("strides", stride, stride))
                .message(5, integers("pads", kernel / 2, kernel / 2, kernel / 2, kernel / 2))
                .message(5, new Message().text(1, "group").integer(3, groups).integer(20, 2));
        constants(layer, layer.biasCount(), inPerGroup, kernel, kernel);
        node(layer, relu, "Conv", new String[] {input, layer.name() + ".weight", layer.name() + ".bias"}, attributes);
    }

    private void dense(Layer.Dense layer) {
        ActivationShape in = shapes.get(layer.input());
        String input = layer.input();
        if (in.height() * in.width() > 1) {
            input = layer.name() + ".flat";
            nodes.message(1, new Message().text(1, layer.input()).text(2, input).text(4, "Flatten"));
        }
        Message attributes = new Message().message(5, new Message().text(1, "transB").integer(3, 1).integer(20, 2));
        constants(layer, layer.outputs(), layer.inputs());
        node(layer, layer.relu(), "Gemm", new String[] {input, layer.name() + ".weight", layer.name() + ".bias"}, attributes);
    }

    /** Adds a layer's node and, where asked for, the ReLU behind it. Result: {@link #activation}. */
    private void node(Layer layer, boolean relu, String operator, String[] inputs, Message attributes) {
        Message node = new Message();
        for (String input : inputs) {
            node.text(1, shapes.containsKey(input) ? activation(input) : input);
        }
        String result = activation(layer.name());
        String raw = relu ? result + ".raw" : result;
        nodes.message(1, node.text(2, raw).text(4, operator).append(attributes));
        if (relu) {
            nodes.message(1, new Message().text(1, raw).text(2, result).text(4, "Relu"));
        }
    }

    /** Name of a layer's activation inside the model; outputs carry the layer's own name only after their reordering. */
    private String activation(String layer) {
        return isMap(layer) && graph.outputs().contains(layer) ? layer + ".channels_first" : layer;
    }

    private boolean isMap(String layer) {
        ActivationShape shape = shapes.get(layer);
        return shape.height() * shape.width() > 1;
    }

    private void output(String name) {
        ActivationShape shape = shapes.get(name);
        if (isMap(name)) {
            nodes.message(1, new Message().text(1, activation(name)).text(2, name).text(4, "Transpose")
                    .message(5, integers("perm", 0, 2, 3, 1)));
            nodes.message(12, value(name, shape.height(), shape.width(), shape.channels()));
        } else {
            nodes.message(12, value(name, shape.channels()));
        }
    }

    private void constants(Layer layer, long... weightShape) {
        int at = weights.offset(layer);
        tensor(layer.name() + ".weight", at, layer.weightCount(), weightShape);
        tensor(layer.name() + ".bias", at + layer.weightCount(), layer.biasCount(), layer.biasCount());
    }

    private void tensor(String name, int at, int count, long... shape) {
        Message tensor = new Message();
        for (long d : shape) {
            tensor.integer(1, d);
        }
        ByteBuffer raw = ByteBuffer.allocate(Float.BYTES * count).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(weights.values(), at, count);
        nodes.message(5, tensor.integer(2, FLOAT).text(8, name).raw(9, raw.array()));
    }

    private static Message integers(String name, long... values) {
        Message attribute = new Message().text(1, name);
        for (long v : values) {
            attribute.integer(8, v);
        }
        return attribute.integer(20, 7);
    }

    /** A float tensor of the interface with a free batch size. */
    private static Message value(String name, long... shape) {
        Message dims = new Message().message(1, new Message().text(2, "N"));
        for (long d : shape) {
            dims.message(1, new Message().integer(1, d));
        }
        return new Message().text(1, name)
                .message(2, new Message().message(1, new Message().integer(1, FLOAT).message(2, dims)));
    }

    /** A protocol buffer message under construction. */
    private static final class Message {
        private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
        private final CodedOutputStream out = CodedOutputStream.newInstance(buffer);

        private interface Write {
            void to(CodedOutputStream out) throws IOException;
        }

        private Message write(Write write) {
            try {
                write.to(out);
                return this;
            } catch (IOException e) {
                throw new UncheckedIOException("memory buffer refused a write", e);
            }
        }

        Message integer(int field, long value) {
            return write(o -> o.writeInt64(field, value));
        }

        Message text(int field, String value) {
            return write(o -> o.writeString(field, value));
        }

        Message raw(int field, byte[] value) {
            return write(o -> o.writeBytes(field, ByteString.copyFrom(value)));
        }

        Message message(int field, Message value) {
            return raw(field, value.bytes());
        }

        /** The fields of another message become fields of this one. */
        Message append(Message fields) {
            byte[] bytes = fields.bytes();
            return write(o -> o.writeRawBytes(bytes));
        }

        byte[] bytes() {
            write(CodedOutputStream::flush);
            return buffer.toByteArray();
        }
    }
}
