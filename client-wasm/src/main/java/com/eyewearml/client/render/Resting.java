package com.eyewearml.client.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How an unfolded frame rests on a table: on the rims and on the temples, tipped back a little. The frame is taken as symmetric, so
 * the question is one of the plane: of all edges of the convex hull of the vertices' (z, y), the frame rests on the lower one
 * below its centre of gravity.
 */
public final class Resting {
    private final float[] stageFromFrame = new float[16];
    private final float heightMm;
    private final float radiusMm;
    private final float halfDepthMm;

    private record Point(double z, double y) { }

    /** Stands a frame on the ground, the middle of its extent along z above the stage's origin. */
    public Resting(EyewearModel frame) {
        List<Point> hull = lowerHull(frame.vertices());
        double gravity = meanZ(frame.vertices());
        Point a = hull.get(0);
        Point b = hull.get(hull.size() - 1);
        for (int i = 0; i + 1 < hull.size(); i++) {
            if (hull.get(i).z() <= gravity && hull.get(i + 1).z() >= gravity) {
                a = hull.get(i);
                b = hull.get(i + 1);
            }
        }
        double angle = Math.atan2(b.y() - a.y(), b.z() - a.z());
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        stageFromFrame[0] = 1;
        stageFromFrame[5] = (float) cos;
        stageFromFrame[6] = (float) sin;
        stageFromFrame[9] = (float) -sin;
        stageFromFrame[10] = (float) cos;
        stageFromFrame[15] = 1;
        double ground = cos * a.y() - sin * a.z();
        double lowestZ = Double.POSITIVE_INFINITY;
        double highestZ = Double.NEGATIVE_INFINITY;
        double height = 0;
        double halfWidth = 0;
        float[] v = frame.vertices();
        for (int i = 0; i < v.length; i += EyewearModel.FLOATS_PER_VERTEX) {
            double z = sin * v[i + 1] + cos * v[i + 2];
            lowestZ = Math.min(lowestZ, z);
            highestZ = Math.max(highestZ, z);
            height = Math.max(height, cos * v[i + 1] - sin * v[i + 2] - ground);
            halfWidth = Math.max(halfWidth, Math.abs(v[i]));
        }
        stageFromFrame[13] = (float) -ground;
        stageFromFrame[14] = (float) (-(lowestZ + highestZ) / 2);
        heightMm = (float) height;
        double halfDepth = (highestZ - lowestZ) / 2;
        halfDepthMm = (float) halfDepth;
        radiusMm = (float) Math.sqrt(halfWidth * halfWidth + halfDepth * halfDepth + height * height / 4);
    }

    private static double meanZ(float[] v) {
        double sum = 0;
        for (int i = 2; i < v.length; i += EyewearModel.FLOATS_PER_VERTEX) {
            sum += v[i];
        }
        return sum * EyewearModel.FLOATS_PER_VERTEX / v.length;
    }

    /** Andrew 1979, "Another Efficient Algorithm for Convex Hulls in Two Dimensions": the chain below, by growing z. */
    private static List<Point> lowerHull(float[] v) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < v.length; i += EyewearModel.FLOATS_PER_VERTEX) {
            points.add(new Point(v[i + 2], v[i + 1]));
        }
        points.sort(Comparator.comparingDouble(Point::z).thenComparingDouble(Point::y));
        List<Point> hull = new ArrayList<>();
        for (Point p : points) {
            while (hull.size() > 1 && !turnsUp(hull.get(hull.size() - 2), hull.getLast(), p)) {
                hull.removeLast();
            }
            hull.add(p);
        }
        return hull;
    }

    private static boolean turnsUp(Point a, Point b, Point c) {
        return (b.z() - a.z()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.z() - a.z()) > 0;
    }

    /** Frame coordinates to the stage, rigid, column-major, millimetres. */
    public float[] stageFromFrame() {
        return stageFromFrame;
    }

    /** Height of the highest point above the ground. */
    public float heightMm() {
        return heightMm;
    }

    /** Half the extent along z; the front is this far before the stage's origin. */
    public float halfDepthMm() {
        return halfDepthMm;
    }

    /** Radius of the sphere about the middle of the frame that holds all of it. */
    public float radiusMm() {
        return radiusMm;
    }
}
