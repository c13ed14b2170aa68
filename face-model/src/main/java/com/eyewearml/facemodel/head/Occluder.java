package com.eyewearml.facemodel.head;

import com.eyewearml.face.FacePoints;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The part of the reference head that continues the face mesh: skull, ears and upper neck, simplified. The
 * half with x ≥ 0 is cut from the reference head, the other half is its mirror image.
 *
 * @param source vertex of the reference head behind each vertex
 * @param mirrored whether a vertex is the mirror image of its source
 * @param mirror number of each vertex's mirror image within the occluder
 * @param triangles corners, counter-clockwise from outside
 */
record Occluder(int[] source, boolean[] mirrored, int[] mirror, List<int[]> triangles) {
    private static final double MIDLINE_MM = 0.01;
    /** How far the occluder reaches under the face mesh. */
    private static final double OVERLAP_MM = 8;
    /** Depth behind the rearmost point of the outline within which skin still belongs to the face. */
    private static final double FACE_THICKNESS_MM = 20;
    private static final double NECK_END_MM = -140;
    private static final int TARGET_TRIANGLES_HALF = 700;

    /**
     * @param face registered landmarks
     * @param faceTriangles triangles of the face mesh
     * @param fixed vertices with x ≥ 0 that have to stay
     */
    static Occluder cut(ReferenceHead head, double[] face, List<int[]> faceTriangles, Set<Integer> fixed) {
        boolean[] covered = covered(head, face, faceTriangles);
        List<int[]> half = new ArrayList<>();
        int[] t = head.triangles();
        for (int i = 0; i < t.length; i += 3) {
            int[] corners = {t[i], t[i + 1], t[i + 2]};
            boolean keep = true;
            for (int c : corners) {
                keep &= head.vertices()[3 * c] > -MIDLINE_MM && head.vertices()[3 * c + 1] > NECK_END_MM && !covered[c];
            }
            if (keep) {
                half.add(corners);
            }
        }
        return mirror(head, Decimation.simplify(head.vertices(), half, fixed, TARGET_TRIANGLES_HALF));
    }

    private static Occluder mirror(ReferenceHead head, List<int[]> half) {
        Map<Integer, Integer> right = new LinkedHashMap<>();
        for (int[] t : half) {
            for (int c : t) {
                right.putIfAbsent(c, right.size());
            }
        }
        List<Integer> source = new ArrayList<>(right.keySet());
        int pairs = source.size();
        List<Integer> mirror = new ArrayList<>();
        Map<Integer, Integer> left = new HashMap<>();
        for (int i = 0; i < pairs; i++) {
            int vertex = source.get(i);
            if (Math.abs(head.vertices()[3 * vertex]) < MIDLINE_MM) {
                left.put(vertex, i);
                mirror.add(i);
            } else {
                left.put(vertex, source.size());
                mirror.add(source.size());
                source.add(vertex);
            }
        }
        for (int i = pairs; i < source.size(); i++) {
            mirror.add(right.get(source.get(i)));
        }
        List<int[]> triangles = new ArrayList<>();
        for (int[] t : half) {
            triangles.add(new int[] {right.get(t[0]), right.get(t[1]), right.get(t[2])});
            triangles.add(new int[] {left.get(t[0]), left.get(t[2]), left.get(t[1])});
        }
        boolean[] mirrored = new boolean[source.size()];
        for (int i = pairs; i < mirrored.length; i++) {
            mirrored[i] = true;
        }
        return new Occluder(toInts(source), mirrored, toInts(mirror), triangles);
    }

    /** Number within the occluder of a reference vertex, or of its mirror image. */
    int indexOf(int vertex, boolean image) {
        for (int i = 0; i < source.length; i++) {
            if (source[i] == vertex && mirrored[i] == image) {
                return i;
            }
        }
        throw new IllegalArgumentException("vertex " + vertex + " of the reference head is not part of the occluder");
    }

    /** Coordinate of an occluder vertex from a field over the reference head with the given parity under mirroring. */
    double[] sample(double[] field, int parity) {
        double[] sampled = new double[3 * source.length];
        for (int i = 0; i < source.length; i++) {
            for (int a = 0; a < 3; a++) {
                double value = field[3 * source[i] + a];
                boolean vanishes = mirror[i] == i && (a == 0) == (parity > 0);
                double sign = mirrored[i] ? (a == 0 ? -parity : parity) : 1;
                sampled[3 * i + a] = vanishes ? 0 : sign * value;
            }
        }
        return sampled;
    }

    /** Vertices in front of the middle of the head that lie behind the face mesh, further from its outline than the overlap. */
    private static boolean[] covered(ReferenceHead head, double[] face, List<int[]> faceTriangles) {
        List<int[]> outline = outline(faceTriangles);
        double backMm = minOutlineZ(face, outline) - FACE_THICKNESS_MM;
        boolean[] covered = new boolean[head.vertexCount()];
        for (int i = 0; i < covered.length; i++) {
            double x = head.vertices()[3 * i];
            double y = head.vertices()[3 * i + 1];
            covered[i] = head.vertices()[3 * i + 2] > backMm && inside(face, outline, x, y) && distance(face, outline, x, y) > OVERLAP_MM;
        }
        return covered;
    }

    private static double minOutlineZ(double[] face, List<int[]> outline) {
        return outline.stream().mapToDouble(e -> face[3 * e[0] + 2]).min().orElseThrow();
    }

    /** Edges with a triangle on one side only. */
    static List<int[]> outline(List<int[]> triangles) {
        Map<Integer, int[]> edges = new HashMap<>();
        for (int[] t : triangles) {
            for (int e = 0; e < 3; e++) {
                int a = t[e];
                int b = t[(e + 1) % 3];
                if (edges.remove(b * FacePoints.COUNT + a) == null) {
                    edges.put(a * FacePoints.COUNT + b, new int[] {a, b});
                }
            }
        }
        return List.copyOf(edges.values());
    }

    private static boolean inside(double[] face, List<int[]> outline, double x, double y) {
        boolean inside = false;
        for (int[] e : outline) {
            double ay = face[3 * e[0] + 1];
            double by = face[3 * e[1] + 1];
            if (ay > y != by > y) {
                double ax = face[3 * e[0]];
                double bx = face[3 * e[1]];
                inside ^= x < ax + (y - ay) / (by - ay) * (bx - ax);
            }
        }
        return inside;
    }

    private static double distance(double[] face, List<int[]> outline, double x, double y) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int[] e : outline) {
            double ax = face[3 * e[0]];
            double ay = face[3 * e[0] + 1];
            double dx = face[3 * e[1]] - ax;
            double dy = face[3 * e[1] + 1] - ay;
            double along = Math.clamp(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy), 0, 1);
            nearest = Math.min(nearest, Math.hypot(x - ax - along * dx, y - ay - along * dy));
        }
        return nearest;
    }

    private static int[] toInts(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}
