package com.eyewearml.client.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.client.browsertest.TestServer;
import com.eyewearml.face.RgbaImage;
import com.eyewearml.face.Roi;
import com.eyewearml.face.ScalarVision;
import com.eyewearml.nn.FaceNetworks;
import com.eyewearml.nn.RandomGraphs;
import com.eyewearml.nn.Weights;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Differential fuzzing of both vision implementations: random weights, pictures and regions, inside, outside and astride. */
@BrowserTest
class SimdVisionTest {
    /** Permitted difference in units of the output range. */
    private static final double TOLERANCE = 1e-3;
    private static final int CASES = 8;
    private static final int MEMORY_PAGES = 100;

    @Test
    void seesWhatScalarVisionSees(Chromium chromium) {
        try (TestServer server = TestServer.of(TestServer.engineFiles());
                TestPage page = chromium.open(Camera.none(), server.url("/"))) {
            for (int seed = 0; seed < CASES; seed++) {
                assertSame(page, new SplittableRandom(seed), "seed " + seed);
            }
        }
    }

    private static void assertSame(TestPage page, SplittableRandom random, String what) {
        Weights detector = RandomGraphs.weights(FaceNetworks.detector(), random);
        Weights landmarker = RandomGraphs.weights(FaceNetworks.landmarker(), random);
        RgbaImage picture = picture(random);
        double side = Math.max(picture.width(), picture.height());
        Roi roi = new Roi().set((float) random.nextDouble(-0.2 * side, 1.2 * side), (float) random.nextDouble(-0.2 * side, 1.2 * side),
                (float) (side * Math.exp(random.nextDouble(-3, 1.5))), (float) random.nextDouble(-7, 7));
        ScalarVision scalar = new ScalarVision(detector, landmarker);
        scalar.show(picture);
        PageKernels kernels = new PageKernels(page, MEMORY_PAGES);
        SimdVision simd = new SimdVision(detector, landmarker, kernels.kernels(), kernels);
        simd.show(kernels.allocate(picture.pixels()), picture.width(), picture.height());
        assertEquals(scalar.widthPx(), simd.widthPx());
        assertEquals(scalar.heightPx(), simd.heightPx());
        assertClose(scalar.detect(roi), kernels.run(() -> simd.detect(roi)), what + ", detector");
        assertClose(scalar.landmark(roi), kernels.run(() -> simd.landmark(roi)), what + ", landmarker");
    }

    /** Noise, half of the time coarse, so that regions larger and smaller than the noise occur. */
    private static RgbaImage picture(SplittableRandom random) {
        int width = random.nextInt(1, 400);
        int height = random.nextInt(1, 400);
        byte[] pixels = new byte[4 * width * height];
        random.nextBytes(pixels);
        if (random.nextBoolean()) {
            for (int i = 0; i < pixels.length; i++) {
                int x = i / 4 % width / 16;
                int y = i / 4 / width / 16;
                pixels[i] = (byte) (x * 71 + y * 113 + i % 4 * 41);
            }
        }
        return new RgbaImage(width, height, pixels);
    }

    private static void assertClose(float[] expected, float[] actual, String what) {
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (float value : expected) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        for (int i = 0; i < expected.length; i++) {
            int index = i;
            assertEquals(expected[i], actual[i], TOLERANCE * (max - min), () -> what + ", value " + index);
        }
    }
}
