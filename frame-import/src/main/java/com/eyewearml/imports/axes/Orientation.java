package com.eyewearml.imports.axes;

import com.eyewearml.imports.geometry.Piece;
import com.eyewearml.imports.geometry.SurfaceSamples;
import java.util.ArrayList;
import java.util.List;
import org.joml.Matrix4d;
import org.joml.Vector3d;

/**
 * Which way a pair of glasses lies in its file. Symmetry gives x; the front, flat and upright, gives y and z up to their signs; the
 * temples lie behind, and their tips, the hinges and the bridge tell up from down.
 */
public final class Orientation {
    private static final int SAMPLES = 12000;
    private static final double CENTRAL_SHARE = 0.45;
    private static final double OUTER_SHARE = 0.55;

    private final SymmetryPlane plane;
    private final Vector3d[] samples;
    private double halfWidth;
    private Vector3d forward;
    private Vector3d up;

    private Orientation(SymmetryPlane plane, Vector3d[] samples) {
        this.plane = plane;
        this.samples = samples;
    }

    /**
     * From the file's coordinates to coordinates of a frame, roughly: origin in the plane of symmetry at the middle of the front, x to the
     * wearer's left, y up, z out of the face. The unit stays the file's.
     */
    public static Matrix4d find(List<Piece> pieces, SymmetryPlane plane) {
        Orientation orientation = new Orientation(plane, SurfaceSamples.of(pieces, SAMPLES));
        orientation.findFront();
        orientation.findUp();
        return orientation.matrix();
    }

    private double across(Vector3d point) {
        return plane.normal().dot(point) - plane.offset();
    }

    private List<Vector3d> where(double from, double to) {
        List<Vector3d> found = new ArrayList<>();
        for (Vector3d sample : samples) {
            double share = Math.abs(across(sample)) / halfWidth;
            if (share >= from && share <= to) {
                found.add(sample);
            }
        }
        return found;
    }

    /** Near the middle there is only the front: its long direction within the plane of symmetry is up or down. */
    private void findFront() {
        for (Vector3d sample : samples) {
            halfWidth = Math.max(halfWidth, Math.abs(across(sample)));
        }
        List<Vector3d> central = where(0, CENTRAL_SHARE);
        Vector3d mean = new Vector3d();
        central.forEach(mean::add);
        mean.div(Math.max(1, central.size()));
        Vector3d aside = Math.abs(plane.normal().x) < 0.7 ? new Vector3d(1, 0, 0) : new Vector3d(0, 1, 0);
        Vector3d first = aside.cross(plane.normal()).normalize();
        Vector3d second = new Vector3d(plane.normal()).cross(first);
        double uu = 0;
        double uv = 0;
        double vv = 0;
        for (Vector3d point : central) {
            double u = new Vector3d(point).sub(mean).dot(first);
            double v = new Vector3d(point).sub(mean).dot(second);
            uu += u * u;
            uv += u * v;
            vv += v * v;
        }
        double angle = Math.atan2(2 * uv, uu - vv) / 2;
        up = new Vector3d(first).mul(Math.cos(angle)).fma(Math.sin(angle), second);
        forward = new Vector3d(plane.normal()).cross(up).normalize();
        double front = mean.dot(forward);
        double behind = 0;
        for (Vector3d point : where(OUTER_SHARE, 1)) {
            behind += point.dot(forward) - front;
        }
        if (behind > 0) {
            forward.negate();
        }
    }

    /** Votes, each positive where {@link #up} points up, in shares of the front's height. */
    private void findUp() {
        double[] heights = where(0, CENTRAL_SHARE).stream().mapToDouble(p -> p.dot(up)).sorted().toArray();
        double low = quantile(heights, 0.01);
        double high = quantile(heights, 0.99);
        double middle = (low + high) / 2;
        double height = Math.max(high - low, 1e-12);
        List<Vector3d> outer = where(OUTER_SHARE, 1);
        double[] depths = outer.stream().mapToDouble(p -> p.dot(forward)).sorted().toArray();
        double back = quantile(depths, 0.005);
        double reach = quantile(depths, 0.995) - back;
        double hinge = meanHeight(outer, back + 0.70 * reach, back + 0.85 * reach);
        double beforeBend = meanHeight(outer, back + 0.35 * reach, back + 0.5 * reach);
        double tip = meanHeight(outer, back, back + 0.06 * reach);
        // The tips fall below the line that the temples keep from the hinges to the ears.
        double bend = beforeBend + (beforeBend - hinge) * 0.4 / 0.35 - tip;
        double bridge = 0;
        List<Vector3d> nasal = where(0, 0.05);
        for (Vector3d point : nasal) {
            bridge += (point.dot(up) - middle) / nasal.size();
        }
        double votes = 2 * Math.clamp(bend / height, -0.6, 0.6) + (hinge - middle) / height + 1.5 * bridge / height;
        if (votes < 0) {
            up.negate();
        }
    }

    private double meanHeight(List<Vector3d> points, double from, double to) {
        double sum = 0;
        int count = 0;
        for (Vector3d point : points) {
            double depth = point.dot(forward);
            if (depth >= from && depth <= to) {
                sum += point.dot(up);
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }

    private Matrix4d matrix() {
        Vector3d left = new Vector3d(up).cross(forward);
        List<Vector3d> central = where(0, CENTRAL_SHARE);
        double[] heights = central.stream().mapToDouble(p -> p.dot(up)).sorted().toArray();
        double[] depths = central.stream().mapToDouble(p -> p.dot(forward)).sorted().toArray();
        double midX = plane.offset() * Math.signum(left.dot(plane.normal()));
        double midY = (quantile(heights, 0.005) + quantile(heights, 0.995)) / 2;
        double frontZ = quantile(depths, 0.7);
        return new Matrix4d(left.x, up.x, forward.x, 0, left.y, up.y, forward.y, 0, left.z, up.z, forward.z, 0, -midX, -midY, -frontZ, 1);
    }
}
