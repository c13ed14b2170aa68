package com.eyewearml.facemodel.sample;

/** The soft shadow that something close to the skin casts on it. */
final class ContactShadow {
    private final int width;
    private final int height;
    private final float[] rows;

    ContactShadow(int width, int height) {
        this.width = width;
        this.height = height;
        rows = new float[width * height];
    }

    /**
     * Darkens the covered part of a canvas.
     *
     * @param alpha    what casts the shadow
     * @param strength 0 none to 1 black
     */
    void cast(Canvas canvas, float[] alpha, float shiftX, float shiftY, float strength) {
        int dx = Math.round(shiftX), dy = Math.round(shiftY);
        for (int y = 0; y < height; y++) {
            int from = y * width;
            for (int x = 0; x < width; x++) {
                int left = Math.max(0, x - 1), right = Math.min(width - 1, x + 1);
                rows[from + x] = (alpha[from + left] + 2 * alpha[from + x] + alpha[from + right]) / 4;
            }
        }
        for (int y = 0; y < height; y++) {
            int sy = y - dy;
            if (sy < 1 || sy >= height - 1) {
                continue;
            }
            for (int x = Math.max(0, dx); x < Math.min(width, width + dx); x++) {
                int s = sy * width + x - dx;
                float shade = (rows[s - width] + 2 * rows[s] + rows[s + width]) / 4;
                int i = y * width + x;
                if (shade > 0 && canvas.coverage[i] > 0) {
                    float keep = 1 - strength * shade * canvas.coverage[i];
                    canvas.rgb[3 * i] *= keep;
                    canvas.rgb[3 * i + 1] *= keep;
                    canvas.rgb[3 * i + 2] *= keep;
                }
            }
        }
    }
}
