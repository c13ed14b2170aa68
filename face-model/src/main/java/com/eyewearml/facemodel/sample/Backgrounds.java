package com.eyewearml.facemodel.sample;

import com.eyewearml.facemodel.data.Pyramid;
import com.eyewearml.facemodel.data.Rgb;
import java.util.List;
import java.util.random.RandomGenerator;

/** Pictures without a face: turned crops of panoramas, some from places known to be mistaken, and smooth or blocky colour noise. */
final class Backgrounds {
    private static final float COLOUR_NOISE = 0.2f;
    private static final float MINED_SHIFT = 0.1f;
    private static final float MINED_ZOOM = 0.15f;

    private final List<Pyramid> panoramas;
    private final List<MinedPlace> mined;
    private final RandomGenerator random;

    Backgrounds(List<Pyramid> panoramas, RandomGenerator random) {
        this(panoramas, List.of(), random);
    }

    /** @param mined places of the panoramas for {@link #mistaken} */
    Backgrounds(List<Pyramid> panoramas, List<MinedPlace> mined, RandomGenerator random) {
        this.panoramas = panoramas;
        this.mined = mined;
        this.random = random;
    }

    /** Fills a square picture of RGB floats with a mined place, somewhat moved; with any background where none was mined. */
    void mistaken(float[] rgb, int side) {
        if (mined.isEmpty()) {
            paint(rgb, side);
            return;
        }
        MinedPlace place = mined.get(random.nextInt(mined.size()));
        float extent = place.extentPx() * (float) Math.exp(MINED_ZOOM * random.nextGaussian());
        float shift = MINED_SHIFT * extent;
        crop(panoramas.get(place.panorama()), place.centreX() + shift * (float) random.nextGaussian(),
                place.centreY() + shift * (float) random.nextGaussian(), extent,
                place.angleRad() + MINED_SHIFT * (float) random.nextGaussian(), rgb, side);
    }

    /** Fills a square picture of RGB floats. */
    void paint(float[] rgb, int side) {
        if (random.nextFloat() >= COLOUR_NOISE) {
            panorama(rgb, side);
        } else {
            colourNoise(rgb, side);
        }
    }

    /** A turned crop of a panorama. */
    void panorama(float[] rgb, int side) {
        Pyramid pyramid = panoramas.get(random.nextInt(panoramas.size()));
        Rgb full = pyramid.levels().getFirst();
        float extent = full.height() * (float) Math.exp(-2.6 * random.nextDouble());
        crop(pyramid, random.nextFloat() * full.width(), random.nextFloat() * full.height(), extent,
                0.25f * (float) random.nextGaussian(), rgb, side);
    }

    /** A square of a panorama, mirrored half of the time; beyond the left and right edge the panorama goes on. */
    private void crop(Pyramid pyramid, float cx, float cy, float extent, float angle, float[] rgb, int side) {
        Rgb full = pyramid.levels().getFirst();
        float step = extent / side;
        int level = pyramid.levelFor(step);
        float shrink = 1f / (1 << level);
        float ca = (float) Math.cos(angle) * step, sa = (float) Math.sin(angle) * step;
        boolean mirrored = random.nextBoolean();
        Rgb texture = pyramid.levels().get(level);
        for (int y = 0, at = 0; y < side; y++) {
            for (int x = 0; x < side; x++, at += 3) {
                float dx = (mirrored ? side - x : x) - side / 2f, dy = y - side / 2f;
                float u = cx + ca * dx - sa * dy, v = cy + sa * dx + ca * dy;
                u -= full.width() * (float) Math.floor(u / full.width());
                Canvas.sample(texture, u * shrink, v * shrink, rgb, at);
            }
        }
    }

    private void colourNoise(float[] rgb, int side) {
        int n = 2 + random.nextInt(10);
        float[] knots = new float[3 * (n + 1) * (n + 1)];
        float spread = 20 + 100 * random.nextFloat();
        for (int k = 0; k < 3; k++) {
            float base = 255 * random.nextFloat();
            for (int i = k; i < knots.length; i += 3) {
                knots[i] = base + spread * (random.nextFloat() - 0.5f);
            }
        }
        boolean blocky = random.nextFloat() < 0.3f;
        for (int y = 0, at = 0; y < side; y++) {
            float fy = (float) y * n / side;
            int iy = (int) fy;
            fy = blocky ? 0 : fy - iy;
            for (int x = 0; x < side; x++, at += 3) {
                float fx = (float) x * n / side;
                int ix = (int) fx;
                fx = blocky ? 0 : fx - ix;
                int i = 3 * (iy * (n + 1) + ix), j = i + 3 * (n + 1);
                for (int k = 0; k < 3; k++) {
                    rgb[at + k] = (knots[i + k] * (1 - fx) + knots[i + 3 + k] * fx) * (1 - fy)
                            + (knots[j + k] * (1 - fx) + knots[j + 3 + k] * fx) * fy;
                }
            }
        }
    }
}
