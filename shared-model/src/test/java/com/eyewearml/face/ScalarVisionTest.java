package com.eyewearml.face;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.eyewearml.nn.FaceNetworks;
import com.eyewearml.nn.Graph;
import com.eyewearml.nn.ScalarExecutor;
import com.eyewearml.nn.Weights;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScalarVisionTest {
    private static final Weights DETECTOR = weights(FaceNetworks.detector());
    private static final Weights LANDMARKER = weights(FaceNetworks.landmarker());

    @Test
    void eachNetworkRunsOnItsOwnRegion() {
        byte[] pixels = new byte[4 * 160 * 120];
        new SplittableRandom(1).nextBytes(pixels);
        RgbaImage picture = new RgbaImage(160, 120, pixels);
        ScalarVision vision = new ScalarVision(DETECTOR, LANDMARKER);
        vision.show(picture);
        assertEquals(160, vision.widthPx());
        assertEquals(120, vision.heightPx());
        Roi whole = new Roi().set(80, 60, 160, 0);
        Roi face = new Roi().set(70, 50, 60, 0.3f);
        assertArrayEquals(direct(DETECTOR, picture, whole), vision.detect(whole));
        assertArrayEquals(direct(LANDMARKER, picture, face), vision.landmark(face));
    }

    /** The mirrored picture under the mirrored region shows the network the same input. */
    @Test
    void mirroredLookIsALookAtTheMirroredPicture() {
        byte[] pixels = new byte[4 * 160 * 120];
        new SplittableRandom(1).nextBytes(pixels);
        byte[] mirrored = new byte[pixels.length];
        for (int i = 0; i < 160 * 120; i++) {
            System.arraycopy(pixels, 4 * i, mirrored, 4 * (i / 160 * 160 + 159 - i % 160), 4);
        }
        ScalarVision vision = new ScalarVision(DETECTOR, LANDMARKER);
        vision.show(new RgbaImage(160, 120, pixels));
        float[] seen = vision.landmarkMirrored(new Roi().set(70, 50, 60, 0.3f)).clone();
        vision.show(new RgbaImage(160, 120, mirrored));
        float[] expected = vision.landmark(new Roi().set(90, 50, 60, -0.3f));
        for (int i = 0; i < seen.length; i++) {
            assertEquals(expected[i], seen[i], 1e-3f * (1 + Math.abs(expected[i])));
        }
    }

    @Test
    void swappedWeightsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ScalarVision(LANDMARKER, DETECTOR));
    }

    @Test
    void pictureWithMissingBytesIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new RgbaImage(2, 2, new byte[15]));
        assertThrows(IllegalArgumentException.class, () -> new RgbaImage(0, 2, new byte[0]));
        assertThrows(IllegalArgumentException.class, () -> new RgbaImage(32768, 32768, new byte[0]));
    }

    private static float[] direct(Weights weights, RgbaImage picture, Roi roi) {
        ScalarExecutor executor = new ScalarExecutor(weights);
        new RegionSampler(weights.graph().inputSize()).sample(picture, roi, executor.input());
        return executor.run();
    }

    private static Weights weights(Graph graph) {
        SplittableRandom random = new SplittableRandom(2);
        float[] values = new float[graph.parameterCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-0.2, 0.2);
        }
        return new Weights(graph, values);
    }
}
