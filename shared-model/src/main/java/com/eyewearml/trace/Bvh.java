package com.eyewearml.trace;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntPredicate;
import org.joml.Vector3d;

/** Boxes within boxes around triangles, halved at the median of the longest side, so that a ray meets few of them. */
final class Bvh {
    private static final int LEAF_TRIANGLES = 4;

    private final Triangles triangles;
    private final Node root;

    /** A box around {@code order[from..to)}; inner nodes have two children. */
    private record Node(double[] low, double[] high, int[] order, Node left, Node right) {
        boolean meets(Ray ray, double nearerThanMm) {
            double near = 0;
            double far = nearerThanMm;
            for (int axis = 0; axis < 3; axis++) {
                double inverse = 1 / ray.direction().get(axis);
                double a = (low[axis] - ray.origin().get(axis)) * inverse;
                double b = (high[axis] - ray.origin().get(axis)) * inverse;
                near = Math.max(near, Math.min(a, b));
                far = Math.min(far, Math.max(a, b));
            }
            return near <= far;
        }
    }

    Bvh(Triangles triangles) {
        this.triangles = triangles;
        Integer[] order = new Integer[triangles.count()];
        Arrays.setAll(order, i -> i);
        root = build(order);
    }

    private Node build(Integer[] order) {
        double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int t : order) {
            for (int i = 0; i < 9; i++) {
                double x = triangles.positionsMm()[9 * t + i];
                low[i % 3] = Math.min(low[i % 3], x);
                high[i % 3] = Math.max(high[i % 3], x);
            }
        }
        if (order.length <= LEAF_TRIANGLES) {
            return new Node(low, high, Arrays.stream(order).mapToInt(i -> i).toArray(), null, null);
        }
        int longest = 0;
        for (int axis = 1; axis < 3; axis++) {
            longest = high[axis] - low[axis] > high[longest] - low[longest] ? axis : longest;
        }
        int axis = longest;
        Arrays.sort(order, Comparator.comparingDouble(t -> centre(t, axis)));
        int middle = order.length / 2;
        return new Node(low, high, null, build(Arrays.copyOfRange(order, 0, middle)),
                build(Arrays.copyOfRange(order, middle, order.length)));
    }

    private double centre(int triangle, int axis) {
        double[] p = triangles.positionsMm();
        return p[9 * triangle + axis] + p[9 * triangle + 3 + axis] + p[9 * triangle + 6 + axis];
    }

    /** The nearest of those triangles that count, within {@code (0, nearerThanMm)}, or null. */
    Hit nearest(Ray ray, double nearerThanMm, IntPredicate counts) {
        return triangles.count() == 0 ? null : nearest(root, ray, nearerThanMm, counts);
    }

    private Hit nearest(Node node, Ray ray, double nearerThanMm, IntPredicate counts) {
        if (!node.meets(ray, nearerThanMm)) {
            return null;
        }
        Hit best = null;
        double limit = nearerThanMm;
        if (node.order != null) {
            for (int t : node.order) {
                Hit hit = counts.test(t) ? meet(t, ray, limit) : null;
                if (hit != null) {
                    best = hit;
                    limit = hit.distanceMm();
                }
            }
            return best;
        }
        Hit left = nearest(node.left, ray, limit, counts);
        Hit right = nearest(node.right, ray, left == null ? limit : left.distanceMm(), counts);
        return right == null ? left : right;
    }

    /** Möller and Trumbore 1997, "Fast, Minimum Storage Ray/Triangle Intersection". */
    private Hit meet(int t, Ray ray, double nearerThanMm) {
        Vector3d a = triangles.corner(t, 0);
        Vector3d ab = triangles.corner(t, 1).sub(a);
        Vector3d ac = triangles.corner(t, 2).sub(a);
        Vector3d p = new Vector3d(ray.direction()).cross(ac);
        double determinant = ab.dot(p);
        if (determinant == 0) {
            return null;
        }
        Vector3d s = new Vector3d(ray.origin()).sub(a);
        double b1 = s.dot(p) / determinant;
        Vector3d q = s.cross(ab);
        double b2 = ray.direction().dot(q) / determinant;
        double distance = ac.dot(q) / determinant;
        boolean inside = b1 >= 0 && b2 >= 0 && b1 + b2 <= 1 && distance > 0 && distance < nearerThanMm;
        return inside ? new Hit(t, distance, b1, b2) : null;
    }
}
