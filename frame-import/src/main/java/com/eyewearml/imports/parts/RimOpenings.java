package com.eyewearml.imports.parts;

import com.eyewearml.frame.geometry.Contour;
import com.eyewearml.imports.ImportException;
import com.eyewearml.imports.ImportException.Code;
import com.eyewearml.imports.geometry.Box;
import com.eyewearml.imports.geometry.Piece;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Finds the openings of the rims in a front, seen along z. */
final class RimOpenings {
    private static final double CELL_MM = 0.2;
    private static final double MARGIN_MM = 2;
    private static final double MIN_AREA_MM2 = 350;
    private static final int OUTLINE_POINTS = 360;

    private RimOpenings() {
    }

    /**
     * Outline of the left opening, on positive x; of both openings the mean, the right one mirrored.
     *
     * @throws ImportException where the rims are not closed
     */
    static Contour left(List<Piece> front) throws ImportException {
        Box box = Box.of(front);
        Box wide = new Box();
        double half = Math.max(-box.low().x, box.high().x) + MARGIN_MM;
        wide.add(-half, box.low().y - MARGIN_MM, 0);
        wide.add(half, box.high().y + MARGIN_MM, 0);
        int columns = (int) Math.ceil(wide.size().x / CELL_MM);
        int rows = (int) Math.ceil(wide.size().y / CELL_MM);
        Coverage coverage = new Coverage(wide, columns, rows);
        coverage.add(front);
        int[] region = regions(coverage);
        int leftRegion = largest(region, columns, 1);
        int rightRegion = largest(region, columns, -1);
        if (leftRegion < 0 || rightRegion < 0) {
            throw new ImportException(Code.NO_LENSES, "the file holds no lenses, and they cannot be made because the rims do not close around "
                    + "the eyes. Add two lens surfaces to the model (also for rimless and half-rim frames) and export it again");
        }
        double[] left = polar(region, leftRegion, coverage, 1);
        double[] right = polar(region, rightRegion, coverage, -1);
        double centreX = (left[0] + right[0]) / 2;
        double centreY = (left[1] + right[1]) / 2;
        double[] x = new double[OUTLINE_POINTS];
        double[] y = new double[OUTLINE_POINTS];
        double[] radii = new double[OUTLINE_POINTS];
        for (int i = 0; i < OUTLINE_POINTS; i++) {
            radii[i] = (left[2 + i] + right[2 + i]) / 2;
        }
        double[] smooth = smoothed(smoothed(radii));
        for (int i = 0; i < OUTLINE_POINTS; i++) {
            double angle = 2 * Math.PI * i / OUTLINE_POINTS;
            x[i] = centreX + smooth[i] * Math.cos(angle);
            y[i] = centreY + smooth[i] * Math.sin(angle);
        }
        return new Contour(x, y);
    }

    private static double[] smoothed(double[] radii) {
        int n = radii.length;
        double[] smooth = new double[n];
        for (int i = 0; i < n; i++) {
            for (int k = -2; k <= 2; k++) {
                smooth[i] += radii[Math.floorMod(i + k, n)] / 5;
            }
        }
        return smooth;
    }

    /** Number of the uncovered region of each cell, 0 for covered ones and 1 for the outside. */
    private static int[] regions(Coverage coverage) {
        int columns = coverage.columns();
        int[] region = new int[columns * coverage.rows()];
        int count = 0;
        for (int cell = 0; cell < region.length; cell++) {
            if (region[cell] == 0 && !coverage.at(cell % columns, cell / columns)) {
                flood(coverage, region, cell, ++count);
            }
        }
        return region;
    }

    private static void flood(Coverage coverage, int[] region, int start, int number) {
        int columns = coverage.columns();
        Deque<Integer> open = new ArrayDeque<>();
        open.push(start);
        region[start] = number;
        while (!open.isEmpty()) {
            int cell = open.pop();
            int column = cell % columns;
            int row = cell / columns;
            int[][] neighbours = {{column - 1, row}, {column + 1, row}, {column, row - 1}, {column, row + 1}};
            for (int[] next : neighbours) {
                boolean within = next[0] >= 0 && next[0] < columns && next[1] >= 0 && next[1] < coverage.rows();
                if (within && region[next[1] * columns + next[0]] == 0 && !coverage.at(next[0], next[1])) {
                    region[next[1] * columns + next[0]] = number;
                    open.push(next[1] * columns + next[0]);
                }
            }
        }
    }

    /** The largest inner region whose middle is on the side; -1 where none is large enough. */
    private static int largest(int[] region, int columns, int side) {
        int count = Arrays.stream(region).max().orElse(0);
        int[] cells = new int[count + 1];
        double[] sumX = new double[count + 1];
        for (int cell = 0; cell < region.length; cell++) {
            cells[region[cell]]++;
            sumX[region[cell]] += cell % columns + 0.5 - columns / 2.0;
        }
        int best = -1;
        for (int number = 2; number <= count; number++) {
            boolean onSide = sumX[number] * side > 0;
            boolean large = cells[number] * CELL_MM * CELL_MM > MIN_AREA_MM2;
            if (onSide && large && (best < 0 || cells[number] > cells[best])) {
                best = number;
            }
        }
        return best;
    }

    /** Centre x, centre y, then the distance of the opening's edge from there at each angle, x towards the temple. */
    private static double[] polar(int[] region, int number, Coverage coverage, int side) {
        int columns = coverage.columns();
        double sumX = 0;
        double sumY = 0;
        int cells = 0;
        for (int cell = 0; cell < region.length; cell++) {
            if (region[cell] == number) {
                sumX += coverage.x(cell % columns + 0.5);
                sumY += coverage.y(cell / columns + 0.5);
                cells++;
            }
        }
        double[] result = new double[2 + OUTLINE_POINTS];
        result[0] = sumX / cells * side;
        result[1] = sumY / cells;
        double lowX = coverage.x(0);
        double lowY = coverage.y(0);
        for (int i = 0; i < OUTLINE_POINTS; i++) {
            double angle = 2 * Math.PI * i / OUTLINE_POINTS;
            double radius = 0;
            boolean inside = true;
            while (inside) {
                radius += CELL_MM / 4;
                int column = (int) ((side * (result[0] + radius * Math.cos(angle)) - lowX) / (coverage.x(1) - lowX));
                int row = (int) ((result[1] + radius * Math.sin(angle) - lowY) / (coverage.y(1) - lowY));
                inside = region[row * columns + column] == number;
            }
            result[2 + i] = radius - CELL_MM / 8;
        }
        return result;
    }
}
