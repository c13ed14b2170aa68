package com.eyewearml.frame.geometry;

/** Closed uniform cubic B-spline: twice continuously differentiable, so that reflections run smoothly along an edge made of it. */
public final class BSpline {
    private BSpline() {
    }

    /**
     * The closed curve of a cage of control points given as x, y pairs, counter-clockwise.
     *
     * @param samplesPerSpan points of the result per control point
     */
    public static Contour closed(double[] cage, int samplesPerSpan) {
        int spans = cage.length / 2;
        double[] x = new double[spans * samplesPerSpan];
        double[] y = new double[spans * samplesPerSpan];
        for (int span = 0; span < spans; span++) {
            for (int k = 0; k < samplesPerSpan; k++) {
                double t = (double) k / samplesPerSpan;
                double[] weights = {(1 - t) * (1 - t) * (1 - t) / 6, (3 * t * t * t - 6 * t * t + 4) / 6,
                    (-3 * t * t * t + 3 * t * t + 3 * t + 1) / 6, t * t * t / 6};
                int out = span * samplesPerSpan + k;
                for (int i = 0; i < 4; i++) {
                    int control = (span + i) % spans;
                    x[out] += weights[i] * cage[2 * control];
                    y[out] += weights[i] * cage[2 * control + 1];
                }
            }
        }
        return new Contour(x, y);
    }
}
