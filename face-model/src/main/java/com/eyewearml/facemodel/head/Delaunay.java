package com.eyewearml.facemodel.head;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Delaunay triangulation in the plane by insertion (Bowyer 1981, Watson 1981). */
final class Delaunay {
    /** Breaks ties among points on one circle, which a symmetric point set is full of; far below any real distance. */
    private static final double TIE_BREAK = 1e-5;
    private static final double FAR = 1e4;

    private final double[] x;
    private final double[] y;
    private final int count;
    private List<int[]> triangles = new ArrayList<>();

    private Delaunay(double[] x, double[] y) {
        count = x.length;
        this.x = java.util.Arrays.copyOf(x, count + 3);
        this.y = java.util.Arrays.copyOf(y, count + 3);
        for (int i = 0; i < count; i++) {
            this.x[i] += TIE_BREAK * Math.sin(12.9898 * (i + 1));
            this.y[i] += TIE_BREAK * Math.sin(78.233 * (i + 1));
        }
        double[][] frame = {{-FAR, -FAR}, {FAR, -FAR}, {0, FAR}};
        for (int i = 0; i < 3; i++) {
            this.x[count + i] = frame[i][0];
            this.y[count + i] = frame[i][1];
        }
        triangles.add(new int[] {count, count + 1, count + 2});
    }

    /**
     * Triangulates points near the origin.
     *
     * @param maxRadius triangles with a larger circumscribed circle are left out: they only span dents of the outline
     * @return corners of each triangle, counter-clockwise with y up
     */
    static List<int[]> triangulate(double[] x, double[] y, double maxRadius) {
        Delaunay delaunay = new Delaunay(x, y);
        for (int i = 0; i < delaunay.count; i++) {
            delaunay.insert(i);
        }
        return delaunay.triangles.stream()
                .filter(t -> t[0] < delaunay.count && t[1] < delaunay.count && t[2] < delaunay.count)
                .filter(t -> delaunay.radius(t) <= maxRadius)
                .toList();
    }

    private void insert(int point) {
        List<int[]> kept = new ArrayList<>();
        Map<Long, int[]> border = new HashMap<>();
        for (int[] t : triangles) {
            if (inCircle(t, point)) {
                for (int e = 0; e < 3; e++) {
                    int a = t[e];
                    int b = t[(e + 1) % 3];
                    if (border.remove(key(b, a)) == null) {
                        border.put(key(a, b), new int[] {a, b});
                    }
                }
            } else {
                kept.add(t);
            }
        }
        for (int[] edge : border.values()) {
            kept.add(new int[] {edge[0], edge[1], point});
        }
        triangles = kept;
    }

    private static long key(int a, int b) {
        return (long) a << 32 | b;
    }

    private boolean inCircle(int[] t, int p) {
        double ax = x[t[0]] - x[p];
        double ay = y[t[0]] - y[p];
        double bx = x[t[1]] - x[p];
        double by = y[t[1]] - y[p];
        double cx = x[t[2]] - x[p];
        double cy = y[t[2]] - y[p];
        double a = ax * ax + ay * ay;
        double b = bx * bx + by * by;
        double c = cx * cx + cy * cy;
        return ax * (by * c - b * cy) - ay * (bx * c - b * cx) + a * (bx * cy - by * cx) > 0;
    }

    private double radius(int[] t) {
        double a = Math.hypot(x[t[1]] - x[t[2]], y[t[1]] - y[t[2]]);
        double b = Math.hypot(x[t[2]] - x[t[0]], y[t[2]] - y[t[0]]);
        double c = Math.hypot(x[t[0]] - x[t[1]], y[t[0]] - y[t[1]]);
        double twiceArea = (x[t[1]] - x[t[0]]) * (y[t[2]] - y[t[0]]) - (x[t[2]] - x[t[0]]) * (y[t[1]] - y[t[0]]);
        return a * b * c / (2 * twiceArea);
    }
}
