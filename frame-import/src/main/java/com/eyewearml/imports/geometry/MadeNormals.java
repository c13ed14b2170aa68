package com.eyewearml.imports.geometry;

import com.eyewearml.gltf.GltfPrimitive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joml.Vector3d;

/**
 * Normals for a piece that has none, or none of any length: at each corner the mean of the triangles around that bend away by less than a
 * crease, weighted by area. Vertices are divided where their corners differ.
 */
public final class MadeNormals {
    private static final double CREASE_COS = Math.cos(Math.toRadians(40));
    private static final double STEPS = 512;

    private record Place(float x, float y, float z) {
    }

    private record Vertex(int original, long x, long y, long z) {
    }

    private final Piece piece;
    private final Vector3d[] areas;
    private final Map<Place, List<Integer>> around = new HashMap<>();

    private MadeNormals(Piece piece) {
        this.piece = piece;
        areas = new Vector3d[piece.triangleCount()];
        Vector3d a = new Vector3d();
        Vector3d b = new Vector3d();
        Vector3d c = new Vector3d();
        for (int t = 0; t < areas.length; t++) {
            piece.corner(t, 0, a);
            areas[t] = piece.corner(t, 1, b).sub(a).cross(piece.corner(t, 2, c).sub(a), new Vector3d());
            for (int corner = 0; corner < 3; corner++) {
                around.computeIfAbsent(place(t, corner), p -> new ArrayList<>(6)).add(t);
            }
        }
    }

    /** Whether every vertex has a normal of about unit length. */
    public static boolean complete(Piece piece) {
        float[] n = piece.triangles().normals();
        boolean complete = n.length == piece.triangles().positionsM().length;
        for (int i = 0; complete && i < n.length; i += 3) {
            double square = n[i] * n[i] + n[i + 1] * n[i + 1] + n[i + 2] * n[i + 2];
            complete = square > 0.8 && square < 1.2;
        }
        return complete;
    }

    /** The piece with normals, and without tangents, which belonged to others. */
    public static Piece add(Piece piece) {
        return new MadeNormals(piece).build();
    }

    private Place place(int triangle, int corner) {
        Vector3d p = piece.corner(triangle, corner, new Vector3d());
        // 0.0 is added because -0 and 0 are the same place.
        return new Place((float) p.x + 0f, (float) p.y + 0f, (float) p.z + 0f);
    }

    private Piece build() {
        GltfPrimitive p = piece.triangles();
        Map<Vertex, Integer> numbers = new HashMap<>();
        int[] indices = new int[p.indices().length];
        int[] originals = new int[indices.length];
        float[] normals = new float[3 * indices.length];
        Vector3d normal = new Vector3d();
        for (int i = 0; i < indices.length; i++) {
            cornerNormal(i / 3, i % 3, normal);
            int created = numbers.size();
            int number = numbers.computeIfAbsent(new Vertex(p.indices()[i], Math.round(normal.x * STEPS), Math.round(normal.y * STEPS),
                    Math.round(normal.z * STEPS)), vertex -> created);
            indices[i] = number;
            if (number == created) {
                originals[number] = p.indices()[i];
                normals[3 * number] = (float) normal.x;
                normals[3 * number + 1] = (float) normal.y;
                normals[3 * number + 2] = (float) normal.z;
            }
        }
        int count = numbers.size();
        return piece.with(new GltfPrimitive(taken(p.positionsM(), 3, originals, count), Arrays.copyOf(normals, 3 * count), new float[0],
                taken(p.uvs(), 2, originals, count), taken(p.colours(), 4, originals, count), indices, p.material(), p.variantMaterials()));
    }

    private void cornerNormal(int triangle, int corner, Vector3d dest) {
        Vector3d own = areas[triangle];
        dest.zero();
        for (int other : around.get(place(triangle, corner))) {
            double lengths = own.length() * areas[other].length();
            if (other == triangle || lengths > 0 && own.dot(areas[other]) > CREASE_COS * lengths) {
                dest.add(areas[other]);
            }
        }
        double length = dest.length();
        if (length > 0) {
            dest.div(length);
        } else {
            dest.set(0, 0, 1);
        }
    }

    private static float[] taken(float[] values, int stride, int[] originals, int count) {
        float[] taken = new float[values.length == 0 ? 0 : stride * count];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = values[originals[i / stride] * stride + i % stride];
        }
        return taken;
    }
}
