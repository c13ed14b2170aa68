package com.eyewearml.frame.geometry;

import java.util.ArrayList;
import java.util.List;

/** Triangulates a polygon with at most one hole by cutting ears (Meisters 1975); well-shaped triangles are left to others. */
public final class EarClipping {
    private final double[] x;
    private final double[] y;

    /** @param x first coordinates of all points, {@code y} the second */
    public EarClipping(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /**
     * The triangles.
     *
     * @param outer point indices counter-clockwise
     * @param hole  point indices clockwise; empty for none
     * @return three point indices per triangle, counter-clockwise
     */
    public List<int[]> triangulate(int[] outer, int[] hole) {
        List<Integer> polygon = joined(outer, hole);
        List<int[]> triangles = new ArrayList<>();
        while (polygon.size() > 3) {
            int ear = bestEar(polygon);
            int size = polygon.size();
            triangles.add(new int[] {polygon.get((ear + size - 1) % size), polygon.get(ear), polygon.get((ear + 1) % size)});
            polygon.remove(ear);
        }
        triangles.add(new int[] {polygon.get(0), polygon.get(1), polygon.get(2)});
        return triangles;
    }

    /** Cuts the ring open along the shortest bridge between hole and outer boundary; nothing can lie across it. */
    private List<Integer> joined(int[] outer, int[] hole) {
        List<Integer> polygon = new ArrayList<>();
        int bestOuter = 0;
        int bestHole = 0;
        double nearest = Double.MAX_VALUE;
        for (int i = 0; i < outer.length; i++) {
            for (int j = 0; j < hole.length; j++) {
                double distance = Math.hypot(x[outer[i]] - x[hole[j]], y[outer[i]] - y[hole[j]]);
                if (distance < nearest) {
                    nearest = distance;
                    bestOuter = i;
                    bestHole = j;
                }
            }
        }
        for (int i = 0; i <= outer.length; i++) {
            polygon.add(outer[(bestOuter + i) % outer.length]);
            if (i == outer.length && hole.length == 0) {
                polygon.removeLast();
            }
        }
        for (int j = 0; hole.length > 0 && j <= hole.length; j++) {
            polygon.add(hole[(bestHole + j) % hole.length]);
        }
        return polygon;
    }

    private int bestEar(List<Integer> polygon) {
        int best = -1;
        double bestShape = 0;
        int size = polygon.size();
        for (int i = 0; i < size; i++) {
            int a = polygon.get((i + size - 1) % size);
            int b = polygon.get(i);
            int c = polygon.get((i + 1) % size);
            double shape = shape(a, b, c);
            if (shape > bestShape && isEmpty(polygon, a, b, c)) {
                best = i;
                bestShape = shape;
            }
        }
        if (best < 0) {
            throw new IllegalStateException("the outline crosses itself near " + x[polygon.getFirst()] + ", " + y[polygon.getFirst()]);
        }
        return best;
    }

    /** Twice the area over the longest edge squared: 0 for a line, negative for a reflex corner. */
    private double shape(int a, int b, int c) {
        double longest = Math.max(squared(a, b), Math.max(squared(b, c), squared(c, a)));
        return longest == 0 ? 0 : Planar.cross(x, y, a, b, c) / longest;
    }

    private double squared(int a, int b) {
        return (x[a] - x[b]) * (x[a] - x[b]) + (y[a] - y[b]) * (y[a] - y[b]);
    }

    private boolean isEmpty(List<Integer> polygon, int a, int b, int c) {
        for (int p : polygon) {
            boolean corner = p == a || p == b || p == c;
            if (!corner && Planar.cross(x, y, a, b, p) >= 0 && Planar.cross(x, y, b, c, p) >= 0 && Planar.cross(x, y, c, a, p) >= 0) {
                return false;
            }
        }
        return true;
    }
}
