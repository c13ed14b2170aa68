package com.eyewearml.frame.geometry;

import java.util.Arrays;

/** Redistributes the points of a finely sampled {@link Contour} by its curvature. */
final class ContourSampling {
    private ContourSampling() {
    }

    static Contour resample(Contour fine, double spacing, double maxTurnRad) {
        return resample(fine, spacing, maxTurnRad, extremes(fine));
    }

    /** Keeps the points with the given ascending indices; the result starts at the first of them. */
    static Contour resample(Contour fine, double spacing, double maxTurnRad, int[] anchors) {
        int n = fine.size();
        double[] density = density(fine, spacing, maxTurnRad);
        double[] cumulative = new double[n + 1];
        for (int i = 0; i < n; i++) {
            int next = (i + 1) % n;
            double length = Math.hypot(fine.x()[next] - fine.x()[i], fine.y()[next] - fine.y()[i]);
            cumulative[i + 1] = cumulative[i] + length * (density[i] + density[next]) / 2;
        }
        int total = 0;
        int[] counts = new int[anchors.length];
        for (int a = 0; a < anchors.length; a++) {
            counts[a] = Math.max(2, (int) Math.ceil(span(cumulative, anchors, a)));
            total += counts[a];
        }
        double[] x = new double[total];
        double[] y = new double[total];
        int out = 0;
        for (int a = 0; a < anchors.length; a++) {
            double span = span(cumulative, anchors, a);
            int at = anchors[a];
            double passed = 0;
            for (int k = 0; k < counts[a]; k++) {
                double target = span * k / counts[a];
                double step = step(cumulative, at, n);
                while (passed + step < target) {
                    passed += step;
                    at = (at + 1) % n;
                    step = step(cumulative, at, n);
                }
                double t = (target - passed) / step;
                int next = (at + 1) % n;
                x[out] = fine.x()[at] + (fine.x()[next] - fine.x()[at]) * t;
                y[out++] = fine.y()[at] + (fine.y()[next] - fine.y()[at]) * t;
            }
        }
        return new Contour(x, y);
    }

    private static double step(double[] cumulative, int at, int n) {
        return cumulative[at % n + 1] - cumulative[at % n];
    }

    private static double span(double[] cumulative, int[] anchors, int a) {
        int from = anchors[a];
        int to = anchors[(a + 1) % anchors.length];
        double span = cumulative[to] - cumulative[from];
        return to > from ? span : span + cumulative[cumulative.length - 1];
    }

    /** Points per millimetre, smoothed so that the spacing never jumps. */
    private static double[] density(Contour fine, double spacing, double maxTurnRad) {
        int n = fine.size();
        double[] density = new double[n];
        for (int i = 0; i < n; i++) {
            int before = (i + n - 1) % n;
            int after = (i + 1) % n;
            double inX = fine.x()[i] - fine.x()[before];
            double inY = fine.y()[i] - fine.y()[before];
            double outX = fine.x()[after] - fine.x()[i];
            double outY = fine.y()[after] - fine.y()[i];
            double turn = Math.abs(Math.atan2(inX * outY - inY * outX, inX * outX + inY * outY));
            double length = (Math.hypot(inX, inY) + Math.hypot(outX, outY)) / 2;
            density[i] = Math.max(1 / spacing, turn / length / maxTurnRad);
        }
        double perimeter = 0;
        for (int i = 0, j = n - 1; i < n; j = i++) {
            perimeter += Math.hypot(fine.x()[i] - fine.x()[j], fine.y()[i] - fine.y()[j]);
        }
        int reach = Math.max(1, (int) Math.round(2 * spacing * n / perimeter));
        return blurred(blurred(density, reach), reach);
    }

    private static double[] blurred(double[] values, int reach) {
        int n = values.length;
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            for (int k = -reach; k <= reach; k++) {
                out[i] += values[Math.floorMod(i + k, n)] / (2 * reach + 1);
            }
        }
        return out;
    }

    /** The four extreme points in order around the curve. */
    private static int[] extremes(Contour fine) {
        int[] extremes = new int[4];
        for (int i = 1; i < fine.size(); i++) {
            extremes[0] = fine.x()[i] > fine.x()[extremes[0]] ? i : extremes[0];
            extremes[1] = fine.y()[i] > fine.y()[extremes[1]] ? i : extremes[1];
            extremes[2] = fine.x()[i] < fine.x()[extremes[2]] ? i : extremes[2];
            extremes[3] = fine.y()[i] < fine.y()[extremes[3]] ? i : extremes[3];
        }
        return Arrays.stream(extremes).sorted().distinct().toArray();
    }
}
