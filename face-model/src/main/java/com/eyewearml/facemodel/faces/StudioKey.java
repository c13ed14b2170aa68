package com.eyewearml.facemodel.faces;

import com.eyewearml.facemodel.data.Portraits;
import com.eyewearml.facemodel.data.Rgb;

/**
 * Cuts a sitter out of the plain backdrop of a studio. What differs from a model of the backdrop is the sitter; along the edge the
 * coverage is where the pixel's colour lies between the backdrop's and that of the sitter nearby.
 */
final class StudioKey {
    private static final float INNER_LEVELS = 16;
    private static final float OPAQUE_LEVELS = 90;
    /** Half the width of the strip along the edge in which coverage is estimated, pixels. */
    private static final int EDGE_PX = 3;
    private static final int NEARBY_PX = 8;
    private static final int CHIN = 152;

    private StudioKey() { }

    /**
     * @return premultiplied linear light and coverage; outside the real pixels the border's are repeated
     */
    static LightImage cutOut(Rgb picture, Portraits.Entry entry, float[] points) {
        int w = picture.width(), h = picture.height();
        float chinY = points[3 * CHIN + 1];
        Backdrop backdrop = Backdrop.fit(picture, entry.valid(), chinY - 10);
        float[] colour = repeatBorder(picture, entry.valid());
        float[] behind = new float[colour.length];
        float[] rough = new float[w * h];
        for (int i = 0; i < rough.length; i++) {
            float square = 0;
            for (int k = 0; k < 3; k++) {
                int x = Math.clamp(i % w, entry.valid()[0] + 2, entry.valid()[2] - 3);
                int y = Math.clamp(i / w, entry.valid()[1] + 2, entry.valid()[3] - 3);
                behind[3 * i + k] = backdrop.level(k, x, y);
                float d = colour[3 * i + k] - behind[3 * i + k];
                square += d * d;
            }
            rough[i] = Math.clamp(((float) Math.sqrt(square) - INNER_LEVELS) / (OPAQUE_LEVELS - INNER_LEVELS), 0, 1);
        }
        fillBelow(rough, w, h, chinY);
        float[] clean = colour.clone();
        float[] coverage = refineEdge(rough, colour, behind, clean, w, h);
        LightImage out = new LightImage(w, h);
        for (int i = 0; i < rough.length; i++) {
            float alpha = coverage[i];
            int to = LightImage.CHANNELS * i;
            for (int k = 0; k < 3; k++) {
                out.values[to + k] = alpha * LightImage.toLight(clean[3 * i + k] / 255);
            }
            out.values[to + 3] = alpha;
        }
        return out;
    }

    private static float[] repeatBorder(Rgb picture, int[] valid) {
        int w = picture.width();
        float[] out = new float[picture.pixels().length];
        for (int y = 0; y < picture.height(); y++) {
            int row = Math.clamp(y, valid[1] + 2, valid[3] - 3);
            for (int x = 0; x < w; x++) {
                int from = 3 * (row * w + Math.clamp(x, valid[0] + 2, valid[2] - 3));
                for (int k = 0; k < 3; k++) {
                    out[3 * (y * w + x) + k] = picture.pixels()[from + k] & 255;
                }
            }
        }
        return out;
    }

    /** Below the shoulders' line everything is the sitter, also what is as blue as the backdrop. */
    private static void fillBelow(float[] coverage, int w, int h, float chinY) {
        for (int x = 0; x < w; x++) {
            boolean covered = false;
            for (int y = (int) chinY + 1; y < h; y++) {
                int i = y * w + x;
                covered |= coverage[i] > 0.9f;
                if (covered) {
                    coverage[i] = 1;
                }
            }
        }
    }

    /** @param clean receives the sitter's colour without the backdrop's share, along the edge */
    private static float[] refineEdge(float[] rough, float[] colour, float[] behind, float[] clean, int w, int h) {
        boolean[] inside = new boolean[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                inside[y * w + x] = least(rough, x, y, w, h) > 0.95f;
            }
        }
        float[] out = new float[w * h];
        float[] sitter = new float[3];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int i = y * w + x;
                if (inside[i] || rough[i] == 0) {
                    out[i] = inside[i] ? 1 : 0;
                    continue;
                }
                out[i] = rough[i];
                if (meanInside(inside, colour, x, y, w, h, sitter)) {
                    out[i] = between(colour, behind, i, sitter);
                    System.arraycopy(sitter, 0, clean, 3 * i, 3);
                }
            }
        }
        return out;
    }

    private static float least(float[] plane, int x, int y, int w, int h) {
        float least = 1;
        for (int j = Math.max(0, y - EDGE_PX); j <= Math.min(h - 1, y + EDGE_PX); j++) {
            for (int i = Math.max(0, x - EDGE_PX); i <= Math.min(w - 1, x + EDGE_PX); i++) {
                least = Math.min(least, plane[j * w + i]);
            }
        }
        return least;
    }

    private static boolean meanInside(boolean[] inside, float[] colour, int x, int y, int w, int h, float[] mean) {
        float r = 0, g = 0, b = 0;
        int n = 0;
        for (int j = Math.max(0, y - NEARBY_PX); j <= Math.min(h - 1, y + NEARBY_PX); j++) {
            for (int i = Math.max(0, x - NEARBY_PX); i <= Math.min(w - 1, x + NEARBY_PX); i++) {
                int at = j * w + i;
                if (inside[at]) {
                    r += colour[3 * at];
                    g += colour[3 * at + 1];
                    b += colour[3 * at + 2];
                    n++;
                }
            }
        }
        mean[0] = r / n;
        mean[1] = g / n;
        mean[2] = b / n;
        return n > 0;
    }

    private static float between(float[] colour, float[] behind, int i, float[] sitter) {
        float dot = 0, norm = 1e-3f;
        for (int k = 0; k < 3; k++) {
            float span = sitter[k] - behind[3 * i + k];
            dot += (colour[3 * i + k] - behind[3 * i + k]) * span;
            norm += span * span;
        }
        return Math.clamp(dot / norm, 0, 1);
    }
}
