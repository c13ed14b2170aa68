package com.eyewearml.imports.axes;

import com.eyewearml.imports.geometry.Box;
import com.eyewearml.imports.geometry.Piece;
import com.eyewearml.imports.geometry.PointGrid;
import com.eyewearml.imports.geometry.SurfaceSamples;
import com.eyewearml.imports.geometry.SymmetricMatrix;
import java.util.ArrayList;
import java.util.List;
import org.joml.Vector3d;

/**
 * The plane of mirror symmetry of a surface: n · p = offset. Candidates are the axes of the file and the principal axes of the surface,
 * each improved by alternating between nearest points and the best reflection for them.
 *
 * @param normal   unit length
 * @param offset   along the normal
 * @param mismatch mean distance between the surface and its mirror image, as a share of the surface's diagonal
 */
public record SymmetryPlane(Vector3d normal, double offset, double mismatch) {
    private static final int TARGETS = 16000;
    private static final int QUERIES = 1500;
    private static final int COARSE_STEPS = 12;
    private static final int FINE_STEPS = 25;
    private static final double REACH_SHARE = 0.06;
    private static final double KEPT_SHARE = 0.85;
    private static final double SNAP_RAD = Math.toRadians(0.4);

    /** The best plane; {@code mismatch} tells whether it is one. */
    public static SymmetryPlane find(List<Piece> pieces) {
        double diagonal = Box.of(pieces).size().length();
        Vector3d[] targets = SurfaceSamples.of(pieces, TARGETS);
        Vector3d[] queries = SurfaceSamples.of(pieces, QUERIES);
        Vector3d mean = mean(targets);
        SymmetricMatrix covariance = new SymmetricMatrix();
        for (Vector3d target : targets) {
            Vector3d d = new Vector3d(target).sub(mean);
            covariance.add(d, d, 1);
        }
        List<Vector3d> candidates = new ArrayList<>(List.of(covariance.eigenvectors(new double[3])));
        candidates.add(new Vector3d(1, 0, 0));
        candidates.add(new Vector3d(0, 1, 0));
        candidates.add(new Vector3d(0, 0, 1));
        PointGrid grid = new PointGrid(targets, REACH_SHARE * diagonal);
        SymmetryPlane best = null;
        for (Vector3d normal : candidates) {
            SymmetryPlane plane = new SymmetryPlane(normal, normal.dot(mean), Double.MAX_VALUE)
                    .improved(queries, grid, diagonal, COARSE_STEPS);
            best = best == null || plane.mismatch < best.mismatch ? plane : best;
        }
        return best.improved(queries, grid, diagonal, FINE_STEPS).snapped();
    }

    private static Vector3d mean(Vector3d[] points) {
        Vector3d mean = new Vector3d();
        for (Vector3d point : points) {
            mean.add(point);
        }
        return mean.div(Math.max(1, points.length));
    }

    /** The point's mirror image. */
    public Vector3d mirror(Vector3d point) {
        return new Vector3d(point).fma(-2 * (normal.dot(point) - offset), normal);
    }

    private record Pair(Vector3d point, Vector3d image, double distance) {
    }

    private SymmetryPlane improved(Vector3d[] queries, PointGrid grid, double diagonal, int steps) {
        SymmetryPlane plane = this;
        for (int step = 0; step < steps; step++) {
            List<Pair> pairs = new ArrayList<>();
            double missing = 0;
            for (Vector3d query : queries) {
                Vector3d mirrored = plane.mirror(query);
                Vector3d near = grid.nearest(mirrored);
                if (near == null) {
                    missing++;
                } else {
                    pairs.add(new Pair(query, near, near.distance(mirrored)));
                }
            }
            pairs.sort((a, b) -> Double.compare(a.distance(), b.distance()));
            int kept = (int) Math.min(pairs.size(), KEPT_SHARE * queries.length);
            double sum = (missing + pairs.size() - kept > (1 - KEPT_SHARE) * queries.length ? KEPT_SHARE * queries.length - kept : 0)
                    * REACH_SHARE * diagonal;
            for (Pair pair : pairs.subList(0, kept)) {
                sum += pair.distance();
            }
            SymmetryPlane measured = new SymmetryPlane(plane.normal, plane.offset, sum / (KEPT_SHARE * queries.length) / diagonal);
            if (kept < 10 || step == steps - 1) {
                return measured;
            }
            plane = fitted(pairs.subList(0, kept), plane.normal);
        }
        return plane;
    }

    /**
     * The reflection that brings the points nearest to their images: with both centred, |q - (I - 2 n nᵀ) p|² is least where n is the
     * eigenvector of q pᵀ + p qᵀ with the smallest eigenvalue.
     */
    private static SymmetryPlane fitted(List<Pair> pairs, Vector3d before) {
        Vector3d middle = new Vector3d();
        Vector3d meanPoint = new Vector3d();
        Vector3d meanImage = new Vector3d();
        for (Pair pair : pairs) {
            meanPoint.add(pair.point());
            meanImage.add(pair.image());
        }
        meanPoint.div(pairs.size());
        meanImage.div(pairs.size());
        middle.add(meanPoint).add(meanImage).mul(0.5);
        SymmetricMatrix matrix = new SymmetricMatrix();
        Vector3d p = new Vector3d();
        Vector3d q = new Vector3d();
        for (Pair pair : pairs) {
            matrix.add(p.set(pair.point()).sub(meanPoint), q.set(pair.image()).sub(meanImage), 1);
        }
        Vector3d normal = matrix.eigenvectors(new double[3])[2];
        if (normal.dot(before) < 0) {
            normal.negate();
        }
        return new SymmetryPlane(normal, normal.dot(middle), Double.MAX_VALUE);
    }

    /** Most files are built along their axes; the fit's remaining error is not wanted then. */
    private SymmetryPlane snapped() {
        for (int axis = 0; axis < 3; axis++) {
            Vector3d unit = new Vector3d().setComponent(axis, Math.copySign(1, normal.get(axis)));
            if (unit.angle(normal) < SNAP_RAD) {
                return new SymmetryPlane(unit, offset, mismatch);
            }
        }
        return this;
    }
}
