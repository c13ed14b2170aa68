package com.eyewearml.imports.parts;

import com.eyewearml.imports.geometry.Box;
import com.eyewearml.imports.geometry.Piece;
import com.eyewearml.imports.geometry.SurfaceSamples;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joml.Vector3d;

/**
 * The front surface of the left lens as a paraboloid about its box centre, z = vertex + slopeX u + slopeY v + bendX u²/2 + bendY v²/2 +
 * twist uv, u towards the temple, fitted to the foremost points of both lenses. Points far from the fit, as at bevels, are left out.
 *
 * @param vertexZ at the box centre
 * @param slopeX  negative of the tangent of the wrap angle
 * @param slopeY  0 where the front is upright
 * @param bendX   curvature along x, per length; negative for lenses that bulge forwards
 * @param bendY   the same along y
 */
record LensSurface(double vertexZ, double slopeX, double slopeY, double bendX, double bendY) {
    private static final int SAMPLES = 12000;
    private static final double CELL_SHARE = 0.03;
    private static final int TERMS = 6;
    private static final int ROUNDS = 4;
    private static final double OUTLIER = 3;
    private static final double FINEST_SHARE = 2e-4;

    static LensSurface of(List<Piece> right, List<Piece> left, Box rightBox, Box leftBox) {
        List<double[]> points = new ArrayList<>();
        collect(right, rightBox, -1, points);
        collect(left, leftBox, 1, points);
        double[] s = fit(points);
        for (int round = 0; round < ROUNDS; round++) {
            double[] fitted = s;
            double[] residuals = points.stream().mapToDouble(p -> Math.abs(p[2] - value(fitted, p))).sorted().toArray();
            double limit = OUTLIER * residuals[residuals.length / 2] + FINEST_SHARE * leftBox.size().x;
            List<double[]> near = points.stream().filter(p -> Math.abs(p[2] - value(fitted, p)) <= limit).toList();
            s = fit(near);
        }
        return new LensSurface(s[0], s[1], s[2], s[3], s[4]);
    }

    /** The foremost sample of each cell of the plane, relative to the box centre. */
    private static void collect(List<Piece> lens, Box box, int side, List<double[]> points) {
        Vector3d centre = box.centre();
        double cell = CELL_SHARE * box.size().x;
        Map<Long, double[]> foremost = new HashMap<>();
        for (Vector3d sample : SurfaceSamples.of(lens, SAMPLES)) {
            double[] point = {(sample.x - centre.x) * side, sample.y - centre.y, sample.z};
            long key = (long) Math.floor(point[0] / cell) << 32 | (long) Math.floor(point[1] / cell) & 0xFFFFFFFFL;
            foremost.merge(key, point, (a, b) -> a[2] >= b[2] ? a : b);
        }
        points.addAll(foremost.values());
    }

    private static double[] terms(double[] p) {
        return new double[] {1, p[0], p[1], p[0] * p[0] / 2, p[1] * p[1] / 2, p[0] * p[1]};
    }

    private static double value(double[] coefficients, double[] point) {
        double sum = 0;
        double[] terms = terms(point);
        for (int i = 0; i < TERMS; i++) {
            sum += coefficients[i] * terms[i];
        }
        return sum;
    }

    /** Least squares by the normal equations. */
    private static double[] fit(List<double[]> points) {
        double[][] system = new double[TERMS][TERMS + 1];
        for (double[] p : points) {
            double[] row = terms(p);
            for (int i = 0; i < TERMS; i++) {
                for (int j = 0; j < TERMS; j++) {
                    system[i][j] += row[i] * row[j];
                }
                system[i][TERMS] += row[i] * p[2];
            }
        }
        return solved(system);
    }

    /** Gauss and Jordan's elimination with partial pivoting; terms the points do not determine become 0. */
    private static double[] solved(double[][] m) {
        int n = m.length;
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column; row < n; row++) {
                pivot = Math.abs(m[row][column]) > Math.abs(m[pivot][column]) ? row : pivot;
            }
            double[] swapped = m[column];
            m[column] = m[pivot];
            m[pivot] = swapped;
            if (Math.abs(m[column][column]) < 1e-12) {
                m[column][column] = 1;
                m[column][n] = 0;
                continue;
            }
            for (int row = 0; row < n; row++) {
                double factor = m[row][column] / m[column][column];
                for (int k = column; row != column && k <= n; k++) {
                    m[row][k] -= factor * m[column][k];
                }
            }
        }
        double[] result = new double[n];
        for (int i = 0; i < n; i++) {
            result[i] = m[i][n] / m[i][i];
        }
        return result;
    }
}
