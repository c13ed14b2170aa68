package com.eyewearml.facemodel.sample;

import com.eyewearml.face.EyeRule;
import com.eyewearml.facemodel.data.Rgb;
import com.eyewearml.facemodel.eye.EyePainter;
import java.util.Arrays;

/** How bright and how colourful a portrait shows eyes and the skin around them, so that a rendered eye fits in. */
final class Complexion {
    private static final int[] SKIN = {229, 230, 231, 118, 119};
    private static final int STEPS = 12;
    private static final double WHITE_QUANTILE = 0.85;
    private static final double NEUTRAL = 0.35;
    private static final double GREY_SATURATION = 0.05;
    private static final double FULL_SATURATION = 0.14;
    /** The white of an eye is rarely darker than this part of the skin under it. */
    private static final double DARKEST_WHITE = 0.75;
    private static final double BRIGHTEST = 250;

    private final int[] mirror;
    private final double[][] white = new double[2][3];
    private final double[][] skin = new double[2][3];
    private final float[] rgb = new float[3];
    private double colourfulness;

    Complexion(int[] mirror) {
        this.mirror = mirror;
    }

    /** @param brightness factor of the whites */
    void measure(Rgb portrait, float[] labels, double brightness) {
        double saturation = 0;
        for (int eye = 0; eye < 2; eye++) {
            skin(portrait, labels, eye == 1, skin[eye]);
            double[] s = skin[eye];
            saturation += (Math.max(s[0], Math.max(s[1], s[2])) - Math.min(s[0], Math.min(s[1], s[2]))) / Math.max(1, s[0]) / 2;
            white(portrait, labels, eye == 1, brightness, white[eye]);
        }
        colourfulness = Math.clamp((saturation - GREY_SATURATION) / (FULL_SATURATION - GREY_SATURATION), 0, 1);
    }

    EyePainter.Exposure exposure(boolean left, double blurPx) {
        int eye = left ? 1 : 0;
        return new EyePainter.Exposure(white[eye], skin[eye], colourfulness, blurPx);
    }

    private void skin(Rgb portrait, float[] labels, boolean left, double[] out) {
        Arrays.fill(out, 0);
        for (int vertex : SKIN) {
            int at = 3 * (left ? mirror[vertex] : vertex);
            Canvas.sample(portrait, labels[at], labels[at + 1], rgb, 0);
            for (int k = 0; k < 3; k++) {
                out[k] += rgb[k] / SKIN.length;
            }
        }
    }

    /** The brighter points between the lids show the white; its hue is between theirs and grey. */
    private void white(Rgb portrait, float[] labels, boolean left, double brightness, double[] out) {
        double[][] seen = new double[7 * STEPS][];
        int count = 0;
        for (int i = 1; i <= 7; i++) {
            int upper = 3 * EyeRule.landmark(left, i), lower = 3 * EyeRule.landmark(left, i + 8);
            for (int step = 0; step < STEPS; step++) {
                float t = (step + 0.5f) / STEPS;
                Canvas.sample(portrait, labels[upper] + t * (labels[lower] - labels[upper]),
                        labels[upper + 1] + t * (labels[lower + 1] - labels[upper + 1]), rgb, 0);
                seen[count++] = new double[] {rgb[0], rgb[1], rgb[2]};
            }
        }
        Arrays.sort(seen, (a, b) -> Double.compare(level(a), level(b)));
        double[] bright = seen[(int) (WHITE_QUANTILE * count)];
        double level = Math.max(level(bright), DARKEST_WHITE * level(skin[left ? 1 : 0]));
        for (int k = 0; k < 3; k++) {
            double hue = bright[k] / Math.max(1, level(bright));
            out[k] = Math.min(BRIGHTEST, brightness * level * (hue + NEUTRAL * (1 - hue)));
        }
    }

    private static double level(double[] rgb) {
        return 0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2];
    }
}
