package com.eyewearml.nn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a graph is run, decided once: the steps in order, additions fused into the convolution before them, and the place of
 * every activation in one arena of floats. Places are used again as soon as nothing reads them any more.
 *
 * <p>Activations lie in row, column, channel order. Channels are padded up to a multiple that suits the kernels; padding
 * channels hold zeros. Behind each activation lies a slack of {@value #SLACK_PIXELS} pixels, so that a kernel may work on
 * tiles of up to {@value #TILE_PIXELS} pixels without treating the last ones apart: it may read and write past the end.
 *
 * @param input       where the picture goes, its channels not padded
 * @param steps       in execution order
 * @param outputs     places of the graph's outputs, in its order
 * @param arenaFloats length of the arena
 */
public record ExecutionPlan(Place input, List<Step> steps, List<Place> outputs, int arenaFloats) {
    /** Most pixels that a kernel may work on at once. */
    public static final int TILE_PIXELS = 4;
    /** Largest stride of a convolution. */
    public static final int MAX_STRIDE = 2;
    /** Pixels behind each activation that kernels may touch; with a stride they read that many times as far as they write. */
    public static final int SLACK_PIXELS = MAX_STRIDE * TILE_PIXELS;

    /**
     * An activation in the arena: value (row, column, channel) is at
     * {@code offset + (row * width + column) * pitch + channel}.
     *
     * @param pitch floats from pixel to pixel
     */
    public record Place(int offset, ActivationShape shape, int pitch) {
        /** Pixels of the activation. */
        public int pixels() {
            return shape.height() * shape.width();
        }
    }

    /**
     * One kernel call.
     *
     * @param layer    what is computed; an addition only where it could not be fused
     * @param input    what the layer reads
     * @param addend   what is added to the layer's result; null where nothing is
     * @param output   where the result goes, shared with neither input nor addend
     * @param relu     whether negative results become zero
     */
    public record Step(Layer layer, Place input, Place addend, Place output, boolean relu) {
        /** Lower bound of the results: zero for ReLU, else minus infinity. */
        public float floor() {
            return relu ? 0 : Float.NEGATIVE_INFINITY;
        }
    }

    /**
     * Plans a graph with channels padded to a multiple.
     *
     * @throws IllegalArgumentException where anything but a convolution over all channels reads the picture, whose channels
     *         are not padded, or a stride is larger than the slack allows for
     */
    public static ExecutionPlan of(Graph graph, int channelMultiple) {
        Map<String, ActivationShape> shapes = graph.shapes();
        List<FusedLayer> layers = FusedLayer.of(graph);
        Map<String, Integer> lastReads = lastReads(graph, layers);
        ArenaLayout arena = new ArenaLayout();
        Map<String, Place> places = new HashMap<>();
        Place input = arena.place(shapes.get(Graph.INPUT), Graph.INPUT_CHANNELS);
        places.put(Graph.INPUT, input);
        List<Step> steps = new ArrayList<>();
        for (FusedLayer layer : layers) {
            requireRunnable(graph, layer);
            ActivationShape shape = shapes.get(layer.output());
            Place output = arena.place(shape, roundUp(shape.channels(), channelMultiple));
            Place addend = layer.addend() == null ? null : places.get(layer.addend());
            steps.add(new Step(layer.layer(), places.get(layer.input()), addend, output, layer.relu()));
            places.put(layer.output(), output);
            for (String name : List.copyOf(places.keySet())) {
                if (lastReads.get(name) < steps.size()) {
                    arena.release(places.remove(name));
                }
            }
        }
        List<Place> outputs = new ArrayList<>();
        for (String output : graph.outputs()) {
            outputs.add(places.get(output));
        }
        return new ExecutionPlan(input, List.copyOf(steps), List.copyOf(outputs), arena.floats());
    }

    private static void requireRunnable(Graph graph, FusedLayer layer) {
        int stride = switch (layer.layer()) {
            case Layer.Conv conv -> conv.stride();
            case Layer.Depthwise depthwise -> depthwise.stride();
            case Layer.Dense _, Layer.Add _, Layer.Upsample _, Layer.Expectation _ -> 1;
        };
        if (stride > MAX_STRIDE) {
            throw new IllegalArgumentException("graph " + graph.name() + ": " + layer.layer().name() + " has stride " + stride
                    + "; executors support strides up to " + MAX_STRIDE);
        }
        boolean readsPicture = Graph.INPUT.equals(layer.input()) && !(layer.layer() instanceof Layer.Conv);
        if (readsPicture || Graph.INPUT.equals(layer.addend())) {
            throw new IllegalArgumentException("graph " + graph.name() + ": " + layer.output()
                    + " reads the picture; only convolutions over all channels can");
        }
    }

    /** Number of the last step that reads each activation; beyond all steps for outputs. */
    private static Map<String, Integer> lastReads(Graph graph, List<FusedLayer> layers) {
        Map<String, Integer> lastReads = new HashMap<>();
        lastReads.put(Graph.INPUT, 0);
        for (int i = 0; i < layers.size(); i++) {
            FusedLayer layer = layers.get(i);
            lastReads.put(layer.input(), i);
            if (layer.addend() != null) {
                lastReads.put(layer.addend(), i);
            }
            lastReads.put(layer.output(), i);
        }
        for (String output : graph.outputs()) {
            lastReads.put(output, layers.size());
        }
        return lastReads;
    }

    static int roundUp(int n, int multiple) {
        return (n + multiple - 1) / multiple * multiple;
    }
}
