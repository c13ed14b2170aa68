package com.eyewearml.facemodel.head;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Simplifies a mesh by collapsing edges on to one of their ends, least quadric error first (Garland and Heckbert 1997). The vertices
 * that stay are vertices of the original, so whatever is known of them stays valid.
 *
 * <p>Border edges carry planes of their own so that the outline keeps its course; vertices in the plane x = 0 move only within it.
 */
final class Decimation {
    private static final double BORDER_WEIGHT = 20;
    private static final double MIDLINE_MM = 0.01;
    /** A triangle may turn by up to this cosine in one collapse. */
    private static final double MIN_TURN_COSINE = 0.2;

    private record Collapse(int from, int to, double cost, int fromVersion, int toVersion) { }

    private final double[] vertices;
    private final Set<Integer> fixed;
    private final List<int[]> triangles = new ArrayList<>();
    private final List<Set<Integer>> trianglesOf = new ArrayList<>();
    private final double[][] quadrics;
    private final int[] versions;
    private final PriorityQueue<Collapse> queue = new PriorityQueue<>(Comparator.comparingDouble(Collapse::cost));
    private int alive;

    private Decimation(double[] vertices, List<int[]> mesh, Set<Integer> fixed) {
        this.vertices = vertices;
        this.fixed = fixed;
        int count = vertices.length / 3;
        quadrics = new double[count][10];
        versions = new int[count];
        for (int i = 0; i < count; i++) {
            trianglesOf.add(new HashSet<>());
        }
        for (int[] t : mesh) {
            for (int corner : t) {
                trianglesOf.get(corner).add(triangles.size());
            }
            triangles.add(t.clone());
        }
        alive = triangles.size();
    }

    /**
     * @param mesh corners of each triangle
     * @param fixed vertices that stay
     * @return about {@code targetTriangles} triangles over a subset of the vertices
     */
    static List<int[]> simplify(double[] vertices, List<int[]> mesh, Set<Integer> fixed, int targetTriangles) {
        Decimation decimation = new Decimation(vertices, mesh, fixed);
        decimation.addQuadrics();
        for (int i = 0; i < decimation.versions.length; i++) {
            decimation.enqueue(i);
        }
        while (decimation.alive > targetTriangles && !decimation.queue.isEmpty()) {
            decimation.collapse(decimation.queue.poll());
        }
        return decimation.triangles.stream().filter(java.util.Objects::nonNull).toList();
    }

    private void addQuadrics() {
        for (int[] t : triangles) {
            double[] n = normal(t[0], t[1], t[2]);
            double area = length(n);
            for (int corner : t) {
                addPlane(quadrics[corner], n, t[0], area);
            }
            for (int e = 0; e < 3; e++) {
                int a = t[e];
                int b = t[(e + 1) % 3];
                if (isBorder(a, b)) {
                    double[] edge = difference(b, a);
                    double[] wall = cross(edge, n);
                    double weight = BORDER_WEIGHT * length(edge) * length(edge);
                    addPlane(quadrics[a], wall, a, weight);
                    addPlane(quadrics[b], wall, a, weight);
                }
            }
        }
    }

    private void addPlane(double[] quadric, double[] direction, int point, double weight) {
        double length = length(direction);
        if (length == 0) {
            return;
        }
        double[] plane = {direction[0] / length, direction[1] / length, direction[2] / length, 0};
        plane[3] = -(plane[0] * vertices[3 * point] + plane[1] * vertices[3 * point + 1] + plane[2] * vertices[3 * point + 2]);
        int at = 0;
        for (int i = 0; i < 4; i++) {
            for (int j = i; j < 4; j++) {
                quadric[at++] += weight * plane[i] * plane[j];
            }
        }
    }

    private double cost(int from, int to) {
        double[] p = {vertices[3 * to], vertices[3 * to + 1], vertices[3 * to + 2], 1};
        double sum = 0;
        int at = 0;
        for (int i = 0; i < 4; i++) {
            for (int j = i; j < 4; j++, at++) {
                sum += (i == j ? 1 : 2) * (quadrics[from][at] + quadrics[to][at]) * p[i] * p[j];
            }
        }
        return sum;
    }

    private void enqueue(int vertex) {
        for (int other : neighbours(vertex)) {
            offer(vertex, other);
            offer(other, vertex);
        }
    }

    private void offer(int from, int to) {
        boolean leavesMidline = onMidline(from) && !onMidline(to);
        if (!fixed.contains(from) && !leavesMidline && (!isBorderVertex(from) || isBorder(from, to))) {
            queue.add(new Collapse(from, to, cost(from, to), versions[from], versions[to]));
        }
    }

    private void collapse(Collapse c) {
        if (versions[c.from] != c.fromVersion || versions[c.to] != c.toVersion || !allowed(c.from, c.to)) {
            return;
        }
        for (int t : new ArrayList<>(trianglesOf.get(c.from))) {
            int[] corners = triangles.get(t);
            if (contains(corners, c.to)) {
                for (int corner : corners) {
                    trianglesOf.get(corner).remove(t);
                }
                triangles.set(t, null);
                alive--;
            } else {
                for (int i = 0; i < 3; i++) {
                    if (corners[i] == c.from) {
                        corners[i] = c.to;
                    }
                }
                trianglesOf.get(c.to).add(t);
            }
        }
        trianglesOf.get(c.from).clear();
        for (int i = 0; i < 10; i++) {
            quadrics[c.to][i] += quadrics[c.from][i];
        }
        versions[c.from]++;
        versions[c.to]++;
        enqueue(c.to);
    }

    /** Keeps the mesh a manifold and its triangles from folding over. */
    private boolean allowed(int from, int to) {
        Set<Integer> common = neighbours(from);
        common.retainAll(neighbours(to));
        int shared = 0;
        for (int t : trianglesOf.get(from)) {
            if (contains(triangles.get(t), to)) {
                shared++;
            }
        }
        if (shared == 0 || common.size() != shared) {
            return false;
        }
        for (int t : trianglesOf.get(from)) {
            int[] c = triangles.get(t);
            if (!contains(c, to)) {
                double[] before = normal(c[0], c[1], c[2]);
                double[] after = normal(c[0] == from ? to : c[0], c[1] == from ? to : c[1], c[2] == from ? to : c[2]);
                double dot = before[0] * after[0] + before[1] * after[1] + before[2] * after[2];
                if (dot < MIN_TURN_COSINE * length(before) * length(after) || length(after) == 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private Set<Integer> neighbours(int vertex) {
        Set<Integer> neighbours = new HashSet<>();
        for (int t : trianglesOf.get(vertex)) {
            for (int corner : triangles.get(t)) {
                if (corner != vertex) {
                    neighbours.add(corner);
                }
            }
        }
        return neighbours;
    }

    private boolean isBorder(int a, int b) {
        int count = 0;
        for (int t : trianglesOf.get(a)) {
            if (contains(triangles.get(t), b)) {
                count++;
            }
        }
        return count == 1;
    }

    private boolean isBorderVertex(int vertex) {
        for (int other : neighbours(vertex)) {
            if (isBorder(vertex, other)) {
                return true;
            }
        }
        return false;
    }

    private boolean onMidline(int vertex) {
        return Math.abs(vertices[3 * vertex]) < MIDLINE_MM;
    }

    private static boolean contains(int[] corners, int vertex) {
        return corners[0] == vertex || corners[1] == vertex || corners[2] == vertex;
    }

    private double[] normal(int a, int b, int c) {
        return cross(difference(b, a), difference(c, a));
    }

    private double[] difference(int a, int b) {
        return new double[] {vertices[3 * a] - vertices[3 * b], vertices[3 * a + 1] - vertices[3 * b + 1],
            vertices[3 * a + 2] - vertices[3 * b + 2]};
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static double length(double[] v) {
        return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }
}
