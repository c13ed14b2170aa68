package com.eyewearml.facemodel.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import com.eyewearml.nn.Graph;
import com.eyewearml.nn.Layer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code FoldingTest}, which compares the block with the executors, does not see: inner activations, gradients, normalisation. */
class GraphBlockTest {
    private static final int SIZE = 8;
    private static final Graph GRAPH = new Graph("maps", 1, SIZE, List.of(
            new Layer.Conv("stem", Graph.INPUT, 3, 4, 3, 2, true),
            new Layer.Depthwise("depthwise", "stem", 4, 3, 1, false),
            new Layer.Upsample("larger", "depthwise"),
            new Layer.Conv("heat", "larger", 4, 2, 1, 1, false),
            new Layer.Expectation("anchors", "heat"),
            new Layer.Conv("map", "stem", 4, 1, 1, 1, false)), List.of("map"));

    @Test
    void auxiliariesFollowTheOutputsInTheShapesAnnounced() {
        try (NDManager manager = NDManager.newBaseManager()) {
            GraphBlock block = block(manager);
            NDList outputs = block.forward(new ParameterStore(manager, false), new NDList(picture(manager)), false);
            Shape[] announced = block.getOutputShapes(new Shape[] {new Shape(2, 3, SIZE, SIZE)});
            assertArrayEquals(outputs.stream().map(NDArray::getShape).toArray(Shape[]::new), announced);
            assertArrayEquals(new Shape[] {new Shape(2, 1, 4, 4), new Shape(2, 4), new Shape(2, 4, 8, 8)}, announced);
        }
    }

    @Test
    void onlyConvolutionsThatKeepNoScaleOfTheirOwnAreNormalised() {
        try (NDManager manager = NDManager.newBaseManager()) {
            GraphBlock block = block(manager);
            assertNotNull(block.norm("stem"));
            for (String name : List.of("depthwise", "heat", "map")) {
                assertNull(block.norm(name), name);
                assertTrue(block.operation(name).getParameters().stream().anyMatch(p -> p.getValue().getType() == Parameter.Type.BIAS), name);
            }
        }
    }

    /** The gradient of the positions reaches every parameter on their way. */
    @Test
    void positionsHaveAGradient() {
        try (NDManager manager = NDManager.newBaseManager()) {
            GraphBlock block = block(manager);
            block.getParameters().forEach(p -> p.getValue().getArray().setRequiresGradient(p.getValue().requiresGradient()));
            NDArray weights = block.operation("depthwise").getParameters().valueAt(0).getArray();
            float[] gradient;
            try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
                collector.backward(loss(block, manager));
                gradient = weights.getGradient().toFloatArray();
            }
            float step = 1e-2f;
            float[] values = weights.toFloatArray();
            float[] moved = values.clone();
            moved[4] += step;
            weights.set(moved);
            float above = loss(block, manager).getFloat();
            moved[4] -= 2 * step;
            weights.set(moved);
            float below = loss(block, manager).getFloat();
            assertTrue(Math.abs(gradient[4]) > 1e-4, "a vanishing gradient proves nothing");
            assertEquals((above - below) / (2 * step), gradient[4], 0.02 * Math.abs(gradient[4]));
        }
    }

    /** Sum of the x of one position and the y of the other. */
    private static NDArray loss(GraphBlock block, NDManager manager) {
        NDArray anchors = block.forward(new ParameterStore(manager, false), new NDList(picture(manager)), true).get(1);
        return anchors.get(":, 0").add(anchors.get(":, 3")).sum();
    }

    private static GraphBlock block(NDManager manager) {
        manager.getEngine().setRandomSeed(3);
        GraphBlock block = new GraphBlock(GRAPH, List.of("anchors", "larger"));
        block.initialize(manager, DataType.FLOAT32, new Shape(1, 3, SIZE, SIZE));
        return block;
    }

    private static NDArray picture(NDManager manager) {
        return manager.arange(2f * 3 * SIZE * SIZE).mul(0.37f).sin().reshape(2, 3, SIZE, SIZE);
    }
}
