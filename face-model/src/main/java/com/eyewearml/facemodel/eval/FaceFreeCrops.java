package com.eyewearml.facemodel.eval;

import com.eyewearml.facemodel.data.Environments;
import com.eyewearml.facemodel.data.Pyramid;
import com.eyewearml.facemodel.data.Rgb;
import com.eyewearml.facemodel.sample.Canvas;
import java.util.List;
import java.util.Random;

/**
 * Pictures without a face: turned crops of the panoramas, from an eighth of their height to all of it. Crop {@code i} of a seed is the
 * same always and everywhere.
 */
public final class FaceFreeCrops {
    private static final double LEAST_EXTENT = 1 / 8.0;
    private static final double TURN_RAD = 0.15;
    private static final int SMALLEST_LEVEL_PX = 64;

    private final List<Pyramid> panoramas;
    private final int width;
    private final int height;
    private final long seed;

    /** Crops of {@code width} x {@code height} pixels. */
    public FaceFreeCrops(Environments environments, int width, int height, long seed) {
        panoramas = environments.images().stream().map(image -> Pyramid.of(image, SMALLEST_LEVEL_PX)).toList();
        this.width = width;
        this.height = height;
        this.seed = seed;
    }

    /** Cuts crop number {@code i}. */
    public Rgb crop(int i) {
        Random random = new Random(31 * seed + i);
        Pyramid pyramid = panoramas.get(i % panoramas.size());
        Rgb full = pyramid.levels().getFirst();
        double step = full.height() * Math.pow(LEAST_EXTENT, random.nextDouble()) / height;
        double angle = TURN_RAD * random.nextGaussian();
        double margin = step * height / 2;
        double centreX = random.nextDouble() * full.width();
        double centreY = margin + random.nextDouble() * (full.height() - 2 * margin);
        double cos = step * Math.cos(angle);
        double sin = step * Math.sin(angle);
        int level = pyramid.levelFor((float) step);
        Rgb texture = pyramid.levels().get(level);
        float shrink = 1f / (1 << level);
        float[] rgb = new float[3];
        byte[] out = new byte[3 * width * height];
        for (int y = 0, at = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double dx = x + 0.5 - width / 2.0;
                double dy = y + 0.5 - height / 2.0;
                double u = centreX + cos * dx - sin * dy;
                u -= full.width() * Math.floor(u / full.width());
                Canvas.sample(texture, (float) u * shrink, (float) (centreY + sin * dx + cos * dy) * shrink, rgb, 0);
                for (int c = 0; c < 3; c++) {
                    out[at++] = (byte) Math.round(rgb[c]);
                }
            }
        }
        return new Rgb(width, height, out);
    }
}
