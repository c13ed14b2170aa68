package com.eyewearml.trace;

import org.joml.Vector3d;

/**
 * Light that GGX microfacets reflect after one bounce, integrated over the hemisphere: {@code f0 · scale + f90 · bias} for Schlick's
 * Fresnel term, as a function of the viewing cosine and roughness; and the cosine-weighted means. Numbers by Monte Carlo, read by
 * bilinear interpolation.
 */
final class AlbedoTable {
    private static final int STEPS = 32;
    private static final int SAMPLES = 4096;
    private static final AlbedoTable SHARED = new AlbedoTable();

    /** [roughness][cosine][scale, bias]. */
    private final double[][][] values = new double[STEPS][STEPS][2];
    /** [roughness][scale, bias]. */
    private final double[][] means = new double[STEPS][2];

    private AlbedoTable() {
        for (int r = 0; r < STEPS; r++) {
            Ggx ggx = Ggx.ofRoughness(position(r));
            for (int c = 0; c < STEPS; c++) {
                integrate(ggx, Math.max(1e-3, position(c)), values[r][c]);
            }
            for (int part = 0; part < 2; part++) {
                means[r][part] = mean(values[r], part);
            }
        }
    }

    static AlbedoTable shared() {
        return SHARED;
    }

    private static double position(int step) {
        return step / (STEPS - 1.0);
    }

    private static void integrate(Ggx ggx, double cosine, double[] out) {
        Vector3d wo = new Vector3d(Math.sqrt(1 - cosine * cosine), 0, cosine);
        for (int i = 0; i < SAMPLES; i++) {
            double radicalInverse = (Integer.reverse(i) & 0xffffffffL) * 0x1p-32;
            Vector3d h = ggx.sampleNormal(wo, (i + 0.5) / SAMPLES, radicalInverse);
            double cos = wo.dot(h);
            Vector3d wi = new Vector3d(h).mul(2 * cos).sub(wo);
            if (wi.z > 0) {
                double weight = ggx.maskingShadowing(wo, wi) / ggx.masking(wo) / SAMPLES;
                double grazing = Fresnel.schlickWeight(cos);
                out[0] += weight * (1 - grazing);
                out[1] += weight * grazing;
            }
        }
    }

    /** Twice the integral of albedo times cosine, by the trapezium rule. */
    private static double mean(double[][] albedo, int part) {
        double sum = 0;
        for (int c = 0; c + 1 < STEPS; c++) {
            sum += (albedo[c][part] * position(c) + albedo[c + 1][part] * position(c + 1)) / (STEPS - 1);
        }
        return sum;
    }

    /** Albedo for a viewing cosine. */
    double albedo(double roughness, double cosine, double f0, double f90) {
        double r = Math.clamp(roughness, 0, 1) * (STEPS - 1);
        double c = Math.clamp(cosine, 0, 1) * (STEPS - 1);
        int r0 = Math.min((int) r, STEPS - 2);
        int c0 = Math.min((int) c, STEPS - 2);
        double low = mix(dot(values[r0][c0], f0, f90), dot(values[r0][c0 + 1], f0, f90), c - c0);
        double high = mix(dot(values[r0 + 1][c0], f0, f90), dot(values[r0 + 1][c0 + 1], f0, f90), c - c0);
        return mix(low, high, r - r0);
    }

    /** Cosine-weighted mean of the albedo. */
    double meanAlbedo(double roughness, double f0, double f90) {
        double r = Math.clamp(roughness, 0, 1) * (STEPS - 1);
        int r0 = Math.min((int) r, STEPS - 2);
        return mix(dot(means[r0], f0, f90), dot(means[r0 + 1], f0, f90), r - r0);
    }

    private static double dot(double[] scaleBias, double f0, double f90) {
        return scaleBias[0] * f0 + scaleBias[1] * f90;
    }

    private static double mix(double a, double b, double t) {
        return a + (b - a) * t;
    }
}
