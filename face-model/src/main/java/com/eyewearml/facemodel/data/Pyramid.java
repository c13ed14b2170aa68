package com.eyewearml.facemodel.data;

import java.util.ArrayList;
import java.util.List;

/**
 * A picture and its halvings, each the mean of 2 x 2 pixels of the one before, for sampling without aliasing.
 *
 * @param levels level k has sides {@code 2^-k} of the picture's
 */
public record Pyramid(List<Rgb> levels) {
    /** Halves until the shorter side would fall below {@code minSidePx}. */
    public static Pyramid of(Rgb picture, int minSidePx) {
        List<Rgb> levels = new ArrayList<>();
        levels.add(picture);
        Rgb last = picture;
        while (Math.min(last.width(), last.height()) / 2 >= minSidePx) {
            last = halve(last);
            levels.add(last);
        }
        return new Pyramid(List.copyOf(levels));
    }

    /** Number of the level to sample when one output pixel covers {@code pixelsPerSample} pixels of the picture. */
    public int levelFor(float pixelsPerSample) {
        int level = 0;
        while (level + 1 < levels.size() && pixelsPerSample >= 1.5f * (1 << level)) {
            level++;
        }
        return level;
    }

    private static Rgb halve(Rgb in) {
        int width = in.width() / 2;
        int height = in.height() / 2;
        byte[] out = new byte[3 * width * height];
        byte[] p = in.pixels();
        int pitch = 3 * in.width();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < 3 * width; x++) {
                int at = 2 * y * pitch + 2 * (x / 3) * 3 + x % 3;
                int sum = (p[at] & 255) + (p[at + 3] & 255) + (p[at + pitch] & 255) + (p[at + pitch + 3] & 255);
                out[y * 3 * width + x] = (byte) (sum + 2 >> 2);
            }
        }
        return new Rgb(width, height, out);
    }
}
