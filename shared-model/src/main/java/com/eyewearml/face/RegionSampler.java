package com.eyewearml.face;

import java.util.Arrays;

/** Reads a region of a picture as a network's input, as {@link FaceVision} defines it. */
public final class RegionSampler {
    private static final int CHANNELS = 3;
    private static final float COLOUR_SCALE = 1 / 127.5f;

    private final int size;
    private final RegionGrid grid = new RegionGrid();

    /** For networks of {@code size} squared input pixels. */
    public RegionSampler(int size) {
        this.size = size;
    }

    /**
     * Fills a network's input.
     *
     * @param input row, column, channel order, length {@code 3 size^2}
     */
    public void sample(RgbaImage picture, Roi roi, float[] input) {
        grid.set(roi, size);
        int n = grid.samplesPerPixelSide();
        Arrays.fill(input, 0);
        for (int sampleRow = 0; sampleRow < size * n; sampleRow++) {
            addRow(picture, sampleRow, n, input);
        }
        float scale = COLOUR_SCALE / (n * n);
        for (int i = 0; i < input.length; i++) {
            input[i] = input[i] * scale - 1;
        }
    }

    /** Adds one row of samples to the input pixels it belongs to. */
    private void addRow(RgbaImage picture, int sampleRow, int n, float[] input) {
        float rowX = grid.originX() - sampleRow * grid.stepY();
        float rowY = grid.originY() + sampleRow * grid.stepX();
        int at = sampleRow / n * size * CHANNELS;
        for (int column = 0, sample = 0; column < size; column++, at += CHANNELS) {
            for (int part = 0; part < n; part++, sample++) {
                add(picture, rowX + sample * grid.stepX(), rowY + sample * grid.stepY(), input, at);
            }
        }
    }

    /** Adds the bilinear mixture of the four pixels around a point. */
    private static void add(RgbaImage picture, float x, float y, float[] input, int at) {
        int left = floor(x);
        int top = floor(y);
        float right = x - left;
        float bottom = y - top;
        if (left < 0 || top < 0 || left >= picture.width() - 1 || top >= picture.height() - 1) {
            addPixel(picture, left, top, (1 - right) * (1 - bottom), input, at);
            addPixel(picture, left + 1, top, right * (1 - bottom), input, at);
            addPixel(picture, left, top + 1, (1 - right) * bottom, input, at);
            addPixel(picture, left + 1, top + 1, right * bottom, input, at);
            return;
        }
        byte[] pixels = picture.pixels();
        int upper = 4 * (top * picture.width() + left);
        int lower = upper + 4 * picture.width();
        for (int channel = 0; channel < CHANNELS; channel++) {
            float upperLeft = pixels[upper + channel] & 0xff;
            float upperRight = pixels[upper + 4 + channel] & 0xff;
            float lowerLeft = pixels[lower + channel] & 0xff;
            float lowerRight = pixels[lower + 4 + channel] & 0xff;
            float above = upperLeft + right * (upperRight - upperLeft);
            float below = lowerLeft + right * (lowerRight - lowerLeft);
            input[at + channel] += above + bottom * (below - above);
        }
    }

    /** Adds a weighted pixel; outside the picture is black. */
    private static void addPixel(RgbaImage picture, int x, int y, float weight, float[] input, int at) {
        if (x >= 0 && y >= 0 && x < picture.width() && y < picture.height()) {
            int pixel = 4 * (y * picture.width() + x);
            for (int channel = 0; channel < CHANNELS; channel++) {
                input[at + channel] += weight * (picture.pixels()[pixel + channel] & 0xff);
            }
        }
    }

    private static int floor(float value) {
        int truncated = (int) value;
        return value < truncated ? truncated - 1 : truncated;
    }
}
