package com.eyewearml.facemodel.sample;

import com.eyewearml.facemodel.data.Pyramid;
import com.eyewearml.facemodel.data.Rgb;
import java.util.random.RandomGenerator;

/** Pictures without a face but with what surrounds faces: hair, clothes and studio walls, cut from portraits beside the face. */
final class Scraps {
    private static final float SMALLEST_SHARE = 0.12f;
    private static final float LARGEST_SHARE = 0.5f;
    private static final float MOST_FACE = 0.08f;
    private static final int ATTEMPTS = 40;

    private final TrainingPictures pictures;
    private final RandomGenerator random;

    Scraps(TrainingPictures pictures, RandomGenerator random) {
        this.pictures = pictures;
        this.random = random;
    }

    /** Fills a square picture of RGB floats. */
    void paint(float[] rgb, int side) {
        int i = random.nextInt(pictures.portraits().size());
        Pyramid portrait = pictures.portraits().get(i);
        Rgb full = portrait.levels().getFirst();
        FaceBox face = FaceBox.of(pictures.points().get(i));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            float extent = full.width() * (SMALLEST_SHARE + (LARGEST_SHARE - SMALLEST_SHARE) * random.nextFloat());
            float left = (full.width() - extent) * random.nextFloat();
            float top = (full.height() - extent) * random.nextFloat();
            if (face.overlap(left, top, extent) <= MOST_FACE * extent * extent) {
                copy(portrait, left, top, extent, rgb, side);
                return;
            }
        }
        copy(portrait, 0, 0, full.width() * SMALLEST_SHARE, rgb, side);
    }

    private void copy(Pyramid portrait, float left, float top, float extent, float[] rgb, int side) {
        float step = extent / side;
        int level = portrait.levelFor(step);
        float shrink = 1f / (1 << level);
        Rgb texture = portrait.levels().get(level);
        boolean mirrored = random.nextBoolean();
        boolean upsideDown = random.nextFloat() < 0.2f;
        for (int y = 0, at = 0; y < side; y++) {
            float v = top + ((upsideDown ? side - 1 - y : y) + 0.5f) * step;
            for (int x = 0; x < side; x++, at += 3) {
                float u = left + ((mirrored ? side - 1 - x : x) + 0.5f) * step;
                Canvas.sample(texture, u * shrink, v * shrink, rgb, at);
            }
        }
    }

    /** Upright box around the points of a face, portrait pixels. */
    private record FaceBox(float left, float top, float right, float bottom) {
        static FaceBox of(float[] points) {
            float left = Float.MAX_VALUE, top = Float.MAX_VALUE, right = -Float.MAX_VALUE, bottom = -Float.MAX_VALUE;
            for (int p = 0; p < points.length; p += 3) {
                left = Math.min(left, points[p]);
                right = Math.max(right, points[p]);
                top = Math.min(top, points[p + 1]);
                bottom = Math.max(bottom, points[p + 1]);
            }
            return new FaceBox(left, top, right, bottom);
        }

        /** Area shared with a square, square pixels. */
        float overlap(float x, float y, float side) {
            return Math.max(0, Math.min(right, x + side) - Math.max(left, x)) * Math.max(0, Math.min(bottom, y + side) - Math.max(top, y));
        }
    }
}
