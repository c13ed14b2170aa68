package com.eyewearml.nn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A feed-forward network: layers in execution order over one square RGB picture named {@value #INPUT}. The same definition
 * gives the training block, the ONNX file, the client file and every executor, so that they cannot drift apart.
 *
 * <p>Input values lie in [-1, 1], order row, column, channel (R, G, B). Outputs are reported in row, column, channel order.
 *
 * @param name      stable name, part of the client file
 * @param version   raised whenever layers change; a client file of another version is refused
 * @param inputSize side of the picture in pixels
 * @param layers    in execution order; each reads only earlier layers or the input
 * @param outputs   names of the layers whose activations are results, in order
 */
public record Graph(String name, int version, int inputSize, List<Layer> layers, List<String> outputs) {
    /** Name of the picture that goes in. */
    public static final String INPUT = "input";
    /** Colour channels of the picture. */
    public static final int INPUT_CHANNELS = 3;

    /** @throws IllegalArgumentException where a layer reads something that is not there, or channels do not agree */
    public Graph {
        layers = List.copyOf(layers);
        outputs = List.copyOf(outputs);
        Map<String, ActivationShape> shapes = shapes(inputSize, layers);
        for (String output : outputs) {
            if (!shapes.containsKey(output)) {
                throw new IllegalArgumentException("graph " + name + ": output " + output + " is produced by no layer");
            }
        }
    }

    /** Shape of every activation by name, the input included, in execution order. */
    public Map<String, ActivationShape> shapes() {
        return shapes(inputSize, layers);
    }

    /** Total number of parameters: for each layer in order its weights, then its bias. */
    public int parameterCount() {
        int n = 0;
        for (Layer layer : layers) {
            n += layer.weightCount() + layer.biasCount();
        }
        return n;
    }

    /** Length of all outputs laid end to end. */
    public int outputSize() {
        Map<String, ActivationShape> shapes = shapes();
        int n = 0;
        for (String output : outputs) {
            n += shapes.get(output).size();
        }
        return n;
    }

    /** Multiply-adds of one run. */
    public long multiplyAdds() {
        Map<String, ActivationShape> shapes = shapes();
        long n = 0;
        for (Layer layer : layers) {
            ActivationShape out = shapes.get(layer.name());
            long positions = (long) out.height() * out.width();
            n += positions * layer.weightCount();
        }
        return n;
    }

    private static Map<String, ActivationShape> shapes(int inputSize, List<Layer> layers) {
        Map<String, ActivationShape> shapes = new LinkedHashMap<>();
        shapes.put(INPUT, new ActivationShape(inputSize, inputSize, INPUT_CHANNELS));
        for (Layer layer : layers) {
            ActivationShape out = switch (layer) {
                case Layer.Conv c -> convolved(require(shapes, c.input(), c.name(), c.inChannels()), c.outChannels(), c.stride());
                case Layer.Depthwise d -> convolved(require(shapes, d.input(), d.name(), d.channels()), d.channels(), d.stride());
                case Layer.Add a -> sum(shapes, a);
                case Layer.Dense d -> dense(shapes, d);
                case Layer.Upsample u -> upsampled(require(shapes, u.input(), u.name(), -1));
                case Layer.Expectation e -> expectation(require(shapes, e.input(), e.name(), -1), e);
            };
            if (shapes.put(layer.name(), out) != null) {
                throw new IllegalArgumentException("two layers are named " + layer.name());
            }
        }
        return shapes;
    }

    private static ActivationShape require(Map<String, ActivationShape> shapes, String input, String layer, int channels) {
        ActivationShape shape = shapes.get(input);
        if (shape == null) {
            throw new IllegalArgumentException("layer " + layer + " reads " + input + ", which no earlier layer produces");
        }
        if (channels >= 0 && shape.channels() != channels) {
            throw new IllegalArgumentException("layer " + layer + " expects " + channels + " channels, " + input + " has "
                    + shape.channels());
        }
        return shape;
    }

    private static ActivationShape convolved(ActivationShape in, int channels, int stride) {
        return new ActivationShape((in.height() - 1) / stride + 1, (in.width() - 1) / stride + 1, channels);
    }

    private static ActivationShape sum(Map<String, ActivationShape> shapes, Layer.Add add) {
        ActivationShape left = require(shapes, add.left(), add.name(), -1);
        ActivationShape right = require(shapes, add.right(), add.name(), -1);
        if (!left.equals(right)) {
            throw new IllegalArgumentException("layer " + add.name() + " adds " + left + " and " + right);
        }
        return left;
    }

    private static ActivationShape dense(Map<String, ActivationShape> shapes, Layer.Dense dense) {
        ActivationShape in = require(shapes, dense.input(), dense.name(), -1);
        if (in.size() != dense.inputs()) {
            throw new IllegalArgumentException("layer " + dense.name() + " expects " + dense.inputs() + " inputs, "
                    + dense.input() + " has " + in.size());
        }
        return new ActivationShape(1, 1, dense.outputs());
    }

    private static ActivationShape upsampled(ActivationShape in) {
        return new ActivationShape(2 * in.height(), 2 * in.width(), in.channels());
    }

    private static ActivationShape expectation(ActivationShape in, Layer.Expectation layer) {
        if (in.height() != in.width()) {
            throw new IllegalArgumentException("layer " + layer.name() + " expects a square activation, " + layer.input() + " is " + in);
        }
        return new ActivationShape(1, 1, 2 * in.channels());
    }
}
