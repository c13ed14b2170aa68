package com.eyewearml.imports.photo;

import com.eyewearml.frame.LensOptions;
import com.eyewearml.frame.LensOptions.Tint;
import java.util.Arrays;

/**
 * Colours read off a picture.
 *
 * @param frame      linear RGB of the front
 * @param crystal    whether the front hardly differs from the background
 * @param tortoise   whether light and dark amber alternate
 * @param lens       tint and transmittance
 */
record FrontColours(float[] frame, boolean crystal, boolean tortoise, LensOptions lens) {
    private static final double CRYSTAL_LEVELS = 16;
    private static final double CLEAR = 0.82;
    private static final double GRADIENT = 1.35;
    private static final double LOWEST = 0.03;
    /** Shares of a tortoise front that are amber, and that are dark; of honey-coloured ones four fifths are amber and next to nothing is dark. */
    private static final double AMBER_SHARE = 0.25;
    private static final double DARK_SHARE = 0.12;
    /** Luminances over that of the background. */
    private static final double AMBER_LUMINANCE = 0.05;
    private static final double DARK_LUMINANCE = 0.035;

    static FrontColours of(Photograph picture, Backdrop backdrop, TracedFront front) {
        float[] frame = new float[3];
        double[] background = new double[3];
        int count = front.body().count();
        int[][] values = new int[3][count];
        int at = 0;
        for (int pixel = 0; pixel < front.body().in.length; pixel++) {
            if (front.body().in[pixel]) {
                for (int c = 0; c < 3; c++) {
                    values[c][at] = picture.channel(pixel, c);
                    background[c] += backdrop.colour(pixel)[c] / count;
                }
                at++;
            }
        }
        boolean crystal = true;
        for (int c = 0; c < 3; c++) {
            Arrays.sort(values[c]);
            int median = values[c][count / 2];
            frame[c] = linear(median);
            crystal &= Math.abs(median - background[c]) < CRYSTAL_LEVELS;
        }
        return new FrontColours(frame, crystal, tortoise(picture, backdrop, front.body()), lens(picture, backdrop, front));
    }

    /** Whether the front is amber in some places and dark in others. */
    private static boolean tortoise(Photograph picture, Backdrop backdrop, Mask body) {
        int amber = 0;
        int dark = 0;
        for (int pixel = 0; pixel < body.in.length; pixel++) {
            if (body.in[pixel]) {
                double[] rgb = {linear(picture.channel(pixel, 0)), linear(picture.channel(pixel, 1)), linear(picture.channel(pixel, 2))};
                double[] behind = backdrop.colour(pixel);
                double share = luminance(rgb) / Math.max(LOWEST, luminance(new double[] {linear(behind[0]), linear(behind[1]), linear(behind[2])}));
                amber += rgb[0] > 1.5 * rgb[1] && rgb[1] > 1.5 * rgb[2] && share > AMBER_LUMINANCE ? 1 : 0;
                dark += share < DARK_LUMINANCE ? 1 : 0;
            }
        }
        return amber > AMBER_SHARE * body.count() && dark > DARK_SHARE * body.count();
    }

    private static LensOptions lens(Photograph picture, Backdrop backdrop, TracedFront front) {
        double[] top = transmittance(picture, backdrop, front, 0.65, 0.85);
        double[] bottom = transmittance(picture, backdrop, front, 0.15, 0.35);
        double topShare = Math.clamp(luminance(top), LOWEST, 1);
        double bottomShare = Math.clamp(luminance(bottom), LOWEST, 1);
        if (topShare > CLEAR && bottomShare > CLEAR) {
            return LensOptions.clear();
        }
        double ratio = bottomShare / topShare;
        if (ratio > GRADIENT || ratio < 1 / GRADIENT) {
            return LensOptions.gradient(tint(top), topShare, bottomShare);
        }
        double[] mean = {(top[0] + bottom[0]) / 2, (top[1] + bottom[1]) / 2, (top[2] + bottom[2]) / 2};
        return LensOptions.tinted(tint(mean), (topShare + bottomShare) / 2);
    }

    /** Light through the lenses over light of the background between two heights of the lens, median, linear. */
    private static double[] transmittance(Photograph picture, Backdrop backdrop, TracedFront front, double from, double to) {
        double low = front.lens().minY();
        double height = front.lens().maxY() - low;
        double[][] shares = new double[3][picture.rgb().length];
        int count = 0;
        for (int pixel = 0; pixel < picture.rgb().length; pixel++) {
            double share = (front.axis().own(pixel % picture.width() + 0.5, pixel / picture.width() + 0.5)[1] - low) / height;
            if ((front.leftPixels().in[pixel] || front.rightPixels().in[pixel]) && share > from && share < to) {
                for (int c = 0; c < 3; c++) {
                    shares[c][count] = linear(picture.channel(pixel, c)) / Math.max(1e-3, linear(backdrop.colour(pixel)[c]));
                }
                count++;
            }
        }
        double[] medians = new double[3];
        for (int c = 0; c < 3 && count > 0; c++) {
            double[] sorted = Arrays.copyOf(shares[c], count);
            Arrays.sort(sorted);
            medians[c] = sorted[count / 2];
        }
        return medians;
    }

    private static double luminance(double[] rgb) {
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    }

    private static Tint tint(double[] rgb) {
        double sum = Math.max(1e-6, rgb[0] + rgb[1] + rgb[2]);
        double red = rgb[0] / sum;
        double green = rgb[1] / sum;
        double blue = rgb[2] / sum;
        if (Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue)) < 0.07) {
            return Tint.GREY;
        }
        if (blue > red && blue > green) {
            return Tint.BLUE;
        }
        if (green > red) {
            return Tint.GREEN;
        }
        if (green > 0.38) {
            return Tint.YELLOW;
        }
        return blue > green ? Tint.ROSE : Tint.BROWN;
    }

    static float linear(double srgb) {
        double v = Math.clamp(srgb / 255, 0, 1);
        return (float) (v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
    }
}
