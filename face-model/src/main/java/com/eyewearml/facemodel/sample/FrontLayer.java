package com.eyewearml.facemodel.sample;

import java.util.Arrays;

/**
 * What is in front of a face, before it is laid over the picture: colour (premultiplied once {@link #finish finished}), share of each
 * pixel covered, and height towards the camera, from which limbs that touch are shaded as one body. Row by row, pixels.
 */
final class FrontLayer {
    private static final float NOTHING = -1e9f;
    /** How much of the light of a matt surface comes from everywhere. */
    private static final float AMBIENT = 0.35f;
    private static final float HOLLOW_SHADE = 0.09f;

    private final int side;
    private final float[] scratch;
    private final float[] smooth;
    private final float[] wide;
    /** Share of each pixel covered, 0–1. */
    final float[] alpha;
    final float[] rgb;
    private final float[] height;

    FrontLayer(int side) {
        this.side = side;
        int pixels = side * side;
        scratch = new float[pixels];
        smooth = new float[pixels];
        wide = new float[pixels];
        alpha = new float[pixels];
        rgb = new float[3 * pixels];
        height = new float[pixels];
    }

    void clear() {
        Arrays.fill(alpha, 0);
        Arrays.fill(rgb, 0);
        Arrays.fill(height, NOTHING);
    }

    /** Colour of a limb at a place along it and across it. */
    interface Skin {
        /**
         * @param along  0 at the first end, 1 at the second
         * @param across −1 to 1 from one side to the other
         */
        void colour(float along, float across, float[] out);
    }

    /**
     * A round cone between two points, nearest surface in front. Points are x, y and height towards the camera; pixels.
     */
    void limb(float[] a, float[] b, float ra, float rb, Skin skin, float[] colour) {
        float dx = b[0] - a[0], dy = b[1] - a[1];
        float length2 = dx * dx + dy * dy, length = (float) Math.sqrt(length2);
        float r = Math.max(ra, rb) + 1;
        int x0 = Math.max(0, (int) (Math.min(a[0], b[0]) - r)), x1 = Math.min(side - 1, (int) (Math.max(a[0], b[0]) + r));
        int y0 = Math.max(0, (int) (Math.min(a[1], b[1]) - r)), y1 = Math.min(side - 1, (int) (Math.max(a[1], b[1]) + r));
        for (int y = y0; y <= y1; y++) {
            for (int x = x0; x <= x1; x++) {
                float px = x + 0.5f - a[0], py = y + 0.5f - a[1];
                float t = length2 < 1e-6f ? (a[2] > b[2] ? 0 : 1) : Math.clamp((px * dx + py * dy) / length2, 0, 1);
                float ox = px - t * dx, oy = py - t * dy;
                float radius = ra + t * (rb - ra), distance = (float) Math.hypot(ox, oy);
                float cover = Math.clamp(radius - distance + 0.5f, 0, 1);
                if (cover == 0) {
                    continue;
                }
                int at = y * side + x;
                float h = a[2] + t * (b[2] - a[2]) + (float) Math.sqrt(Math.max(0, radius * radius - distance * distance));
                alpha[at] = Math.max(alpha[at], cover);
                if (h > height[at]) {
                    height[at] = h;
                    float across = length < 1e-3f ? 0 : (ox * dy - oy * dx) / (length * radius);
                    skin.colour(t, across, colour);
                    System.arraycopy(colour, 0, rgb, 3 * at, 3);
                }
            }
        }
    }

    /** A pixel of something flat, over what is there. */
    void put(int at, float cover, float r, float g, float b) {
        float behind = alpha[at] * (1 - cover), sum = cover + behind;
        if (sum > 0) {
            rgb[3 * at] = (cover * r + behind * rgb[3 * at]) / sum;
            rgb[3 * at + 1] = (cover * g + behind * rgb[3 * at + 1]) / sum;
            rgb[3 * at + 2] = (cover * b + behind * rgb[3 * at + 2]) / sum;
        }
        alpha[at] = sum;
    }

    /** Shades everything that has a height as one soft body: normals from the height, hollows darker. */
    void shade(Light light, float softnessPx) {
        for (int i = 0; i < height.length; i++) {
            smooth[i] = height[i] == NOTHING ? 0 : height[i];
        }
        int radius = Math.max(1, Math.round(softnessPx));
        blurWithin(smooth, radius);
        System.arraycopy(smooth, 0, wide, 0, smooth.length);
        blurWithin(wide, 3 * radius);
        for (int y = 0, at = 0; y < side; y++) {
            for (int x = 0; x < side; x++, at++) {
                if (height[at] == NOTHING) {
                    continue;
                }
                float hx = slope(at, x, 1), hy = slope(at, y, side);
                float length = (float) Math.sqrt(hx * hx + hy * hy + 1);
                float hollow = Math.clamp(1 - HOLLOW_SHADE * (wide[at] - smooth[at]), 0.5f, 1.1f);
                for (int k = 0; k < 3; k++) {
                    float lit = light.on(-hx / length, -hy / length, -1 / length, k);
                    rgb[3 * at + k] *= hollow * (AMBIENT + (1 - AMBIENT) * lit) * (0.8f + 0.2f / length);
                }
            }
        }
    }

    private float slope(int at, int place, int step) {
        int before = place > 0 && height[at - step] != NOTHING ? at - step : at;
        int after = place < side - 1 && height[at + step] != NOTHING ? at + step : at;
        return before == after ? 0 : (smooth[after] - smooth[before]) * step / (after - before);
    }

    /** Box blur over pixels that have a height. */
    private void blurWithin(float[] values, int radius) {
        pass(values, scratch, radius, 1, side);
        pass(scratch, values, radius, side, 1);
    }

    private void pass(float[] in, float[] out, int radius, int step, int pitch) {
        for (int line = 0; line < side; line++) {
            for (int i = 0; i < side; i++) {
                int at = line * pitch + i * step;
                float sum = 0;
                int count = 0;
                for (int k = Math.max(0, i - radius); k <= Math.min(side - 1, i + radius); k++) {
                    int other = line * pitch + k * step;
                    if (height[other] != NOTHING) {
                        sum += in[other];
                        count++;
                    }
                }
                out[at] = count == 0 ? 0 : sum / count;
            }
        }
    }

    /** Multiplies colours by cover, which blurring and compositing need. */
    void finish() {
        for (int i = 0; i < alpha.length; i++) {
            for (int k = 0; k < 3; k++) {
                rgb[3 * i + k] *= alpha[i];
            }
        }
    }

    /** Smears the finished layer along a line, as something that moves. */
    void move(float lengthPx, float angleRad) {
        int taps = Math.max(3, (int) Math.ceil(lengthPx) | 1);
        float[] colours = rgb.clone(), covers = alpha.clone();
        for (int y = 0, at = 0; y < side; y++) {
            for (int x = 0; x < side; x++, at++) {
                float r = 0, g = 0, b = 0, a = 0;
                for (int t = 0; t < taps; t++) {
                    float along = lengthPx * ((float) t / (taps - 1) - 0.5f);
                    int sx = Math.clamp(Math.round(x + along * (float) Math.cos(angleRad)), 0, side - 1);
                    int sy = Math.clamp(Math.round(y + along * (float) Math.sin(angleRad)), 0, side - 1);
                    int from = sy * side + sx;
                    r += colours[3 * from];
                    g += colours[3 * from + 1];
                    b += colours[3 * from + 2];
                    a += covers[from];
                }
                rgb[3 * at] = r / taps;
                rgb[3 * at + 1] = g / taps;
                rgb[3 * at + 2] = b / taps;
                alpha[at] = a / taps;
            }
        }
    }

    /** Darkens a picture where the layer would cast a shadow. */
    void castShadow(float[] picture, float strength, float offsetX, float offsetY, int blurPx) {
        for (int y = 0, at = 0; y < side; y++) {
            for (int x = 0; x < side; x++, at++) {
                int sx = Math.clamp(Math.round(x - offsetX), 0, side - 1), sy = Math.clamp(Math.round(y - offsetY), 0, side - 1);
                smooth[at] = alpha[sy * side + sx];
            }
        }
        box(smooth, scratch, blurPx, 1, side);
        box(scratch, smooth, blurPx, side, 1);
        for (int at = 0; at < smooth.length; at++) {
            float passing = 1 - strength * smooth[at];
            for (int k = 0; k < 3; k++) {
                picture[3 * at + k] *= passing;
            }
        }
    }

    private void box(float[] in, float[] out, int radius, int step, int pitch) {
        for (int line = 0; line < side; line++) {
            for (int i = 0; i < side; i++) {
                float sum = 0;
                for (int k = -radius; k <= radius; k++) {
                    sum += in[line * pitch + Math.clamp(i + k, 0, side - 1) * step];
                }
                out[line * pitch + i * step] = sum / (2 * radius + 1);
            }
        }
    }

    /** Lays the finished layer over a picture. */
    void over(float[] picture) {
        for (int at = 0; at < alpha.length; at++) {
            for (int k = 0; k < 3; k++) {
                picture[3 * at + k] = rgb[3 * at + k] + (1 - alpha[at]) * picture[3 * at + k];
            }
        }
    }
}
