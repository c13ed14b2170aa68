package com.eyewearml.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Random networks, weights and pictures for property tests; the same seed gives the same ones. */
public final class RandomGraphs {
    private static final int LARGEST_UPSAMPLED = 12;

    private RandomGraphs() { }

    /** Parameters scaled so that activations neither vanish nor explode from layer to layer. */
    public static Weights weights(Graph graph, SplittableRandom random) {
        float[] values = new float[graph.parameterCount()];
        int at = 0;
        for (Layer layer : graph.layers()) {
            int fanIn = layer.biasCount() == 0 ? 1 : layer.weightCount() / layer.biasCount();
            double scale = Math.sqrt(3.0 / fanIn);
            for (int i = 0; i < layer.weightCount(); i++) {
                values[at++] = (float) (scale * random.nextDouble(-1, 1));
            }
            for (int i = 0; i < layer.biasCount(); i++) {
                values[at++] = (float) random.nextDouble(-0.2, 0.2);
            }
        }
        return new Weights(graph, values);
    }

    /** Values in [-1, 1). */
    public static float[] picture(Graph graph, SplittableRandom random) {
        float[] picture = new float[graph.inputSize() * graph.inputSize() * Graph.INPUT_CHANNELS];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = (float) random.nextDouble(-1, 1);
        }
        return picture;
    }

    /** A network of a few layers of every kind, odd and even sizes, any number of channels, several outputs. */
    public static Graph graph(SplittableRandom random) {
        int inputSize = random.nextInt(1, 18);
        List<Layer> layers = new ArrayList<>();
        ActivationShape shape = new ActivationShape(inputSize, inputSize, Graph.INPUT_CHANNELS);
        String last = Graph.INPUT;
        List<String> outputs = new ArrayList<>();
        int count = random.nextInt(1, 7);
        for (int i = 0; i < count; i++) {
            int kernel = 2 * random.nextInt(3) + 1;
            int stride = random.nextInt(1, 3);
            boolean relu = random.nextBoolean();
            String name = "layer" + i;
            int channels = random.nextInt(1, 21);
            boolean first = last.equals(Graph.INPUT);
            Layer layer = switch (first ? 0 : random.nextInt(6)) {
                case 0 -> new Layer.Conv(name, last, shape.channels(), channels, kernel, stride, relu);
                case 1 -> new Layer.Depthwise(name, last, shape.channels(), Math.max(kernel, 3), stride, relu);
                case 2 -> new Layer.Dense(name, last, shape.size(), channels, relu);
                case 3 -> shape.width() > LARGEST_UPSAMPLED ? new Layer.Conv(name, last, shape.channels(), channels, 1, 1, relu)
                        : new Layer.Upsample(name, last);
                case 4 -> new Layer.Expectation(name, last);
                default -> new Layer.Conv(name, last, shape.channels(), shape.channels(), 1, 1, false);
            };
            layers.add(layer);
            Map<String, ActivationShape> shapes = new Graph("partial", 1, inputSize, layers, List.of(name)).shapes();
            if (!first && layer instanceof Layer.Conv conv && conv.outChannels() == shape.channels() && conv.stride() == 1) {
                layers.add(new Layer.Add(name + "sum", name, last, relu));
                name += "sum";
            } else if (random.nextBoolean()) {
                String earlier = earlier(shapes, name);
                if (earlier != null) {
                    layers.add(new Layer.Add(name + "sum", earlier, name, relu));
                    name += "sum";
                }
            }
            last = name;
            if (random.nextInt(3) == 0) {
                outputs.add(name);
            }
            shape = shapes.get(layer.name());
        }
        if (!outputs.contains(last)) {
            outputs.add(last);
        }
        return new Graph("random", 1, inputSize, layers, outputs);
    }

    /** Another activation of the same shape, the picture excepted, which only convolutions may read; null where there is none. */
    private static String earlier(Map<String, ActivationShape> shapes, String name) {
        return shapes.keySet().stream().filter(other -> !other.equals(name) && !other.equals(Graph.INPUT)
                && shapes.get(other).equals(shapes.get(name))).findFirst().orElse(null);
    }
}
