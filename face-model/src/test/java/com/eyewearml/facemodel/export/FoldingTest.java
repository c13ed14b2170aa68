package com.eyewearml.facemodel.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import com.eyewearml.facemodel.train.GraphBlock;
import com.eyewearml.nn.FaceNetworks;
import com.eyewearml.nn.Graph;
import com.eyewearml.nn.Layer;
import com.eyewearml.nn.ScalarExecutor;
import com.eyewearml.nn.Weights;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The trained block, its folded weights in ONNX Runtime and the scalar executor are the same function. */
class FoldingTest {
    private static final float TOLERANCE_OF_RANGE = 1e-3f;

    /** A layer of every kind: convolutions with and without normalisation, maps that become positions, a larger map rejoining. */
    private static final Graph EVERY_LAYER = new Graph("every-layer", 1, 24, List.of(
            new Layer.Conv("stem", Graph.INPUT, 3, 6, 3, 2, true),
            new Layer.Depthwise("down", "stem", 6, 3, 2, false),
            new Layer.Conv("inner", "down", 6, 6, 1, 1, false),
            new Layer.Upsample("larger", "inner"),
            new Layer.Add("joined", "larger", "stem", true),
            new Layer.Conv("heat", "joined", 6, 5, 1, 1, false),
            new Layer.Expectation("anchors", "heat"),
            new Layer.Dense("local", "anchors", 10, 4, false),
            new Layer.Dense("context", "inner", 6 * 6 * 6, 4, true),
            new Layer.Add("shape", "local", "context", false),
            new Layer.Conv("map", "joined", 6, 2, 3, 2, false)), List.of("shape", "map"));

    @Test
    void everyLayerAnswersAsTheTrainedBlock() throws Exception {
        assertFoldedEqualsTrained(EVERY_LAYER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"landmarker", "detector"})
    void foldedNetworkAnswersAsTheTrainedBlock(String name) throws Exception {
        assertFoldedEqualsTrained(name.equals("landmarker") ? FaceNetworks.landmarker() : FaceNetworks.detector());
    }

    private static void assertFoldedEqualsTrained(Graph graph) throws Exception {
        Random random = new Random(7);
        float[] input = new float[3 * graph.inputSize() * graph.inputSize()];
        for (int i = 0; i < input.length; i++) {
            input[i] = 2 * random.nextFloat() - 1;
        }
        try (Model model = Model.newInstance(graph.name(), Device.cpu())) {
            GraphBlock block = new GraphBlock(graph, List.of());
            model.setBlock(block);
            block.initialize(model.getNDManager(), DataType.FLOAT32, new Shape(1, 3, graph.inputSize(), graph.inputSize()));
            disturbNormalisation(block, random);
            float[] trained = run(block, model.getNDManager(), input);

            Weights folded = Folding.fold(block);
            ScalarExecutor scalar = new ScalarExecutor(folded);
            System.arraycopy(input, 0, scalar.input(), 0, input.length);
            assertClose(trained, scalar.run());
            try (OnnxExecutor onnx = new OnnxExecutor(OnnxFile.encode(folded), graph)) {
                assertClose(trained, onnx.run(input));
            }
        }
    }

    /** Running statistics and affine parameters away from their neutral start, so that a forgotten term shows. */
    private static void disturbNormalisation(GraphBlock block, Random random) {
        for (var entry : block.getParameters()) {
            Parameter parameter = entry.getValue();
            NDArray array = parameter.getArray();
            float[] values = array.toFloatArray();
            for (int i = 0; i < values.length; i++) {
                switch (parameter.getType()) {
                    case GAMMA, RUNNING_VAR -> values[i] = 0.5f + random.nextFloat();
                    case BETA, RUNNING_MEAN, BIAS -> values[i] = 0.4f * random.nextFloat() - 0.2f;
                    default -> { }
                }
            }
            array.set(values);
        }
    }

    private static float[] run(GraphBlock block, NDManager parent, float[] input) {
        int size = block.graph().inputSize();
        try (NDManager manager = parent.newSubManager()) {
            NDArray x = manager.create(input, new Shape(1, size, size, 3)).transpose(0, 3, 1, 2);
            NDList outputs = block.forward(new ParameterStore(manager, false), new NDList(x), false);
            float[] all = new float[block.graph().outputSize()];
            int at = 0;
            for (NDArray output : outputs) {
                NDArray ordered = output.getShape().dimension() == 4 ? output.transpose(0, 2, 3, 1) : output;
                float[] values = ordered.toFloatArray();
                System.arraycopy(values, 0, all, at, values.length);
                at += values.length;
            }
            return all;
        }
    }

    private static void assertClose(float[] expected, float[] actual) {
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (float v : expected) {
            min = Math.min(min, v);
            max = Math.max(max, v);
        }
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], TOLERANCE_OF_RANGE * (max - min), "output " + i);
        }
    }
}
