package com.eyewearml.client.render;

import java.util.Arrays;

/**
 * The main light on a face, as one distant light besides light from all around: {@code A + K max(0, n·l)}. Where skin turns away
 * from the light its shading ends, which harmonics smear and which gives the direction away. All directions are tried; the result is their
 * mean weighted by how well each explains the skin and how usual it is, so that it moves without jumps and falls back to light from
 * above and in front where the skin tells nothing.
 */
final class KeyLight {
    private static final int DIRECTIONS = 160;
    private static final double FARTHEST_BEHIND = -0.45;
    private static final int CELLS = 14;
    /** Samples whose deviation is their own; neighbours deviate together. */
    private static final double INDEPENDENT_SAMPLES = 40;
    private static final double ALBEDO_SD = 0.10;
    /** How much less usual light is from the side, from below and from behind; how much less usual hard light. */
    private static final double ABOVE = 0.45;
    private static final double SPREAD = 0.75;
    private static final double USUAL_KEY = 0.8;

    private final double[] directions = new double[3 * DIRECTIONS];
    private final double[] usual = new double[DIRECTIONS];
    private final double[] weight = new double[CELLS * CELLS];
    private final double[] normals = new double[3 * CELLS * CELLS];
    private final double[] luminance = new double[CELLS * CELLS];
    private final double[] cost = new double[DIRECTIONS];
    private final double[] ratio = new double[DIRECTIONS];
    private final double[] direction = new double[3];
    private double toFill;

    KeyLight() {
        int n = 0;
        // A spiral of equal areas.
        int turns = (int) Math.round(DIRECTIONS * 2 / (1 - FARTHEST_BEHIND));
        for (int i = 0; n < DIRECTIONS; i++) {
            double z = 1 - (2 * i + 1.0) / turns;
            double radius = Math.sqrt(1 - z * z);
            double x = radius * Math.cos(2.399963 * i);
            double y = radius * Math.sin(2.399963 * i);
            directions[3 * n] = x;
            directions[3 * n + 1] = y;
            directions[3 * n + 2] = z;
            double up = (Math.asin(y) - ABOVE) / SPREAD;
            double behind = Math.min(z, 0) / 0.25;
            usual[n++] = 0.5 * (up * up + behind * behind);
        }
    }

    /** Looks for the light that explains the samples best; trust as {@link IrradianceFit#trust()} has it. */
    void find(SkinSamples samples, double[] trust) {
        gather(samples, trust);
        double total = 0;
        double sum = 0;
        for (int i = 0; i < weight.length; i++) {
            total += weight[i];
            sum += weight[i] * luminance[i];
        }
        double mean = sum / total;
        double variance = mean * mean * ALBEDO_SD * ALBEDO_SD / INDEPENDENT_SAMPLES;
        double least = Double.MAX_VALUE;
        for (int d = 0; d < DIRECTIONS; d++) {
            least = Math.min(least, cost[d] = tryDirection(d, total, sum, mean, variance));
        }
        Arrays.fill(direction, 0);
        double weights = 0;
        toFill = 0;
        for (int d = 0; d < DIRECTIONS; d++) {
            double w = Math.exp(least - cost[d]);
            weights += w;
            toFill += w * Math.log1p(ratio[d]);
            for (int i = 0; i < 3; i++) {
                direction[i] += w * directions[3 * d + i];
            }
        }
        toFill = Math.expm1(toFill / weights);
        double length = Math.sqrt(direction[0] * direction[0] + direction[1] * direction[1] + direction[2] * direction[2]);
        for (int i = 0; i < 3; i++) {
            direction[i] /= length;
        }
    }

    /** Averages samples of nearly the same normal, so that trying a direction costs little. */
    private void gather(SkinSamples samples, double[] trust) {
        Arrays.fill(weight, 0);
        Arrays.fill(normals, 0);
        Arrays.fill(luminance, 0);
        for (int i = 0; i < samples.count(); i++) {
            double w = samples.weight[i] * trust[i];
            int column = (int) Math.min(CELLS - 1, (samples.normals[3 * i] + 1) / 2 * CELLS);
            int row = (int) Math.min(CELLS - 1, (samples.normals[3 * i + 1] + 1) / 2 * CELLS);
            int cell = row * CELLS + column;
            weight[cell] += w;
            luminance[cell] += w * samples.luminance[i];
            for (int k = 0; k < 3; k++) {
                normals[3 * cell + k] += w * samples.normals[3 * i + k];
            }
        }
        for (int cell = 0; cell < weight.length; cell++) {
            if (weight[cell] > 0) {
                luminance[cell] /= weight[cell];
                for (int k = 0; k < 3; k++) {
                    normals[3 * cell + k] /= weight[cell];
                }
            }
        }
    }

    /** Least squares for A and K, with a prior on K; returns half the deviance. */
    private double tryDirection(int d, double total, double sum, double mean, double variance) {
        double sh = 0;
        double shh = 0;
        double shl = 0;
        double sll = 0;
        for (int i = 0; i < weight.length; i++) {
            double w = weight[i];
            if (w > 0) {
                double h = Math.max(0, normals[3 * i] * directions[3 * d] + normals[3 * i + 1] * directions[3 * d + 1]
                        + normals[3 * i + 2] * directions[3 * d + 2]);
                sh += w * h;
                shh += w * h * h;
                shl += w * h * luminance[i];
                sll += w * luminance[i] * luminance[i];
            }
        }
        // In units of total: the mean square deviation over the variance of one mean.
        double ridge = total * variance / (USUAL_KEY * USUAL_KEY * mean * mean);
        double a11 = total;
        double a12 = sh;
        double a22 = shh + ridge;
        double determinant = a11 * a22 - a12 * a12;
        double a = (a22 * sum - a12 * shl) / determinant;
        double k = (a11 * shl - a12 * sum) / determinant;
        if (k < 0) {
            k = 0;
            a = sum / total;
        } else if (a < 0.02 * mean) {
            a = 0.02 * mean;
            k = (shl - a * sh) / a22;
        }
        double deviation = sll - 2 * a * sum - 2 * k * shl + a * a * total + 2 * a * k * sh + k * k * a22;
        ratio[d] = k / a;
        return 0.5 * deviation / total / variance + usual[d];
    }

    /** Unit vector towards the light, camera frame. */
    double direction(int axis) {
        return direction[axis];
    }

    /** Irradiance from the light on a surface that faces it, over that from all around. */
    double toFill() {
        return toFill;
    }
}
