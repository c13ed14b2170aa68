package com.eyewearml.facemodel.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.eyewearml.nn.DirectExecutor;
import com.eyewearml.nn.Graph;
import com.eyewearml.nn.RandomGraphs;
import com.eyewearml.nn.Weights;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Written models in ONNX Runtime against the definition of the layers. */
class OnnxFileTest {
    /** Permitted difference in units of the output range. */
    private static final double TOLERANCE = 1e-5;
    private static final int RANDOM_NETWORKS = 300;

    @Test
    void randomNetworksEqualTheirDefinition() throws Exception {
        for (int seed = 0; seed < RANDOM_NETWORKS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Graph graph = RandomGraphs.graph(random);
            Weights weights = RandomGraphs.weights(graph, random);
            float[] picture = RandomGraphs.picture(graph, random);
            try (OnnxExecutor onnx = new OnnxExecutor(OnnxFile.encode(weights), graph)) {
                assertClose(new DirectExecutor(weights).run(picture), onnx.run(picture), graph);
            }
        }
    }

    private static void assertClose(float[] expected, float[] actual, Graph graph) {
        assertEquals(expected.length, actual.length);
        double range = 1;
        for (float value : expected) {
            range = Math.max(range, Math.abs(value));
        }
        for (int i = 0; i < expected.length; i++) {
            int index = i;
            assertEquals(expected[i], actual[i], TOLERANCE * range, () -> "value " + index + " of " + graph);
        }
    }
}
