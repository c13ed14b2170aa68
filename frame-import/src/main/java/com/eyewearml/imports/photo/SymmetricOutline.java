package com.eyewearml.imports.photo;

import com.eyewearml.frame.geometry.Contour;
import com.eyewearml.frame.geometry.OutlineTracer.Field;
import com.eyewearml.imports.ImportException;
import com.eyewearml.imports.ImportException.Code;
import java.util.ArrayList;
import java.util.List;

/** Follows the zero line of a field that is symmetric in x over a grid of step 1, as marching squares do, on the side of positive x. */
final class SymmetricOutline {
    private static final int SMOOTHINGS = 8;
    private static final double MIN_POINTS = 60;

    private final Field field;
    private final int reach;

    private SymmetricOutline(Field field, int reach) {
        this.field = field;
        this.reach = reach;
    }

    /**
     * The outline through the two crossings of x = 0 next to {@code insideY}, counter-clockwise.
     *
     * @param reach how far from the origin it may go
     */
    static Contour around(Field field, double insideY, int reach) throws ImportException {
        return new SymmetricOutline(field, reach).follow(insideY);
    }

    private Contour follow(double insideY) throws ImportException {
        int row = (int) Math.floor(insideY);
        while (row > -reach && field.at(0, row) < 0) {
            row--;
        }
        // Cells are named by their lower left node; a walk enters by one side and leaves by another with the inside to its left.
        List<double[]> half = new ArrayList<>();
        half.add(new double[] {0, row + crossing(field.at(0, row), field.at(0, row + 1))});
        int column = 0;
        int side = 3;
        boolean open = true;
        while (open) {
            side = exit(column, row, side);
            half.add(point(column, row, side));
            open = !(side == 3 && column == 0);
            column += side == 1 ? 1 : side == 3 ? -1 : 0;
            row += side == 2 ? 1 : side == 0 ? -1 : 0;
            side = (side + 2) % 4;
            if (column > reach || Math.abs(row) > reach || half.size() > 40 * reach) {
                throw new ImportException(Code.NO_FRAME_IN_PICTURE, "the outline of the frame runs out of the picture; show the whole frame with some "
                        + "background around it");
            }
        }
        if (half.size() < MIN_POINTS) {
            throw new ImportException(Code.NO_FRAME_IN_PICTURE, "no bridge joins the two sides of what the picture shows; use a picture of the whole "
                    + "frame straight from the front");
        }
        return whole(smoothed(half));
    }

    private double node(int column, int row, int corner) {
        return field.at(column + (corner == 1 || corner == 2 ? 1 : 0), row + (corner >= 2 ? 1 : 0));
    }

    /** Sides 0 below, 1 right, 2 above, 3 left; side k joins corners k and k + 1. The next crossed side clockwise or not, by the inside. */
    private int exit(int column, int row, int entry) {
        for (int step = 1; step < 4; step++) {
            int side = (entry + step) % 4;
            boolean first = node(column, row, side) < 0;
            boolean second = node(column, row, (side + 1) % 4) < 0;
            if (first != second) {
                return side;
            }
        }
        throw new IllegalStateException("the zero line ends in a cell");
    }

    private double[] point(int column, int row, int side) {
        double t = crossing(node(column, row, side), node(column, row, (side + 1) % 4));
        return switch (side) {
            case 0 -> new double[] {column + t, row};
            case 1 -> new double[] {column + 1, row + t};
            case 2 -> new double[] {column + 1 - t, row + 1};
            default -> new double[] {column, row + 1 - t};
        };
    }

    private static double crossing(double from, double to) {
        return Math.clamp(from / (from - to), 0.01, 0.99);
    }

    private static List<double[]> smoothed(List<double[]> half) {
        List<double[]> points = half;
        for (int round = 0; round < SMOOTHINGS; round++) {
            List<double[]> next = new ArrayList<>(points);
            for (int i = 1; i < points.size() - 1; i++) {
                double[] a = points.get(i - 1);
                double[] b = points.get(i);
                double[] c = points.get(i + 1);
                next.set(i, new double[] {(a[0] + 2 * b[0] + c[0]) / 4, (a[1] + 2 * b[1] + c[1]) / 4});
            }
            points = next;
        }
        return points;
    }

    private static Contour whole(List<double[]> half) {
        int n = half.size();
        double[] x = new double[2 * n - 2];
        double[] y = new double[2 * n - 2];
        for (int i = 0; i < n; i++) {
            x[i] = i == 0 || i == n - 1 ? 0 : half.get(i)[0];
            y[i] = half.get(i)[1];
            if (i > 0 && i < n - 1) {
                x[2 * n - 2 - i] = -x[i];
                y[2 * n - 2 - i] = y[i];
            }
        }
        return new Contour(x, y);
    }
}
