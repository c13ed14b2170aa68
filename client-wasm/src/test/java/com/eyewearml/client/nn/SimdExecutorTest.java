package com.eyewearml.client.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.client.browsertest.TestServer;
import com.eyewearml.nn.DirectExecutor;
import com.eyewearml.nn.FaceNetworks;
import com.eyewearml.nn.Graph;
import com.eyewearml.nn.Layer;
import com.eyewearml.nn.RandomGraphs;
import com.eyewearml.nn.ScalarExecutor;
import com.eyewearml.nn.Weights;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The planned calls on the real kernels in Chromium, against the definition of the layers and the scalar executor. */
@BrowserTest
class SimdExecutorTest {
    /** Permitted difference in units of the output range. */
    private static final double TOLERANCE = 1e-5;
    private static final int RANDOM_NETWORKS = 60;

    @Test
    void randomNetworksEqualTheirDefinition(Chromium chromium) {
        try (TestServer server = TestServer.of(TestServer.engineFiles());
                TestPage page = chromium.open(Camera.none(), server.url("/"))) {
            for (int seed = 0; seed < RANDOM_NETWORKS; seed++) {
                SplittableRandom random = new SplittableRandom(seed);
                assertEqualsOracles(page, RandomGraphs.graph(random), random, 48);
            }
        }
    }

    @Test
    void faceNetworksEqualTheirDefinition(Chromium chromium) {
        try (TestServer server = TestServer.of(TestServer.engineFiles());
                TestPage page = chromium.open(Camera.none(), server.url("/"))) {
            for (Graph graph : List.of(FaceNetworks.landmarker(), FaceNetworks.detector())) {
                assertEqualsOracles(page, graph, new SplittableRandom(5), 80);
            }
        }
    }

    @Test
    void layerWithoutKernelIsRefused() {
        Graph graph = new Graph("wide", 1, 8, List.of(new Layer.Conv("in", Graph.INPUT, 3, 8, 1, 1, true),
                new Layer.Depthwise("out", "in", 8, 7, 1, true)), List.of("out"));
        Weights weights = RandomGraphs.weights(graph, new SplittableRandom(1));
        assertThrows(IllegalArgumentException.class, () -> new SimdExecutor(weights, null, null));
    }

    private static void assertEqualsOracles(TestPage page, Graph graph, SplittableRandom random, int memoryPages) {
        Weights weights = RandomGraphs.weights(graph, random);
        float[] picture = RandomGraphs.picture(graph, random);
        PageKernels kernels = new PageKernels(page, memoryPages);
        SimdExecutor simd = new SimdExecutor(weights, kernels.kernels(), kernels);
        simd.setInput(picture);
        float[] actual = kernels.run(simd::run);
        ScalarExecutor scalar = new ScalarExecutor(weights);
        System.arraycopy(picture, 0, scalar.input(), 0, picture.length);
        assertClose(new DirectExecutor(weights).run(picture), actual, graph);
        assertClose(scalar.run(), actual, graph);
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
