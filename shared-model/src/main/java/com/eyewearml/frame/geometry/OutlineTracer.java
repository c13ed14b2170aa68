package com.eyewearml.frame.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Follows the outline of a shape given as a field that is negative inside: predictor along the tangent, Newton corrector along the gradient. */
public final class OutlineTracer {
    private static final double STEP_MM = 0.3;
    private static final double DIFFERENCE_MM = 1e-4;
    private static final int MIN_STEPS = 20;
    private static final int MAX_STEPS = 4000;

    private final Field field;

    /** A field over the plane, negative inside the shape; its values near the outline are about distances in millimetres. */
    @FunctionalInterface
    public interface Field {
        /** Value at (x, y). */
        double at(double x, double y);
    }

    private OutlineTracer(Field field) {
        this.field = field;
    }

    /**
     * The outline of a shape that is symmetric in x, from its lower crossing of x = 0 counter-clockwise to the upper one, both exactly on
     * x = 0 with upright normals.
     *
     * @param insideY a height at which (0, insideY) is inside
     * @param radius  of the edge, {@code rings} its segments
     */
    public static Plate.Outline half(Field field, double insideY, double spacing, double maxTurnRad, double radius, int rings) {
        OutlineTracer tracer = new OutlineTracer(field);
        List<double[]> half = tracer.follow(0, tracer.crossing(0, insideY, -1), 0, tracer.crossing(0, insideY, 1));
        return tracer.outline(half, spacing, maxTurnRad, radius, rings);
    }

    /**
     * The same for an outline that is known already.
     *
     * @param outline symmetric in x, counter-clockwise, finely sampled; it crosses x = 0 twice
     */
    public static Plate.Outline half(Contour outline, double spacing, double maxTurnRad, double radius, int rings) {
        double low = outline.yAt(0, -1);
        double high = outline.yAt(0, 1);
        int n = outline.size();
        int lowest = 0;
        for (int i = 0; i < n; i++) {
            boolean enters = outline.x()[i] <= 0 && outline.x()[(i + 1) % n] > 0;
            lowest = enters ? (i + 1) % n : lowest;
        }
        List<double[]> half = new ArrayList<>();
        half.add(new double[] {0, low});
        for (int i = lowest; outline.x()[i] > 0; i = (i + 1) % n) {
            half.add(new double[] {outline.x()[i], outline.y()[i]});
        }
        half.add(new double[] {0, high});
        return new OutlineTracer(outline::signedDistance).outline(half, spacing, maxTurnRad, radius, rings);
    }

    /** The whole outline of a shape around the inner point ({@code insideX}, {@code insideY}), counter-clockwise and finely sampled. */
    public static Contour closed(Field field, double insideX, double insideY) {
        OutlineTracer tracer = new OutlineTracer(field);
        double startY = tracer.crossing(insideX, insideY, -1);
        List<double[]> points = tracer.follow(insideX, startY, insideX, startY);
        points.removeLast();
        return new Contour(points.stream().mapToDouble(p -> p[0]).toArray(), points.stream().mapToDouble(p -> p[1]).toArray());
    }

    private double crossing(double x, double insideY, int direction) {
        double inside = insideY;
        double outside = insideY + direction * 0.5;
        while (field.at(x, outside) < 0) {
            inside = outside;
            outside += direction * 0.5;
            if (Math.abs(outside - insideY) > 100) {
                throw new IllegalStateException("the shape does not end along x = " + x);
            }
        }
        for (int i = 0; i < 50; i++) {
            double middle = (inside + outside) / 2;
            if (field.at(x, middle) < 0) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return (inside + outside) / 2;
    }

    /** From one point of the outline, which it leaves towards +x, to another or around to itself. */
    private List<double[]> follow(double startX, double startY, double endX, double endY) {
        List<double[]> points = new ArrayList<>();
        double[] at = {startX, startY};
        points.add(at);
        double[] tangent = {1, 0};
        while (points.size() < MAX_STEPS) {
            at = corrected(at[0] + tangent[0] * STEP_MM, at[1] + tangent[1] * STEP_MM);
            if (points.size() > MIN_STEPS && Math.hypot(at[0] - endX, at[1] - endY) < STEP_MM) {
                points.add(new double[] {endX, endY});
                return points;
            }
            points.add(at);
            double[] normal = gradient(at[0], at[1]);
            tangent = new double[] {-normal[1], normal[0]};
        }
        throw new IllegalStateException("the outline from " + startX + ", " + startY + " does not reach " + endX + ", " + endY);
    }

    private double[] corrected(double x, double y) {
        double[] at = {x, y};
        for (int i = 0; i < 4; i++) {
            double[] gradient = gradient(at[0], at[1]);
            double value = field.at(at[0], at[1]);
            at[0] -= value * gradient[0];
            at[1] -= value * gradient[1];
        }
        return at;
    }

    /** Unit gradient. */
    private double[] gradient(double x, double y) {
        double gx = field.at(x + DIFFERENCE_MM, y) - field.at(x - DIFFERENCE_MM, y);
        double gy = field.at(x, y + DIFFERENCE_MM) - field.at(x, y - DIFFERENCE_MM);
        double length = Math.hypot(gx, gy);
        return new double[] {gx / length, gy / length};
    }

    private Plate.Outline outline(List<double[]> half, double spacing, double maxTurnRad, double radius, int rings) {
        int n = half.size();
        double[] x = new double[2 * n - 2];
        double[] y = new double[2 * n - 2];
        int widest = 0;
        for (int i = 0; i < n; i++) {
            x[i] = half.get(i)[0];
            y[i] = half.get(i)[1];
            widest = x[i] > x[widest] ? i : widest;
            if (i > 0 && i < n - 1) {
                x[2 * n - 2 - i] = -x[i];
                y[2 * n - 2 - i] = y[i];
            }
        }
        Contour whole = ContourSampling.resample(new Contour(x, y), spacing, maxTurnRad, new int[] {0, widest, n - 1});
        int end = 1;
        while (whole.x()[end] != 0) {
            end++;
        }
        double[] normalX = new double[end + 1];
        double[] normalY = new double[end + 1];
        for (int i = 0; i <= end; i++) {
            double[] outward = gradient(whole.x()[i], whole.y()[i]);
            boolean onAxis = i == 0 || i == end;
            normalX[i] = onAxis ? 0 : -outward[0];
            normalY[i] = onAxis ? (i == 0 ? 1 : -1) : -outward[1];
        }
        return new Plate.Outline(Arrays.copyOf(whole.x(), end + 1), Arrays.copyOf(whole.y(), end + 1), normalX, normalY, false, radius,
                rings);
    }
}
