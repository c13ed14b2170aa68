package com.eyewearml.facemodel.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.facemodel.ReleasedEngine;
import com.eyewearml.nn.FaceNetworks;
import com.eyewearml.nn.Graph;
import com.eyewearml.nn.RecordedVectors;
import com.eyewearml.nn.ScalarExecutor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The released client file, ONNX model and recorded vectors are the same function. */
class ReleaseTest {
    private static final float TOLERANCE_OF_RANGE = 1e-3f;

    @ParameterizedTest
    @ValueSource(strings = {"landmarker", "detector", "visibility"})
    void scalarExecutorAndOnnxRuntimeReproduceTheRecordedVectors(String name) throws Exception {
        Graph graph = FaceNetworks.named(name);
        ScalarExecutor scalar = new ScalarExecutor(ReleasedEngine.weights(graph));
        RecordedVectors recorded = RecordedVectors.parse(ReleasedEngine.file(name + ".vectors"));
        assertEquals(3, recorded.vectors().size());
        try (OnnxExecutor onnx = new OnnxExecutor(ReleasedEngine.file(name + ".onnx"), graph)) {
            for (RecordedVectors.Vector vector : recorded.vectors()) {
                float[] input = vector.input();
                System.arraycopy(input, 0, scalar.input(), 0, input.length);
                assertClose(vector, scalar.run());
                assertClose(vector, onnx.run(input));
            }
        }
    }

    private static void assertClose(RecordedVectors.Vector vector, float[] actual) {
        float range = vector.range();
        assertTrue(range > 0.1f, "a constant answer proves nothing: range " + range);
        assertEquals(vector.output().length, actual.length);
        for (int i = 0; i < actual.length; i++) {
            assertEquals(vector.output()[i], actual[i], TOLERANCE_OF_RANGE * range, "output " + i);
        }
    }
}
