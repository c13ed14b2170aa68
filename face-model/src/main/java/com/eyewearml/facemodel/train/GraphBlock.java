package com.eyewearml.facemodel.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import com.eyewearml.nn.ActivationShape;
import com.eyewearml.nn.Graph;
import com.eyewearml.nn.Layer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A {@link Graph} as a trainable block. Every convolution but the outputs is followed by batch normalisation, which the exporter
 * folds into the convolution. Input {@code [batch, 3, size, size]}; outputs in the order of {@link Graph#outputs()}, maps as
 * {@code [batch, channels, height, width]}.
 */
public final class GraphBlock extends AbstractBlock {
    private static final byte VERSION = 1;
    private static final int NEAREST = 0;

    private final Graph graph;
    private final List<String> outputs;
    private final Map<String, Block> operations = new LinkedHashMap<>();
    private final Map<String, BatchNorm> norms = new LinkedHashMap<>();

    /** @param auxiliaries inner activations returned behind the graph's outputs */
    public GraphBlock(Graph graph, List<String> auxiliaries) {
        super(VERSION);
        this.graph = graph;
        outputs = Stream.concat(graph.outputs().stream(), auxiliaries.stream()).toList();
        for (Layer layer : graph.layers()) {
            switch (layer) {
                case Layer.Conv c -> convolution(c.name(), c.outChannels(), c.kernel(), c.stride(), 1,
                        normalised(c));
                case Layer.Depthwise d -> convolution(d.name(), d.channels(), d.kernel(), d.stride(), d.channels(), false);
                case Layer.Dense d -> operations.put(d.name(),
                        addChildBlock(d.name(), Linear.builder().setUnits(d.outputs()).build()));
                case Layer.Add _, Layer.Upsample _, Layer.Expectation _ -> { }
            }
        }
    }

    /** Outputs and maps that become positions keep their own scale. */
    private boolean normalised(Layer.Conv conv) {
        return !graph.outputs().contains(conv.name())
                && graph.layers().stream().noneMatch(l -> l instanceof Layer.Expectation e && e.input().equals(conv.name()));
    }

    private void convolution(String name, int filters, int kernel, int stride, int groups, boolean normalised) {
        operations.put(name, addChildBlock(name, Conv2d.builder().setFilters(filters).setKernelShape(new Shape(kernel, kernel))
                .optStride(new Shape(stride, stride)).optPadding(new Shape(kernel / 2, kernel / 2)).optGroups(groups)
                .optBias(!normalised).build()));
        if (normalised) {
            norms.put(name, addChildBlock(name + "Norm", BatchNorm.builder().build()));
        }
    }

    /** The definition this block trains. */
    public Graph graph() {
        return graph;
    }

    /** Convolution or linear block of a layer. */
    public Block operation(String layer) {
        return operations.get(layer);
    }

    /** Normalisation that follows a layer, or null where none does. */
    public BatchNorm norm(String layer) {
        return norms.get(layer);
    }

    @Override
    protected NDList forwardInternal(ParameterStore store, NDList inputs, boolean training, PairList<String, Object> parameters) {
        Map<String, NDArray> activations = new HashMap<>();
        activations.put(Graph.INPUT, inputs.singletonOrThrow());
        for (Layer layer : graph.layers()) {
            NDArray out = switch (layer) {
                case Layer.Conv c -> relu(c.relu(), apply(store, c.name(), activations.get(c.input()), training));
                case Layer.Depthwise d -> relu(d.relu(), apply(store, d.name(), activations.get(d.input()), training));
                case Layer.Add a -> relu(a.relu(), activations.get(a.left()).add(activations.get(a.right())));
                case Layer.Upsample u -> upsample(activations.get(u.input()));
                case Layer.Expectation e -> expectation(activations.get(e.input()));
                case Layer.Dense d -> {
                    NDArray in = activations.get(d.input());
                    yield relu(d.relu(), apply(store, d.name(), in.reshape(in.getShape().get(0), d.inputs()), training));
                }
            };
            activations.put(layer.name(), out);
        }
        NDList outputs = new NDList();
        for (String output : this.outputs) {
            outputs.add(activations.get(output));
        }
        return outputs;
    }

    private static NDArray upsample(NDArray map) {
        long[] size = {2 * map.getShape().get(2), 2 * map.getShape().get(3)};
        return map.getNDArrayInternal().interpolation(size, NEAREST, false);
    }

    private static NDArray expectation(NDArray maps) {
        long batch = maps.getShape().get(0), channels = maps.getShape().get(1), side = maps.getShape().get(2);
        float[] positions = new float[(int) (2 * side * side)];
        for (int i = 0; i < side * side; i++) {
            positions[2 * i] = (2 * (i % side) + 1 - side) / (float) side;
            positions[2 * i + 1] = (2 * (i / side) + 1 - side) / (float) side;
        }
        NDArray grid = maps.getManager().create(positions, new Shape(side * side, 2));
        return maps.reshape(batch, channels, side * side).softmax(2).matMul(grid).reshape(batch, 2 * channels);
    }

    private NDArray apply(ParameterStore store, String name, NDArray in, boolean training) {
        NDArray out = operations.get(name).forward(store, new NDList(in), training).singletonOrThrow();
        BatchNorm norm = norms.get(name);
        return norm == null ? out : norm.forward(store, new NDList(out), training).singletonOrThrow();
    }

    private static NDArray relu(boolean relu, NDArray in) {
        return relu ? in.getNDArrayInternal().relu() : in;
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
        Map<String, ActivationShape> shapes = graph.shapes();
        for (Layer layer : graph.layers()) {
            switch (layer) {
                case Layer.Conv c -> initialize(manager, dataType, c.name(), shapes.get(c.input()), shapes.get(c.name()));
                case Layer.Depthwise d -> initialize(manager, dataType, d.name(), shapes.get(d.input()), shapes.get(d.name()));
                case Layer.Dense d -> operations.get(d.name()).initialize(manager, dataType, new Shape(1, d.inputs()));
                case Layer.Add _, Layer.Upsample _, Layer.Expectation _ -> { }
            }
        }
    }

    private void initialize(NDManager manager, DataType dataType, String name, ActivationShape in, ActivationShape out) {
        operations.get(name).initialize(manager, dataType, new Shape(1, in.channels(), in.height(), in.width()));
        if (norms.containsKey(name)) {
            norms.get(name).initialize(manager, dataType, new Shape(1, out.channels(), out.height(), out.width()));
        }
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        long batch = inputShapes[0].get(0);
        Map<String, ActivationShape> shapes = graph.shapes();
        return outputs.stream().map(name -> {
            ActivationShape s = shapes.get(name);
            return s.height() == 1 && s.width() == 1 ? new Shape(batch, s.channels())
                    : new Shape(batch, s.channels(), s.height(), s.width());
        }).toArray(Shape[]::new);
    }
}
