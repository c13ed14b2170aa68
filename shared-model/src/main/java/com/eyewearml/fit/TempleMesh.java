package com.eyewearml.fit;

import java.util.Arrays;

/** Measures the temple of a mesh: slices across it give its middle line, whose straight part and whose tail meet in the bend. */
public final class TempleMesh {
    private static final float SLICE_MM = 4;
    private static final int SLICES = 60;
    private static final double STRAIGHT_FROM_MM = 15;
    private static final double STRAIGHT_TO_MM = 65;
    /** Part of the way back to the bend over which the profile is measured that lies on the ear. */
    private static final double PROFILE_MM = 25;
    /** The tail is what has dropped by this share of the end's drop. */
    private static final double TAIL_SHARE = 0.45;
    private static final double LEAST_DROP_MM = 3;
    private static final double LEAST_ANGLE_RAD = Math.toRadians(5);
    private static final double LARGEST_ANGLE_RAD = Math.toRadians(75);
    private static final double SMALLEST_RADIUS_MM = 8;
    private static final double LARGEST_RADIUS_MM = 60;
    private static final double THINNEST_MM = 0.3;

    private final double[] upper = filled(Double.NEGATIVE_INFINITY);
    private final double[] lower = filled(Double.POSITIVE_INFINITY);
    private final double[] outer = filled(Double.NEGATIVE_INFINITY);
    private final double[] inner = filled(Double.POSITIVE_INFINITY);
    /** Middle line: along and above the straight part. */
    private final double[] along = new double[SLICES];
    private final double[] above = new double[SLICES];
    private int count;

    private TempleMesh() { }

    /**
     * Measures a temple.
     *
     * @param vertices  x, y, z of a vertex are the first of every {@code stride} values; frame coordinates, millimetres
     * @param triangles vertex numbers, three for each triangle of the left temple, unfolded
     * @param hingeMm   its hinge: x, y, z
     * @param tiltRad   angle between temple and the front's normal, for meshes that do not show it
     * @return a common temple where the mesh has too little of one
     */
    public static TempleShape measure(float[] vertices, int stride, int[] triangles, float[] hingeMm, double tiltRad) {
        TempleMesh mesh = new TempleMesh();
        mesh.slice(vertices, stride, triangles, hingeMm);
        return mesh.shape(tiltRad);
    }

    private static double[] filled(double value) {
        double[] values = new double[SLICES];
        Arrays.fill(values, value);
        return values;
    }

    private void slice(float[] vertices, int stride, int[] triangles, float[] hingeMm) {
        for (int vertex : triangles) {
            int slice = Math.round((hingeMm[2] - vertices[stride * vertex + 2]) / SLICE_MM);
            if (slice >= 0 && slice < SLICES) {
                double x = vertices[stride * vertex] - hingeMm[0];
                double y = vertices[stride * vertex + 1] - hingeMm[1];
                outer[slice] = Math.max(outer[slice], x);
                inner[slice] = Math.min(inner[slice], x);
                upper[slice] = Math.max(upper[slice], y);
                lower[slice] = Math.min(lower[slice], y);
            }
        }
    }

    private TempleShape shape(double tiltRad) {
        Line straight = new Line();
        for (int i = 0; i < SLICES; i++) {
            if (isMet(i) && i * SLICE_MM >= STRAIGHT_FROM_MM && i * SLICE_MM <= STRAIGHT_TO_MM) {
                straight.add(i * SLICE_MM, (upper[i] + lower[i]) / 2);
            }
        }
        if (!straight.isDefined()) {
            return TempleShape.common(tiltRad);
        }
        double slope = Math.atan(straight.slope());
        double start = straight.at(0);
        layAlong(slope, start);
        double[] arc = arc();
        double profileEnd = arc[2] > 0 ? arc[0] : STRAIGHT_TO_MM + PROFILE_MM;
        double halfHeight = 0;
        double halfThickness = 0;
        double aside = 0;
        int slices = 0;
        for (int i = 0; i < SLICES; i++) {
            double behind = i * SLICE_MM;
            if (isMet(i) && behind <= profileEnd && behind >= profileEnd - PROFILE_MM) {
                halfHeight += (upper[i] - lower[i]) / 2;
                halfThickness += (outer[i] - inner[i]) / 2;
                aside = (outer[i] + inner[i]) / 2;
                slices++;
            }
        }
        if (slices == 0) {
            return new TempleShape(slope, start, 0, arc[0], arc[1], arc[2], TempleShape.COMMON_HALF_HEIGHT_MM,
                    TempleShape.COMMON_HALF_THICKNESS_MM);
        }
        return new TempleShape(slope, start, aside, arc[0], arc[1], arc[2], Math.max(THINNEST_MM, halfHeight / slices),
                Math.max(THINNEST_MM, halfThickness / slices));
    }

    private boolean isMet(int slice) {
        return upper[slice] >= lower[slice];
    }

    private void layAlong(double slope, double start) {
        double cos = Math.cos(slope);
        double sin = Math.sin(slope);
        for (int i = 0; i < SLICES; i++) {
            if (isMet(i)) {
                double behind = i * SLICE_MM;
                double y = (upper[i] + lower[i]) / 2 - start;
                along[count] = cos * behind + sin * y;
                above[count++] = cos * y - sin * behind;
            }
        }
    }

    /** Where the arc begins, its radius and its angle: tangent to the straight part and the tail, through the middle line at their corner. */
    private double[] arc() {
        double[] none = {TempleShape.COMMON_BEND_MM, TempleShape.COMMON_RADIUS_MM, 0};
        double endDrop = -above[Math.max(0, count - 1)];
        if (count < 3 || endDrop < LEAST_DROP_MM) {
            return none;
        }
        Line tail = new Line();
        // The last slice cuts the rounded tip.
        for (int i = 0; i < count - 1; i++) {
            if (along[i] > STRAIGHT_TO_MM && -above[i] > TAIL_SHARE * endDrop) {
                tail.add(along[i], above[i]);
            }
        }
        double angle = tail.isDefined() ? Math.min(LARGEST_ANGLE_RAD, -Math.atan(tail.slope())) : 0;
        if (angle < LEAST_ANGLE_RAD) {
            return none;
        }
        double corner = -tail.at(0) / tail.slope();
        double tan = Math.tan(angle / 2);
        double radius = Math.max(SMALLEST_RADIUS_MM, Math.min(LARGEST_RADIUS_MM, -aboveAt(corner) / (1 - Math.sqrt(1 - tan * tan))));
        double begin = corner - radius * tan;
        return begin > 0 ? new double[] {begin, radius, angle} : none;
    }

    private double aboveAt(double place) {
        for (int i = 1; i < count; i++) {
            if (along[i] >= place) {
                double t = (place - along[i - 1]) / (along[i] - along[i - 1]);
                return above[i - 1] + t * (above[i] - above[i - 1]);
            }
        }
        return above[count - 1];
    }

    /** Least squares. */
    private static final class Line {
        private double n;
        private double sx;
        private double sy;
        private double sxx;
        private double sxy;

        void add(double x, double y) {
            n++;
            sx += x;
            sy += y;
            sxx += x * x;
            sxy += x * y;
        }

        boolean isDefined() {
            return n >= 3 && n * sxx - sx * sx > 0;
        }

        double slope() {
            return (n * sxy - sx * sy) / (n * sxx - sx * sx);
        }

        double at(double x) {
            return (sy + slope() * (n * x - sx)) / n;
        }
    }
}
