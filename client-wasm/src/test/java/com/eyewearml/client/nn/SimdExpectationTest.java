package com.eyewearml.client.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.client.browsertest.TestServer;
import com.eyewearml.nn.Graph;
import com.eyewearml.nn.Layer;
import com.eyewearml.nn.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The kernel's exponential and its extremes, seen through expected positions on maps of 2 x 2. */
@BrowserTest
class SimdExpectationTest {
    private static final int CHANNELS = 501;
    private static final double EXPONENTIAL_ERROR = 4e-7;

    /** Against the closed form: with values 0, v at its right and none below, x is (exp(v) - 1) / (exp(v) + 1) / 2. */
    @Test
    void exponentialIsWithinItsStatedError(Chromium chromium) {
        float[] weights = new float[4 * CHANNELS];
        for (int c = 0; c < CHANNELS; c++) {
            weights[3 * c] = -0.2f * c;
            weights[3 * c + 1] = -1000;
        }
        float[] positions = run(chromium, weights, CHANNELS, new float[] {0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0});
        for (int c = 0; c < CHANNELS; c++) {
            double exponential = Math.exp(weights[3 * c]);
            double x = positions[2 * c];
            assertEquals(exponential, (1 + 2 * x) / (1 - 2 * x), 3 * EXPONENTIAL_ERROR, "exp(" + weights[3 * c] + ")");
            assertEquals(-0.5, positions[2 * c + 1], 1e-6);
        }
    }

    /** Values beyond the range of the exponential neither overflow nor vanish, and a broken network does not look like a quiet one. */
    @Test
    void largeValuesAreStableAndNotANumberIsPassedOn(Chromium chromium) {
        float[] weights = {1e30f, 0, 0, -1e30f, 0, 0, Float.POSITIVE_INFINITY, 0, 0, 0, 0, 0};
        float[] positions = run(chromium, weights, 3, new float[] {0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0});
        assertEquals(0.5f, positions[0]);
        assertEquals(-0.5f, positions[1]);
        assertEquals(-1 / 6f, positions[2], 1e-6f);
        assertEquals(1 / 6f, positions[3], 1e-6f);
        assertTrue(Float.isNaN(positions[4]) && Float.isNaN(positions[5]));
    }

    private static float[] run(Chromium chromium, float[] parameters, int channels, float[] picture) {
        Graph graph = new Graph("maps", 1, 2, List.of(new Layer.Conv("map", Graph.INPUT, 3, channels, 1, 1, false),
                new Layer.Expectation("positions", "map")), List.of("positions"));
        try (TestServer server = TestServer.of(TestServer.engineFiles());
                TestPage page = chromium.open(Camera.none(), server.url("/"))) {
            PageKernels kernels = new PageKernels(page, 8);
            SimdExecutor simd = new SimdExecutor(new Weights(graph, parameters), kernels.kernels(), kernels);
            simd.setInput(picture);
            return kernels.run(simd::run);
        }
    }
}
