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
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Writes a network as an ONNX model: IR version 9, operator set 17, float32. Field numbers are those of {@code onnx.proto}.
 * Input {@code input} is {@code [N, 3, size, size]}; each output keeps the name of its layer and the row, column, channel order
 * of {@link Graph}.
 */
public final class OnnxFile {
    private static final int IR_VERSION = 9;
    private static final int OPERATOR_SET = 17;
    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private final Graph graph;
    private final Weights weights;
    private final Map<String, ActivationShape> shapes;
    /** Layers whose activation is a tensor {@code [N, channels]}; the others' are {@code [N, channels, height, width]}. */
    private final Set<String> vectors = new HashSet<>();
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
                case Layer.Add a -> add(a);
                case Layer.Dense d -> dense(d);
                case Layer.Upsample u -> upsample(u);
                case Layer.Expectation e -> expectation(e);
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
        layer(layer, relu, "Conv", attributes, map(input, layer), layer.name() + ".weight", layer.name() + ".bias");
    }

    private void add(Layer.Add layer) {
        if (vectors.contains(layer.left()) || vectors.contains(layer.right())) {
            vectors.add(layer.name());
            layer(layer, layer.relu(), "Add", new Message(), vector(layer.left(), layer), vector(layer.right(), layer));
        } else {
            layer(layer, layer.relu(), "Add", new Message(), activation(layer.left()), activation(layer.right()));
        }
    }

    private void dense(Layer.Dense layer) {
        vectors.add(layer.name());
        Message attributes = new Message().message(5, new Message().text(1, "transB").integer(3, 1).integer(20, 2));
        constants(layer, layer.outputs(), layer.inputs());
        layer(layer, layer.relu(), "Gemm", attributes, vector(layer.input(), layer), layer.name() + ".weight", layer.name() + ".bias");
    }

    private void upsample(Layer.Upsample layer) {
        String scales = layer.name() + ".scales";
        floats(scales, new float[] {1, 1, 2, 2}, 4);
        Message attributes = new Message().message(5, string("mode", "nearest"))
                .message(5, string("coordinate_transformation_mode", "asymmetric")).message(5, string("nearest_mode", "floor"));
        String noRegion = "";
        layer(layer, false, "Resize", attributes, map(layer.input(), layer), noRegion, scales);
    }

    private void expectation(Layer.Expectation layer) {
        vectors.add(layer.name());
        ActivationShape in = shapes.get(layer.input());
        int side = in.width();
        float[] positions = new float[2 * side * side];
        for (int i = 0; i < side * side; i++) {
            positions[2 * i] = (2 * (i % side) + 1 - side) / (float) side;
            positions[2 * i + 1] = (2 * (i / side) + 1 - side) / (float) side;
        }
        String name = layer.name();
        floats(name + ".positions", positions, side * side, 2);
        String planes = reshaped(map(layer.input(), layer), name + ".planes", in.channels(), side * side);
        node("Softmax", name + ".weights", new Message().message(5, new Message().text(1, "axis").integer(3, 2).integer(20, 2)), planes);
        node("MatMul", name + ".means", new Message(), name + ".weights", name + ".positions");
        reshaped(name + ".means", activation(name), 2 * in.channels());
    }

    /** Adds a layer's node and, where asked for, the ReLU behind it. Result: {@link #activation}. */
    private void layer(Layer layer, boolean relu, String operator, Message attributes, String... inputs) {
        String result = activation(layer.name());
        String raw = relu ? result + ".raw" : result;
        node(operator, raw, attributes, inputs);
        if (relu) {
            node("Relu", result, new Message(), raw);
        }
    }

    private void node(String operator, String result, Message attributes, String... inputs) {
        Message node = new Message();
        for (String input : inputs) {
            node.text(1, input);
        }
        nodes.message(1, node.text(2, result).text(4, operator).append(attributes));
    }

    /** A tensor in another shape, batch size kept, under a name that is returned. */
    private String reshaped(String tensor, String result, long... shape) {
        ByteBuffer raw = ByteBuffer.allocate(Long.BYTES * (shape.length + 1)).order(ByteOrder.LITTLE_ENDIAN);
        // A length of zero stands for that of the tensor.
        raw.putLong(0);
        for (long d : shape) {
            raw.putLong(d);
        }
        constant(result + ".shape", INT64, raw, shape.length + 1);
        node("Reshape", result, new Message(), tensor, result + ".shape");
        return result;
    }

    /** Tensor {@code [N, channels, height, width]} of an activation for a layer. */
    private String map(String name, Layer reader) {
        ActivationShape shape = shapes.get(name);
        return vectors.contains(name) ? reshaped(activation(name), reader.name() + ".map", shape.channels(), 1, 1) : activation(name);
    }

    /** Tensor {@code [N, channels * height * width]} of an activation for a layer. */
    private String vector(String name, Layer reader) {
        if (vectors.contains(name)) {
            return activation(name);
        }
        String flat = reader.name() + ".flat";
        node("Flatten", flat, new Message(), activation(name));
        return flat;
    }

    /** Name of a layer's activation inside the model; outputs carry the layer's own name only after their reordering. */
    private String activation(String layer) {
        return !vectors.contains(layer) && graph.outputs().contains(layer) ? layer + ".channels_first" : layer;
    }

    private void output(String name) {
        ActivationShape shape = shapes.get(name);
        if (vectors.contains(name)) {
            nodes.message(12, value(name, shape.channels()));
        } else {
            node("Transpose", name, new Message().message(5, integers("perm", 0, 2, 3, 1)), activation(name));
            nodes.message(12, value(name, shape.height(), shape.width(), shape.channels()));
        }
    }

    private void constants(Layer layer, long... weightShape) {
        int at = weights.offset(layer);
        int biasAt = at + layer.weightCount();
        floats(layer.name() + ".weight", Arrays.copyOfRange(weights.values(), at, biasAt), weightShape);
        floats(layer.name() + ".bias", Arrays.copyOfRange(weights.values(), biasAt, biasAt + layer.biasCount()), layer.biasCount());
    }

    private void floats(String name, float[] values, long... shape) {
        ByteBuffer raw = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        constant(name, FLOAT, raw, shape);
    }

    private void constant(String name, int type, ByteBuffer raw, long... shape) {
        Message tensor = new Message();
        for (long d : shape) {
            tensor.integer(1, d);
        }
        nodes.message(5, tensor.integer(2, type).text(8, name).raw(9, raw.array()));
    }

    private static Message string(String name, String value) {
        return new Message().text(1, name).text(4, value).integer(20, 3);
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
