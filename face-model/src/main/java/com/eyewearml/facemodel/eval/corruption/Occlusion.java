package com.eyewearml.facemodel.eval.corruption;

import com.eyewearml.facemodel.data.Rgb;
import com.eyewearml.facemodel.eval.EvalDev;

/**
 * The lower part of the face covered by one plain colour, as by a mask, a scarf or a hand: chin, then mouth and nose base, then all but
 * eyes and brows. The cover lies along the eye line and is a little wider than the face.
 */
final class Occlusion implements Corruption {
    private static final float[] COVERED = {0.25f, 0.45f, 0.65f};
    private static final float BEYOND_FACE = 0.1f;
    /** Mask blue, hand, scarf, dark cloth; which one depends on the picture's name. */
    private static final int[][] COLOURS = {{150, 190, 215}, {200, 150, 125}, {150, 40, 45}, {35, 35, 40}};

    @Override
    public String name() {
        return "occlusion";
    }

    @Override
    public String strength(int strength) {
        return Math.round(100 * COVERED[strength - 1]) + " % from below";
    }

    @Override
    public Rgb apply(Rgb picture, EvalDev.Entry face, int strength) {
        float[] points = face.landmarks68();
        double angle = face.rollRad();
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double minU = Double.MAX_VALUE, maxU = -Double.MAX_VALUE, minV = Double.MAX_VALUE, maxV = -Double.MAX_VALUE;
        for (int i = 0; i < points.length; i += 2) {
            double u = cos * points[i] + sin * points[i + 1];
            double v = cos * points[i + 1] - sin * points[i];
            minU = Math.min(minU, u);
            maxU = Math.max(maxU, u);
            minV = Math.min(minV, v);
            maxV = Math.max(maxV, v);
        }
        double beyond = BEYOND_FACE * (maxU - minU);
        double top = maxV - COVERED[strength - 1] * (maxV - minV);
        int[] colour = COLOURS[Math.floorMod(face.file().hashCode(), COLOURS.length)];
        byte[] out = picture.pixels().clone();
        for (int y = 0, at = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++, at += 3) {
                double u = cos * x + sin * y;
                double v = cos * y - sin * x;
                if (u > minU - beyond && u < maxU + beyond && v > top && v < maxV + beyond) {
                    for (int c = 0; c < 3; c++) {
                        out[at + c] = (byte) colour[c];
                    }
                }
            }
        }
        return new Rgb(picture.width(), picture.height(), out);
    }
}
