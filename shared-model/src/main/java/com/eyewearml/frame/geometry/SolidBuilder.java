package com.eyewearml.frame.geometry;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.joml.Vector3d;

/**
 * Collects the vertices and triangles of closed bodies. Triangles are counter-clockwise from outside. Vertices at the very same
 * position are one point of the surface, however many there are.
 */
public final class SolidBuilder {
    private double[] vertices = new double[5 * 256];
    private int vertexCount;
    private int[] corners = new int[3 * 256];
    private int cornerCount;

    /** Adds a vertex and returns its index; {@code u}, {@code v} are texture coordinates in [0, 1]. */
    public int vertex(double x, double y, double z, double u, double v) {
        if (vertices.length < 5 * (vertexCount + 1)) {
            vertices = Arrays.copyOf(vertices, vertices.length * 2);
        }
        int at = 5 * vertexCount;
        vertices[at] = x;
        vertices[at + 1] = y;
        vertices[at + 2] = z;
        vertices[at + 3] = u;
        vertices[at + 4] = v;
        return vertexCount++;
    }

    /** Adds a triangle. */
    public void triangle(int a, int b, int c) {
        if (corners.length < cornerCount + 3) {
            corners = Arrays.copyOf(corners, corners.length * 2);
        }
        corners[cornerCount++] = a;
        corners[cornerCount++] = b;
        corners[cornerCount++] = c;
    }

    /** Adds the quadrilateral a, b, c, d, split along its shorter diagonal. */
    public void quad(int a, int b, int c, int d) {
        if (distance(a, c) <= distance(b, d)) {
            triangle(a, b, c);
            triangle(a, c, d);
        } else {
            triangle(a, b, d);
            triangle(b, c, d);
        }
    }

    /** Adds everything of another builder, mirrored at x = 0 where {@code mirrored}. */
    public void add(SolidBuilder other, boolean mirrored) {
        int base = vertexCount;
        for (int i = 0; i < other.vertexCount; i++) {
            int at = 5 * i;
            double x = mirrored ? 0 - other.vertices[at] : other.vertices[at];
            vertex(x, other.vertices[at + 1], other.vertices[at + 2], other.vertices[at + 3], other.vertices[at + 4]);
        }
        for (int i = 0; i < other.cornerCount; i += 3) {
            int b = other.corners[i + 1];
            int c = other.corners[i + 2];
            triangle(base + other.corners[i], base + (mirrored ? c : b), base + (mirrored ? b : c));
        }
    }

    /** Moves every vertex to where {@code move} takes it; the vector passed in may be changed and returned. */
    public void transform(UnaryOperator<Vector3d> move) {
        Vector3d point = new Vector3d();
        for (int at = 0; at < 5 * vertexCount; at += 5) {
            Vector3d moved = move.apply(point.set(vertices[at], vertices[at + 1], vertices[at + 2]));
            vertices[at] = moved.x;
            vertices[at + 1] = moved.y;
            vertices[at + 2] = moved.z;
        }
    }

    /** Number of vertices. */
    public int vertexCount() {
        return vertexCount;
    }

    /** Number of triangles. */
    public int triangleCount() {
        return cornerCount / 3;
    }

    /** Coordinate {@code axis} (0 to 2) or texture coordinate (3, 4) of a vertex. */
    public double coordinate(int vertex, int axis) {
        return vertices[5 * vertex + axis];
    }

    /** Vertex of a triangle's corner, {@code corner} 0 to 2. */
    public int corner(int triangle, int corner) {
        return corners[3 * triangle + corner];
    }

    private double distance(int a, int b) {
        double dx = coordinate(a, 0) - coordinate(b, 0);
        double dy = coordinate(a, 1) - coordinate(b, 1);
        double dz = coordinate(a, 2) - coordinate(b, 2);
        return dx * dx + dy * dy + dz * dz;
    }

    /** Both this body and its mirror image at x = 0; surfaces that end at x = 0 close into one. */
    public SolidBuilder withMirrorImage() {
        SolidBuilder both = new SolidBuilder();
        both.add(this, false);
        both.add(this, true);
        return both;
    }

    /** Several bodies in one. */
    public static SolidBuilder of(List<SolidBuilder> bodies) {
        SolidBuilder all = new SolidBuilder();
        bodies.forEach(body -> all.add(body, false));
        return all;
    }
}
