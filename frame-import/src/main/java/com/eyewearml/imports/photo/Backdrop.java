package com.eyewearml.imports.photo;

import com.eyewearml.imports.ImportException;
import com.eyewearml.imports.ImportException.Code;
import java.util.Arrays;

/** The plain background of a picture: a colour for each channel that changes linearly across, fitted to the border. */
final class Backdrop {
    private static final double BORDER_SHARE = 0.02;
    private static final double BUSY_LEVELS = 9;
    private static final double KEPT_SHARE = 0.7;

    private final double[][] coefficients = new double[3][];
    private final double noise;
    private final Photograph picture;

    /** @throws ImportException where the border is not plain */
    Backdrop(Photograph picture) throws ImportException {
        this.picture = picture;
        int[] border = border(picture);
        double worst = 0;
        for (int c = 0; c < 3; c++) {
            int channel = c;
            double[] sorted = Arrays.stream(border).mapToDouble(p -> picture.channel(p, channel)).sorted().toArray();
            double median = sorted[sorted.length / 2];
            coefficients[c] = new double[] {median, 0, 0};
            for (int round = 0; round < 3; round++) {
                fit(border, c);
            }
            double[] residuals = Arrays.stream(border).mapToDouble(p -> Math.abs(picture.channel(p, channel) - at(p, channel))).sorted().toArray();
            worst = Math.max(worst, residuals[(int) (KEPT_SHARE * residuals.length)]);
        }
        noise = worst;
        if (worst > BUSY_LEVELS) {
            throw new ImportException(Code.BUSY_BACKGROUND, "the background is not plain: colours along the picture's border differ by "
                    + Math.round(worst) + " levels. Photograph the frame on white or light grey, or cut it out");
        }
    }

    private static int[] border(Photograph picture) {
        int reach = Math.max(2, (int) (BORDER_SHARE * picture.width()));
        int[] pixels = new int[picture.width() * picture.height()];
        int count = 0;
        for (int row = 0; row < picture.height(); row++) {
            for (int column = 0; column < picture.width(); column++) {
                if (row < reach || column < reach || row >= picture.height() - reach || column >= picture.width() - reach) {
                    pixels[count++] = row * picture.width() + column;
                }
            }
        }
        return Arrays.copyOf(pixels, count);
    }

    private double across(int pixel) {
        return 2.0 * (pixel % picture.width()) / picture.width() - 1;
    }

    private double down(int pixel) {
        return 2.0 * (pixel / picture.width()) / picture.height() - 1;
    }

    private double at(int pixel, int channel) {
        double[] k = coefficients[channel];
        return k[0] + k[1] * across(pixel) + k[2] * down(pixel);
    }

    /** One step of a robust fit: mean and slopes of what is within the busy limit. Border and axes are symmetric, so terms do not mix. */
    private void fit(int[] border, int channel) {
        double sum = 0;
        double sumX = 0;
        double sumY = 0;
        double xx = 0;
        double yy = 0;
        int count = 0;
        for (int pixel : border) {
            double residual = picture.channel(pixel, channel) - at(pixel, channel);
            if (Math.abs(residual) < 2 * BUSY_LEVELS) {
                sum += residual;
                sumX += residual * across(pixel);
                sumY += residual * down(pixel);
                xx += across(pixel) * across(pixel);
                yy += down(pixel) * down(pixel);
                count++;
            }
        }
        if (count > 0) {
            coefficients[channel][0] += sum / count;
            coefficients[channel][1] += sumX / xx;
            coefficients[channel][2] += sumY / yy;
        }
    }

    /** Largest difference of a pixel's channels from the background, in levels of 255. */
    double difference(int pixel) {
        double largest = 0;
        for (int c = 0; c < 3; c++) {
            largest = Math.max(largest, Math.abs(picture.channel(pixel, c) - at(pixel, c)));
        }
        return largest;
    }

    /** The background's colour behind a pixel, 0 to 255. */
    double[] colour(int pixel) {
        return new double[] {at(pixel, 0), at(pixel, 1), at(pixel, 2)};
    }

    /** How much the background varies by itself, in levels. */
    double noise() {
        return noise;
    }
}
