package com.eyewearml.facemodel.sample;

/** Soft-edged lines on a picture of RGB floats. */
final class Strokes {
    private final int width;
    private final int height;

    Strokes(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** A line with round ends; {@code radiusPx} below half a pixel makes it fainter. */
    void line(float[] rgb, float ax, float ay, float bx, float by, float radiusPx, float[] colour, float opacity) {
        float dx = bx - ax, dy = by - ay;
        float inverse = 1 / Math.max(1e-6f, dx * dx + dy * dy);
        float reach = Math.max(radiusPx, 0.5f) + 0.5f, strength = opacity * Math.min(1, 2 * radiusPx);
        int x0 = Math.max(0, (int) Math.floor(Math.min(ax, bx) - reach)), x1 = Math.min(width - 1, (int) Math.ceil(Math.max(ax, bx) + reach));
        int y0 = Math.max(0, (int) Math.floor(Math.min(ay, by) - reach)), y1 = Math.min(height - 1, (int) Math.ceil(Math.max(ay, by) + reach));
        for (int y = y0; y <= y1; y++) {
            for (int x = x0; x <= x1; x++) {
                float px = x + 0.5f - ax, py = y + 0.5f - ay;
                float t = Math.clamp((px * dx + py * dy) * inverse, 0, 1);
                float distance = (float) Math.hypot(px - t * dx, py - t * dy);
                float alpha = strength * Math.clamp(reach - distance, 0, 1);
                if (alpha > 0) {
                    int at = 3 * (y * width + x);
                    for (int k = 0; k < 3; k++) {
                        rgb[at + k] += alpha * (colour[k] - rgb[at + k]);
                    }
                }
            }
        }
    }
}
