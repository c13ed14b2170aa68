package com.eyewearml.trace;

import java.util.List;
import org.joml.Vector3d;
import org.joml.Vector3dc;

/** Whether triangles stand between two points, by the reference tracer's rays. */
public final class LineOfSight {
    private final Bvh bvh;

    /**
     * Takes triangles.
     *
     * @param pointsMm x, y, z of each vertex
     * @param corners  three vertex numbers for each triangle
     */
    public LineOfSight(float[] pointsMm, int[] corners) {
        double[] positions = new double[3 * corners.length];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = pointsMm[3 * corners[i / 3] + i % 3];
        }
        bvh = new Bvh(new Triangles(positions, new double[0], new double[0], new double[0], new double[0], new int[corners.length / 3],
                List.of()));
    }

    /** Whether nothing is met from {@code startMm} before the first point on to the second. */
    public boolean isFree(Vector3dc from, Vector3dc to, double startMm) {
        Vector3d direction = new Vector3d(to).sub(from);
        double distance = direction.length();
        direction.normalize();
        Ray ray = new Ray(new Vector3d(direction).mul(startMm).add(from), direction);
        return bvh.nearest(ray, distance - startMm, triangle -> true) == null;
    }
}
