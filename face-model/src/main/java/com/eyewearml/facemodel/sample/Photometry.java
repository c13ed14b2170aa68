package com.eyewearml.facemodel.sample;

import java.util.random.RandomGenerator;

/** What cameras, light and compression do to a picture; works in place on RGB floats of 0–255. */
final class Photometry {
    private static final int NOISE = 1 << 18;
    private final RandomGenerator random;
    private final int side;
    private final float strength;
    private final float[] noise = new float[NOISE];
    private final float[] scratch;

    /** @param strength scales how often pictures are blurred, made noisy or covered */
    Photometry(RandomGenerator random, int side, float strength) {
        this.random = random;
        this.side = side;
        this.strength = strength;
        scratch = new float[3 * side * side];
        for (int i = 0; i < NOISE; i++) {
            noise[i] = (float) random.nextGaussian();
        }
    }

    void damage(float[] rgb) {
        colour(rgb);
        if (random.nextFloat() < 0.4f * strength) {
            directionalLight(rgb);
        }
        tone(rgb);
        if (random.nextFloat() < 0.3f * strength) {
            blur(rgb, uniform(0.4f, 1.8f));
        }
        if (random.nextFloat() < 0.2f * strength) {
            lowResolution(rgb, uniform(0.3f, 0.75f));
        }
        if (random.nextFloat() < 0.5f * strength) {
            sensorNoise(rgb, uniform(1.5f, 9));
        }
        if (random.nextFloat() < 0.2f * strength) {
            patches(rgb);
        }
    }

    private float uniform(float low, float high) {
        return low + (high - low) * random.nextFloat();
    }

    private void colour(float[] rgb) {
        if (random.nextFloat() < 0.2f) {
            for (int i = 0; i < rgb.length; i += 3) {
                float grey = 0.299f * rgb[i] + 0.587f * rgb[i + 1] + 0.114f * rgb[i + 2];
                rgb[i] = grey;
                rgb[i + 1] = grey;
                rgb[i + 2] = grey;
            }
            return;
        }
        for (int k = 0; k < 3; k++) {
            float gain = 1 + 0.1f * (float) random.nextGaussian();
            for (int i = k; i < rgb.length; i += 3) {
                rgb[i] *= gain;
            }
        }
    }

    private void directionalLight(float[] rgb) {
        double angle = random.nextDouble() * 2 * Math.PI;
        float strength = uniform(0, 1.2f) / side;
        float gx = (float) Math.cos(angle) * strength, gy = (float) Math.sin(angle) * strength;
        for (int y = 0, i = 0; y < side; y++) {
            for (int x = 0; x < side; x++, i += 3) {
                float light = 1 + gx * (x - side / 2f) + gy * (y - side / 2f);
                rgb[i] *= light;
                rgb[i + 1] *= light;
                rgb[i + 2] *= light;
            }
        }
    }

    /** Contrast, brightness and gamma, by a table. */
    private void tone(float[] rgb) {
        float contrast = uniform(0.5f, 1.35f);
        float offset = 22 * (float) random.nextGaussian();
        float gamma = random.nextFloat() < 0.5f ? (float) Math.exp(0.3 * random.nextGaussian()) : 1;
        float[] table = new float[256];
        for (int i = 0; i < 256; i++) {
            float v = Math.clamp(128 + (i - 128) * contrast + offset, 0, 255);
            table[i] = 255 * (float) Math.pow(v / 255, gamma);
        }
        for (int i = 0; i < rgb.length; i++) {
            float v = Math.clamp(rgb[i], 0, 254.99f);
            int n = (int) v;
            rgb[i] = table[n] + (v - n) * (table[n + 1] - table[n]);
        }
    }

    /** Separable Gaussian. */
    private void blur(float[] rgb, float sigmaPx) {
        int radius = (int) Math.ceil(2 * sigmaPx);
        float[] kernel = new float[2 * radius + 1];
        float sum = 0;
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float) Math.exp(-(i - radius) * (i - radius) / (2 * sigmaPx * sigmaPx));
            sum += kernel[i];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        convolve(rgb, scratch, kernel, radius, 3, side, 3 * side);
        convolve(scratch, rgb, kernel, radius, 3 * side, side, 3);
    }

    /** Convolves along steps of {@code step} values for each of the lines {@code pitch} values apart. */
    private void convolve(float[] in, float[] out, float[] kernel, int radius, int step, int length, int pitch) {
        for (int line = 0; line < side; line++) {
            for (int x = 0; x < length; x++) {
                float r = 0, g = 0, b = 0;
                for (int k = -radius; k <= radius; k++) {
                    int i = line * pitch + Math.clamp(x + k, 0, length - 1) * step;
                    float w = kernel[k + radius];
                    r += w * in[i];
                    g += w * in[i + 1];
                    b += w * in[i + 2];
                }
                int o = line * pitch + x * step;
                out[o] = r;
                out[o + 1] = g;
                out[o + 2] = b;
            }
        }
    }

    /** Down by area averaging, up bilinearly. */
    private void lowResolution(float[] rgb, float factor) {
        int n = Math.max(12, (int) (side * factor));
        float step = (float) side / n;
        blur(rgb, 0.45f * step);
        float[] small = scratch;
        for (int y = 0; y < n; y++) {
            for (int x = 0; x < n; x++) {
                int i = 3 * (Math.min(side - 1, (int) ((y + 0.5f) * step)) * side + Math.min(side - 1, (int) ((x + 0.5f) * step)));
                System.arraycopy(rgb, i, small, 3 * (y * n + x), 3);
            }
        }
        for (int y = 0, o = 0; y < side; y++) {
            float fy = Math.clamp((y + 0.5f) / step - 0.5f, 0, n - 1.001f);
            int iy = (int) fy;
            fy -= iy;
            for (int x = 0; x < side; x++, o += 3) {
                float fx = Math.clamp((x + 0.5f) / step - 0.5f, 0, n - 1.001f);
                int ix = (int) fx;
                fx -= ix;
                int i = 3 * (iy * n + ix);
                for (int k = 0; k < 3; k++) {
                    float top = small[i + k] * (1 - fx) + small[i + 3 + k] * fx;
                    float bottom = small[i + 3 * n + k] * (1 - fx) + small[i + 3 * n + 3 + k] * fx;
                    rgb[o + k] = top * (1 - fy) + bottom * fy;
                }
            }
        }
    }

    private void sensorNoise(float[] rgb, float sigma) {
        boolean grey = random.nextFloat() < 0.3f;
        int at = random.nextInt(NOISE);
        for (int i = 0; i < rgb.length; i++) {
            if (!grey || i % 3 == 0) {
                at = at * 5 + 1 & NOISE - 1;
            }
            rgb[i] += sigma * noise[at];
        }
    }

    /** One to three ellipses or rectangles of a plain or noisy colour, as hands, hair and objects in front of the face. */
    private void patches(float[] rgb) {
        int count = 1 + random.nextInt(3);
        for (int n = 0; n < count; n++) {
            float w = uniform(0.06f, 0.3f) * side, h = uniform(0.06f, 0.3f) * side;
            float cx = uniform(0, side), cy = uniform(0, side);
            boolean round = random.nextBoolean();
            float grain = random.nextFloat() < 0.4f ? 60 : 8;
            float r = uniform(0, 255), g = uniform(0, 255), b = uniform(0, 255);
            for (int y = Math.max(0, (int) (cy - h)); y < Math.min(side, cy + h); y++) {
                for (int x = Math.max(0, (int) (cx - w)); x < Math.min(side, cx + w); x++) {
                    float dx = (x - cx) / w, dy = (y - cy) / h;
                    if (round && dx * dx + dy * dy > 1) {
                        continue;
                    }
                    float e = grain * noise[random.nextInt(NOISE)];
                    int i = 3 * (y * side + x);
                    rgb[i] = r + e;
                    rgb[i + 1] = g + e;
                    rgb[i + 2] = b + e;
                }
            }
        }
    }
}
