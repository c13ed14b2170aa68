package com.eyewearml.frame.build;

import com.eyewearml.frame.geometry.TriangleMesh;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Looks at a mesh by its positions alone: is it closed, how large is it, how well shaped are its triangles. */
final class MeshTopology {
    private record Point(float x, float y, float z) {
    }

    private record Edge(int from, int to) {
    }

    private final TriangleMesh mesh;
    private final int[] pointOf;

    MeshTopology(TriangleMesh mesh) {
        this.mesh = mesh;
        Map<Point, Integer> points = new HashMap<>();
        pointOf = new int[mesh.vertexCount()];
        for (int i = 0; i < pointOf.length; i++) {
            float[] p = mesh.positionsMm();
            Point point = new Point(p[3 * i] + 0f, p[3 * i + 1] + 0f, p[3 * i + 2] + 0f);
            pointOf[i] = points.computeIfAbsent(point, key -> points.size());
        }
    }

    /** Edges that are not shared by exactly two triangles running in opposite directions. */
    int openEdges() {
        Set<Edge> directed = new HashSet<>();
        int bad = 0;
        for (int i = 0; i < mesh.indices().length; i++) {
            if (!directed.add(edge(i))) {
                bad++;
            }
        }
        for (Edge edge : directed) {
            if (!directed.contains(new Edge(edge.to, edge.from))) {
                bad++;
            }
        }
        return bad;
    }

    private Edge edge(int corner) {
        int next = corner % 3 == 2 ? corner - 2 : corner + 1;
        return new Edge(pointOf[mesh.indices()[corner]], pointOf[mesh.indices()[next]]);
    }

    /** Enclosed volume by the divergence theorem; negative for a mesh turned inside out. */
    double volumeMm3() {
        double sum = 0;
        for (int t = 0; t < mesh.triangleCount(); t++) {
            double[] a = corner(t, 0);
            double[] b = corner(t, 1);
            double[] c = corner(t, 2);
            sum += a[0] * (b[1] * c[2] - b[2] * c[1]) + a[1] * (b[2] * c[0] - b[0] * c[2]) + a[2] * (b[0] * c[1] - b[1] * c[0]);
        }
        return sum / 6;
    }

    /** Smallest angle of a triangle in degrees; 0 for a degenerate one, NaN where a coordinate is. */
    double minAngleDeg(int triangle) {
        double smallest = 180;
        for (int i = 0; i < 3; i++) {
            double[] at = corner(triangle, i);
            double[] p = corner(triangle, (i + 1) % 3);
            double[] q = corner(triangle, (i + 2) % 3);
            double[] u = {p[0] - at[0], p[1] - at[1], p[2] - at[2]};
            double[] v = {q[0] - at[0], q[1] - at[1], q[2] - at[2]};
            double cross = Math.sqrt(square(u[1] * v[2] - u[2] * v[1]) + square(u[2] * v[0] - u[0] * v[2])
                    + square(u[0] * v[1] - u[1] * v[0]));
            smallest = Math.min(smallest, Math.toDegrees(Math.atan2(cross, u[0] * v[0] + u[1] * v[1] + u[2] * v[2])));
        }
        return smallest;
    }

    /** Smallest cosine between a corner's normal and its triangle's own. */
    double worstNormalAgreement() {
        double worst = 1;
        for (int t = 0; t < mesh.triangleCount(); t++) {
            double[] a = corner(t, 0);
            double[] b = corner(t, 1);
            double[] c = corner(t, 2);
            double[] n = {(b[1] - a[1]) * (c[2] - a[2]) - (b[2] - a[2]) * (c[1] - a[1]),
                (b[2] - a[2]) * (c[0] - a[0]) - (b[0] - a[0]) * (c[2] - a[2]),
                (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])};
            double length = Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]);
            for (int i = 0; i < 3; i++) {
                int v = 3 * mesh.indices()[3 * t + i];
                float[] m = mesh.normals();
                worst = Math.min(worst, (n[0] * m[v] + n[1] * m[v + 1] + n[2] * m[v + 2]) / length);
            }
        }
        return worst;
    }

    private double[] corner(int triangle, int corner) {
        int at = 3 * mesh.indices()[3 * triangle + corner];
        return new double[] {mesh.positionsMm()[at], mesh.positionsMm()[at + 1], mesh.positionsMm()[at + 2]};
    }

    private static double square(double x) {
        return x * x;
    }
}
