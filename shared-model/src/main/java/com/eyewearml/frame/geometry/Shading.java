package com.eyewearml.frame.geometry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns bodies into a mesh with normals: smooth across gentle edges, split at creases, vertices shared wherever they agree. */
public final class Shading {
    private static final double NORMAL_STEPS = 4096;

    private Shading() {
    }

    /** Colour of a point of a surface; position in the part's millimetres, linear red, green, blue written to {@code rgb}. */
    @FunctionalInterface
    public interface Pattern {
        /** Writes the colour at (x, y, z). */
        void colour(double x, double y, double z, float[] rgb);
    }

    private record Position(double x, double y, double z) {
    }

    private record OutputVertex(int position, long normalX, long normalY, long normalZ, double u, double v) {
    }

    /**
     * @param creaseRad edges that bend more than this are creases
     * @param pattern   colours, or null where the material has one colour
     */
    public static TriangleMesh shade(SolidBuilder body, double creaseRad, Pattern pattern) {
        int triangles = body.triangleCount();
        double[] faceNormals = faceNormals(body);
        Map<Position, Integer> positions = new HashMap<>();
        int[] positionOf = new int[body.vertexCount()];
        for (int i = 0; i < positionOf.length; i++) {
            Position position = new Position(body.coordinate(i, 0) + 0.0, body.coordinate(i, 1) + 0.0, body.coordinate(i, 2) + 0.0);
            Integer known = positions.putIfAbsent(position, positions.size());
            positionOf[i] = known == null ? positions.size() - 1 : known;
        }
        List<List<Integer>> cornersAt = new ArrayList<>();
        for (int i = 0; i < positions.size(); i++) {
            cornersAt.add(new ArrayList<>());
        }
        for (int corner = 0; corner < 3 * triangles; corner++) {
            cornersAt.get(positionOf[body.corner(corner / 3, corner % 3)]).add(corner);
        }
        Map<OutputVertex, Integer> emitted = new HashMap<>();
        MeshArrays out = new MeshArrays(3 * triangles, pattern != null);
        double minCos = Math.cos(creaseRad);
        double[] normal = new double[3];
        for (int corner = 0; corner < 3 * triangles; corner++) {
            int vertex = body.corner(corner / 3, corner % 3);
            int position = positionOf[vertex];
            cornerNormal(body, faceNormals, cornersAt.get(position), corner / 3, minCos, normal);
            OutputVertex key = new OutputVertex(position, Math.round(normal[0] * NORMAL_STEPS), Math.round(normal[1] * NORMAL_STEPS),
                    Math.round(normal[2] * NORMAL_STEPS), body.coordinate(vertex, 3), body.coordinate(vertex, 4));
            Integer known = emitted.putIfAbsent(key, out.vertexCount());
            out.index(known == null ? out.vertexCount() : known);
            if (known == null) {
                out.vertex(body, vertex, normal, pattern);
            }
        }
        return out.mesh();
    }

    private static double[] faceNormals(SolidBuilder body) {
        double[] normals = new double[3 * body.triangleCount()];
        for (int t = 0; t < body.triangleCount(); t++) {
            int a = body.corner(t, 0);
            int b = body.corner(t, 1);
            int c = body.corner(t, 2);
            double[] ab = new double[3];
            double[] ac = new double[3];
            for (int axis = 0; axis < 3; axis++) {
                ab[axis] = body.coordinate(b, axis) - body.coordinate(a, axis);
                ac[axis] = body.coordinate(c, axis) - body.coordinate(a, axis);
            }
            double nx = ab[1] * ac[2] - ab[2] * ac[1];
            double ny = ab[2] * ac[0] - ab[0] * ac[2];
            double nz = ab[0] * ac[1] - ab[1] * ac[0];
            double length = Math.sqrt(nx * nx + ny * ny + nz * nz);
            if (!(length > 0)) {
                throw new IllegalStateException("degenerate triangle at " + body.coordinate(a, 0) + ", " + body.coordinate(a, 1) + ", "
                        + body.coordinate(a, 2));
            }
            normals[3 * t] = nx / length;
            normals[3 * t + 1] = ny / length;
            normals[3 * t + 2] = nz / length;
        }
        return normals;
    }

    /** Mean of the faces around a point that lie within the crease angle of this one, weighted by their angle at the point. */
    private static void cornerNormal(SolidBuilder body, double[] faceNormals, List<Integer> corners, int face, double minCos,
                                     double[] normal) {
        double nx = 0;
        double ny = 0;
        double nz = 0;
        for (int corner : corners) {
            int other = corner / 3;
            double cos = faceNormals[3 * face] * faceNormals[3 * other] + faceNormals[3 * face + 1] * faceNormals[3 * other + 1]
                    + faceNormals[3 * face + 2] * faceNormals[3 * other + 2];
            if (cos >= minCos || other == face) {
                double angle = cornerAngle(body, corner);
                nx += faceNormals[3 * other] * angle;
                ny += faceNormals[3 * other + 1] * angle;
                nz += faceNormals[3 * other + 2] * angle;
            }
        }
        double length = Math.sqrt(nx * nx + ny * ny + nz * nz);
        normal[0] = nx / length;
        normal[1] = ny / length;
        normal[2] = nz / length;
    }

    private static double cornerAngle(SolidBuilder body, int corner) {
        int triangle = corner / 3;
        int at = body.corner(triangle, corner % 3);
        int next = body.corner(triangle, (corner + 1) % 3);
        int last = body.corner(triangle, (corner + 2) % 3);
        double dot = 0;
        double nextSquared = 0;
        double lastSquared = 0;
        for (int axis = 0; axis < 3; axis++) {
            double toNext = body.coordinate(next, axis) - body.coordinate(at, axis);
            double toLast = body.coordinate(last, axis) - body.coordinate(at, axis);
            dot += toNext * toLast;
            nextSquared += toNext * toNext;
            lastSquared += toLast * toLast;
        }
        return Math.acos(Math.clamp(dot / Math.sqrt(nextSquared * lastSquared), -1, 1));
    }
}
