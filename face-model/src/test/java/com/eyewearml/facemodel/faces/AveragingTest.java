package com.eyewearml.facemodel.faces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.facemodel.data.Portraits;
import com.eyewearml.facemodel.data.Rgb;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AveragingTest {
    private final Random random = new Random(5);

    @Test
    void similarityIsRecoveredAndUndone() {
        float[] from = scattered(40);
        Similarity known = new Similarity(1.3f, -0.4f, 12, -7);
        Similarity found = Similarity.fit(from, known.apply(from));
        float[] back = found.inverse().apply(known.apply(from));
        for (int i = 0; i < from.length; i++) {
            assertEquals(from[i], back[i], 1e-2);
        }
    }

    @Test
    void splineRunsThroughItsPointsAndIsSmoothBetween() {
        float[] at = scattered(60);
        float[] moved = at.clone();
        for (int i = 0; i < at.length; i += 3) {
            moved[i] += 6 * Math.sin(at[i + 1] / 40);
            moved[i + 1] += 0.05f * at[i];
        }
        WarpField field = new WarpField(100, 100, 2);
        new ScatteredSpline(200, 200, 8).fit(at, moved, field);
        for (int i = 0; i < at.length; i += 3) {
            assertEquals(moved[i] - at[i], field.at(field.dx, at[i], at[i + 1]), 0.5);
            assertEquals(moved[i + 1] - at[i + 1], field.at(field.dy, at[i], at[i + 1]), 0.5);
        }
    }

    @Test
    void robustMeanKeepsToTheManyWherePlainMeanFollowsTheOdd() {
        int count = 20;
        float[][] rows = new float[count][4];
        for (int i = 0; i < count; i++) {
            float light = i < 3 ? 0.95f : 0.2f + 0.002f * i;
            rows[i] = new float[] {light, light, light, 1};
        }
        float[] out = new float[4];
        new RobustMean(count, 36).of(rows, 0, out, 0);
        assertEquals(0.22, out[0], 0.02);
        assertEquals(1, out[3], 1e-6);
    }

    @Test
    void lightAndSignalAreInverse() {
        for (int level = 0; level < 256; level++) {
            assertEquals(level / 255.0, LightImage.toSignal(LightImage.toLight(level / 255f)), 1e-5);
        }
    }

    @Test
    void registrationSharpensTheMeanOfDisplacedPictures() {
        List<LightImage> pictures = new ArrayList<>();
        List<WarpField> fields = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            pictures.add(square(24 + (float) random.nextGaussian() * 2, 24 + (float) random.nextGaussian() * 2));
            fields.add(new WarpField(48, 48, 1));
        }
        double before = contrast(Registration.mean(pictures, fields));
        for (int round = 0; round < 4; round++) {
            Registration.round(pictures, fields, 2);
        }
        assertTrue(contrast(Registration.mean(pictures, fields)) > 1.3 * before);
        double drift = 0;
        for (WarpField field : fields) {
            drift += field.dx[24 * 48 + 24] / fields.size();
        }
        assertEquals(0, drift, 1e-4);
    }

    @Test
    void keyRecoversTheCoverageOfADiscOnAShadedBackdrop() {
        int side = Portraits.SIDE_PX;
        byte[] pixels = new byte[3 * side * side];
        float[] truth = new float[side * side];
        for (int i = 0; i < truth.length; i++) {
            float x = i % side + 0.5f, y = i / side + 0.5f;
            truth[i] = Math.clamp(60.5f - (float) Math.hypot(x - 144, y - 144), 0, 1);
            float[] backdrop = {60 + 0.05f * x, 90 + 0.1f * y, 200 - 0.08f * x};
            float[] sitter = {150, 110, 80};
            for (int k = 0; k < 3; k++) {
                pixels[3 * i + k] = (byte) Math.round(truth[i] * sitter[k] + (1 - truth[i]) * backdrop[k]);
            }
        }
        float[] points = new float[3 * 478];
        points[3 * 152 + 1] = 280;
        Portraits.Entry entry = new Portraits.Entry("0.jpg", "test", true, 180, new int[] {0, 0, side, side}, null, null);
        LightImage cut = StudioKey.cutOut(new Rgb(side, side, pixels), entry, points);
        double error = 0;
        for (int i = 0; i < 280 * side; i++) {
            error = Math.max(error, Math.abs(cut.values[4 * i + 3] - truth[i]));
        }
        assertTrue(error < 0.1, "largest error of the coverage " + error);
    }

    @Test
    void groupOfTooFewDifferentPortraitsIsRefused() {
        List<Integer> repeated = Collections.nCopies(60, 7);
        String message = assertThrows(IllegalArgumentException.class, () -> new SampleGroup("g", "G", repeated)).getMessage();
        assertTrue(message.contains("group g has 1 different portraits"), message);
    }

    private float[] scattered(int n) {
        float[] out = new float[3 * n];
        for (int i = 0; i < out.length; i += 3) {
            out[i] = 10 + 180 * random.nextFloat();
            out[i + 1] = 10 + 180 * random.nextFloat();
        }
        return out;
    }

    private static LightImage square(float x, float y) {
        LightImage out = new LightImage(48, 48);
        for (int i = 0; i < 48 * 48; i++) {
            float inside = Math.clamp(8.5f - Math.max(Math.abs(i % 48 - x), Math.abs(i / 48 - y)), 0, 1);
            for (int k = 0; k < 4; k++) {
                out.values[4 * i + k] = inside;
            }
        }
        return out;
    }

    /** Mean square of the differences of neighbours. */
    private static double contrast(LightImage picture) {
        double sum = 0;
        for (int i = 4; i < picture.values.length; i++) {
            double d = picture.values[i] - picture.values[i - 4];
            sum += d * d;
        }
        return sum;
    }
}
