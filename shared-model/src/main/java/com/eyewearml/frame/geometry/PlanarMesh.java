package com.eyewearml.frame.geometry;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Triangulation of a polygon with an optional hole, refined to triangles that grow with the distance from the boundary.
 * The boundary is kept as given; inside, edges are flipped until the triangulation is constrained Delaunay (Lawson 1977), long edges are
 * halved, and inner points moved to the middle of their neighbours.
 */
public final class PlanarMesh {
    private static final double GROWTH = 0.5;
    private static final double TOO_LONG = 1.4;
    private static final int SMOOTHING_ROUNDS = 6;

    private double[] x;
    private double[] y;
    private int pointCount;
    private final int boundaryCount;
    private final double[] boundarySpacing;
    private final double smallestBoundarySpacing;
    private final double maxEdge;
    private int[][] triangles = new int[256][];
    private int triangleCount;
    /** Directed edge to the triangle on its left. */
    private final Map<Long, Integer> leftOf = new HashMap<>();

    private PlanarMesh(double[] x, double[] y, int[] outer, int[] hole, double maxEdge) {
        this.x = x;
        this.y = y;
        this.maxEdge = maxEdge;
        pointCount = x.length;
        boundaryCount = x.length;
        boundarySpacing = new double[boundaryCount];
        spacing(outer);
        spacing(hole);
        smallestBoundarySpacing = Arrays.stream(boundarySpacing).min().orElseThrow();
        for (int[] triangle : new EarClipping(x, y).triangulate(outer, hole)) {
            put(triangleCount++, triangle[0], triangle[1], triangle[2]);
        }
    }

    /**
     * @param x       first coordinates of the boundary points, {@code y} the second; millimetres
     * @param outer   indices of the outer boundary, counter-clockwise
     * @param hole    indices of the hole, clockwise; empty for none
     * @param maxEdge longest edge wanted far from the boundary
     */
    public static PlanarMesh of(double[] x, double[] y, int[] outer, int[] hole, double maxEdge) {
        PlanarMesh mesh = new PlanarMesh(x, y, outer, hole, maxEdge);
        mesh.flipAll();
        mesh.refine();
        for (int round = 0; round < SMOOTHING_ROUNDS; round++) {
            mesh.smooth();
            mesh.flipAll();
        }
        return mesh;
    }

    /** Number of points; the boundary points come first, in the order given. */
    public int pointCount() {
        return pointCount;
    }

    /** First coordinate of a point. */
    public double x(int point) {
        return x[point];
    }

    /** Second coordinate of a point. */
    public double y(int point) {
        return y[point];
    }

    /** Three point indices per triangle, counter-clockwise. */
    public List<int[]> triangles() {
        return List.of(Arrays.copyOf(triangles, triangleCount));
    }

    private void spacing(int[] loop) {
        for (int i = 0; i < loop.length; i++) {
            int before = loop[(i + loop.length - 1) % loop.length];
            int after = loop[(i + 1) % loop.length];
            boundarySpacing[loop[i]] = (distance(before, loop[i]) + distance(loop[i], after)) / 2;
        }
    }

    private double distance(int a, int b) {
        return Math.hypot(x[a] - x[b], y[a] - y[b]);
    }

    private static long edge(int from, int to) {
        return (long) from << 32 | to;
    }

    private void put(int triangle, int a, int b, int c) {
        if (triangle >= triangles.length) {
            triangles = Arrays.copyOf(triangles, triangles.length * 2);
        }
        triangles[triangle] = new int[] {a, b, c};
        leftOf.put(edge(a, b), triangle);
        leftOf.put(edge(b, c), triangle);
        leftOf.put(edge(c, a), triangle);
    }

    private int opposite(int triangle, int from, int to) {
        for (int corner : triangles[triangle]) {
            if (corner != from && corner != to) {
                return corner;
            }
        }
        throw new IllegalStateException("triangle repeats a corner");
    }

    private void flipAll() {
        Deque<Long> queue = new ArrayDeque<>(leftOf.keySet());
        while (!queue.isEmpty()) {
            flipWhereNeeded(queue.poll(), queue);
        }
    }

    private void flipWhereNeeded(long edge, Deque<Long> queue) {
        int a = (int) (edge >>> 32);
        int b = (int) edge;
        Integer left = leftOf.get(edge(a, b));
        Integer right = leftOf.get(edge(b, a));
        if (left == null || right == null) {
            return;
        }
        int c = opposite(left, a, b);
        int d = opposite(right, a, b);
        boolean convex = Planar.cross(x, y, d, c, a) > 0 && Planar.cross(x, y, c, d, b) > 0;
        if (!convex || !Planar.inCircle(x, y, a, b, c, d)) {
            return;
        }
        leftOf.remove(edge(a, b));
        leftOf.remove(edge(b, a));
        put(left, d, c, a);
        put(right, c, d, b);
        queue.add(edge(a, d));
        queue.add(edge(d, b));
        queue.add(edge(b, c));
        queue.add(edge(c, a));
    }

    private double wantedEdge(double px, double py) {
        double wanted = maxEdge;
        for (int i = 0; i < boundaryCount; i++) {
            double distance = Math.hypot(px - x[i], py - y[i]);
            wanted = Math.min(wanted, boundarySpacing[i] * 1.2 + GROWTH * distance);
        }
        return wanted;
    }

    /** Halves the edge that is longest for its place, again and again until none is too long. */
    private void refine() {
        while (true) {
            double excess = TOO_LONG;
            int from = -1;
            int to = -1;
            for (int t = 0; t < triangleCount; t++) {
                for (int i = 0; i < 3; i++) {
                    int a = triangles[t][i];
                    int b = triangles[t][(i + 1) % 3];
                    double length = distance(a, b);
                    if (a < b && length > excess * smallestBoundarySpacing && leftOf.containsKey(edge(b, a))) {
                        double ratio = length / wantedEdge((x[a] + x[b]) / 2, (y[a] + y[b]) / 2);
                        if (ratio > excess) {
                            excess = ratio;
                            from = a;
                            to = b;
                        }
                    }
                }
            }
            if (from < 0) {
                return;
            }
            split(from, to);
        }
    }

    private void split(int from, int to) {
        int middle = addPoint((x[from] + x[to]) / 2, (y[from] + y[to]) / 2);
        int left = leftOf.get(edge(from, to));
        int right = leftOf.get(edge(to, from));
        int c = opposite(left, from, to);
        int d = opposite(right, from, to);
        leftOf.remove(edge(from, to));
        leftOf.remove(edge(to, from));
        put(left, from, middle, c);
        put(triangleCount++, middle, to, c);
        put(right, to, middle, d);
        put(triangleCount++, middle, from, d);
        Deque<Long> queue = new ArrayDeque<>(List.of(edge(to, c), edge(c, from), edge(from, d), edge(d, to)));
        while (!queue.isEmpty()) {
            flipWhereNeeded(queue.poll(), queue);
        }
    }

    private int addPoint(double px, double py) {
        if (pointCount == x.length) {
            x = Arrays.copyOf(x, pointCount * 2);
            y = Arrays.copyOf(y, pointCount * 2);
        }
        x[pointCount] = px;
        y[pointCount] = py;
        return pointCount++;
    }

    private void smooth() {
        double[] sumX = new double[pointCount];
        double[] sumY = new double[pointCount];
        int[] degree = new int[pointCount];
        for (long edge : leftOf.keySet()) {
            int from = (int) (edge >>> 32);
            int to = (int) edge;
            sumX[from] += x[to];
            sumY[from] += y[to];
            degree[from]++;
        }
        int[][] around = trianglesAround();
        for (int i = boundaryCount; i < pointCount; i++) {
            double oldX = x[i];
            double oldY = y[i];
            x[i] = sumX[i] / degree[i];
            y[i] = sumY[i] / degree[i];
            for (int triangle : around[i]) {
                int[] corners = triangles[triangle];
                if (Planar.cross(x, y, corners[0], corners[1], corners[2]) <= 0) {
                    x[i] = oldX;
                    y[i] = oldY;
                    break;
                }
            }
        }
    }

    private int[][] trianglesAround() {
        int[] count = new int[pointCount];
        for (int t = 0; t < triangleCount; t++) {
            for (int corner : triangles[t]) {
                count[corner]++;
            }
        }
        int[][] around = new int[pointCount][];
        for (int i = 0; i < pointCount; i++) {
            around[i] = new int[count[i]];
        }
        for (int t = 0; t < triangleCount; t++) {
            for (int corner : triangles[t]) {
                around[corner][--count[corner]] = t;
            }
        }
        return around;
    }
}
