package com.eyewearml.client.render;

import java.util.Arrays;

/**
 * Light on the skin of a face as spherical harmonics of order 2 over directions in the camera frame, in the order of the shaders'
 * polynomial: 1, y, z, x, xy, yz, 3z²−1, xz, x²−y² (Ramamoorthi and Hanrahan 2001, "An Efficient Representation for Irradiance
 * Environment Maps").
 *
 * <p>A face shows hardly more than a quarter of all directions, so the fit is the most probable one under a normal prior: light
 * comes from above and in front rather than from below and behind, and higher bands are weaker. Samples that do not fit (hair, beards,
 * rims, highlights) lose their say by Tukey's biweight; where a beard may be, they have to earn it.
 */
final class IrradianceFit {
    static final int TERMS = 9;
    private static final int CHANNELS = 3;
    private static final int ROUNDS = 4;
    /** Samples whose deviation is their own; neighbours deviate together. */
    private static final double INDEPENDENT_SAMPLES = 60;
    /** How much skin differs from place to place, relative to its mean. */
    private static final double ALBEDO_SD = 0.12;
    /** Coefficients relative to the mean over the face, and how far they stray. */
    private static final double[] PRIOR_MEAN = {1, 0.22, 0.10, 0, 0, 0, 0, 0, 0};
    private static final double[] PRIOR_SD = {0.5, 0.30, 0.30, 0.35, 0.10, 0.10, 0.05, 0.10, 0.08};
    /** Where Tukey's biweight ends, in standard deviations. */
    private static final double TUKEY = 4.0;
    private static final double LEAST_DEVIATION = 0.03;
    private static final int DEVIATIONS = 256;
    private static final double LARGEST_DEVIATION = 1;

    private final double[][] equations = new double[TERMS][TERMS + CHANNELS];
    private final double[] basis = new double[TERMS];
    private final double[] coefficients = new double[CHANNELS * TERMS];
    private final double[] luminance = new double[TERMS];
    private final double[] deviations = new double[DEVIATIONS];
    private double[] trust = new double[0];

    /** Fits all channels to samples of which there is at least one. */
    void fit(SkinSamples samples) {
        if (trust.length < samples.weight.length) {
            trust = new double[samples.weight.length];
        }
        System.arraycopy(samples.bare, 0, trust, 0, samples.count());
        solve(samples);
        for (int round = 1; round < ROUNDS; round++) {
            reweight(samples);
            solve(samples);
        }
    }

    /** How far each sample belongs to the skin, 0–1. */
    double[] trust() {
        return trust;
    }

    /** Coefficient of a term for red, green or blue: radiance of skin. */
    double coefficient(int term, int channel) {
        return coefficients[CHANNELS * term + channel];
    }

    /** The same of the luminance. */
    double luminance(int term) {
        return luminance[term];
    }

    private void solve(SkinSamples samples) {
        for (double[] equation : equations) {
            Arrays.fill(equation, 0);
        }
        double total = 0;
        for (int i = 0; i < samples.count(); i++) {
            double w = samples.weight[i] * trust[i];
            total += w;
            evaluateBasis(samples.normals, 3 * i);
            for (int j = 0; j < TERMS; j++) {
                double[] equation = equations[j];
                double wj = w * basis[j];
                for (int k = 0; k <= j; k++) {
                    equation[k] += wj * basis[k];
                }
                for (int c = 0; c < CHANNELS; c++) {
                    equation[TERMS + c] += wj * samples.radiance[3 * i + c];
                }
            }
        }
        addPrior(total);
        eliminate();
        for (int j = 0; j < TERMS; j++) {
            luminance[j] = 0.2126 * coefficient(j, 0) + 0.7152 * coefficient(j, 1) + 0.0722 * coefficient(j, 2);
        }
    }

    private void addPrior(double total) {
        for (int c = 0; c < CHANNELS; c++) {
            double mean = equations[0][TERMS + c] / total;
            for (int j = 0; j < TERMS; j++) {
                equations[j][TERMS + c] += ridge(j, total) * PRIOR_MEAN[j] * mean;
            }
        }
        for (int j = 0; j < TERMS; j++) {
            equations[j][j] += ridge(j, total);
            for (int k = 0; k < j; k++) {
                equations[k][j] = equations[j][k];
            }
        }
    }

    private static double ridge(int term, double total) {
        double ratio = ALBEDO_SD / PRIOR_SD[term];
        return total * ratio * ratio / INDEPENDENT_SAMPLES;
    }

    /** Gauss; the prior makes the matrix positive definite, so that no pivot vanishes. */
    private void eliminate() {
        for (int i = 0; i < TERMS; i++) {
            for (int k = i + 1; k < TERMS; k++) {
                double factor = equations[k][i] / equations[i][i];
                for (int j = i; j < TERMS + CHANNELS; j++) {
                    equations[k][j] -= factor * equations[i][j];
                }
            }
        }
        for (int c = 0; c < CHANNELS; c++) {
            for (int i = TERMS - 1; i >= 0; i--) {
                double value = equations[i][TERMS + c];
                for (int j = i + 1; j < TERMS; j++) {
                    value -= equations[i][j] * coefficients[CHANNELS * j + c];
                }
                coefficients[CHANNELS * i + c] = value / equations[i][i];
            }
        }
    }

    /** Trusts each sample by how far it is from the fit, in units of the median deviation. */
    private void reweight(SkinSamples samples) {
        Arrays.fill(deviations, 0);
        double total = 0;
        for (int i = 0; i < samples.count(); i++) {
            double deviation = deviation(samples, i);
            trust[i] = deviation;
            if (samples.bare[i] == 0) {
                continue;
            }
            int bin = (int) Math.min(Math.abs(deviation) / LARGEST_DEVIATION * DEVIATIONS, DEVIATIONS - 1);
            deviations[bin] += samples.weight[i];
            total += samples.weight[i];
        }
        double below = 0;
        int bin = 0;
        while (bin < DEVIATIONS - 1 && below + deviations[bin] < total / 2) {
            below += deviations[bin++];
        }
        double within = deviations[bin] > 0 ? (total / 2 - below) / deviations[bin] : 0;
        double median = (bin + within) / DEVIATIONS * LARGEST_DEVIATION;
        double reach = TUKEY * Math.max(1.4826 * median, LEAST_DEVIATION);
        for (int i = 0; i < samples.count(); i++) {
            double u = trust[i] / reach;
            double inside = Math.max(1 - u * u, 0);
            trust[i] = inside * inside;
        }
    }

    /** Of a sample's luminance from the fit, relative to the fit or, where that is dark, to its mean. */
    private double deviation(SkinSamples samples, int i) {
        evaluateBasis(samples.normals, 3 * i);
        double fitted = 0;
        for (int j = 0; j < TERMS; j++) {
            fitted += luminance[j] * basis[j];
        }
        return (samples.luminance[i] - fitted) / Math.max(Math.max(fitted, 0.3 * luminance[0]), 1e-4);
    }

    private void evaluateBasis(double[] normals, int at) {
        double x = normals[at];
        double y = normals[at + 1];
        double z = normals[at + 2];
        basis[0] = 1;
        basis[1] = y;
        basis[2] = z;
        basis[3] = x;
        basis[4] = x * y;
        basis[5] = y * z;
        basis[6] = 3 * z * z - 1;
        basis[7] = x * z;
        basis[8] = x * x - y * y;
    }
}
