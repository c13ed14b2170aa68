package com.eyewearml.imports.geometry;

import com.eyewearml.gltf.GltfPrimitive;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Collects triangles of a piece, whole or cut, into a smaller piece; every attribute is carried along. */
final class PieceBuilder {
    private final Piece source;
    private final GltfPrimitive from;
    private final int[] copied;
    private final Map<Long, Integer> cuts = new HashMap<>();
    private final Floats positions = new Floats();
    private final Floats normals = new Floats();
    private final Floats tangents = new Floats();
    private final Floats uvs = new Floats();
    private final Floats colours = new Floats();
    private int[] indices = new int[64];
    private int indexCount;

    PieceBuilder(Piece source) {
        this(source, unused(source));
    }

    /** @param copied from {@link #unused}; may be shared by builders that take no vertex of each other's */
    PieceBuilder(Piece source, int[] copied) {
        this.source = source;
        this.copied = copied;
        from = source.triangles();
    }

    /** No vertex of the source is copied yet. */
    static int[] unused(Piece source) {
        int[] copied = new int[source.triangles().vertexCount()];
        Arrays.fill(copied, -1);
        return copied;
    }

    void triangle(int triangle) {
        for (int c = 0; c < 3; c++) {
            index(vertex(from.indices()[3 * triangle + c]));
        }
    }

    void index(int vertex) {
        if (indexCount == indices.length) {
            indices = Arrays.copyOf(indices, indexCount * 2);
        }
        indices[indexCount++] = vertex;
    }

    /** The copy of a vertex of the source. */
    int vertex(int original) {
        if (copied[original] < 0) {
            copied[original] = positions.size() / 3;
            positions.add(from.positionsM(), original, original, 0, 3);
            normals.add(from.normals(), original, original, 0, 3);
            tangents.add(from.tangents(), original, original, 0, 4);
            uvs.add(from.uvs(), original, original, 0, 2);
            colours.add(from.colours(), original, original, 0, 4);
        }
        return copied[original];
    }

    /** A new vertex on the edge between two vertices of the source, at the share {@code t} of the way from {@code a} to {@code b}. */
    int between(int a, int b, double t) {
        if (a > b) {
            return between(b, a, 1 - t);
        }
        return cuts.computeIfAbsent((long) a << 32 | b, key -> {
            int created = positions.size() / 3;
            positions.add(from.positionsM(), a, b, t, 3);
            normals.add(from.normals(), a, b, t, 3);
            unitLast(normals, 3);
            tangents.add(from.tangents(), a, b, t, 4);
            unitLast(tangents, 4);
            uvs.add(from.uvs(), a, b, t, 2);
            colours.add(from.colours(), a, b, t, 4);
            return created;
        });
    }

    private static void unitLast(Floats values, int stride) {
        if (values.size() == 0) {
            return;
        }
        int at = values.size() - stride;
        float[] v = values.array();
        double length = Math.sqrt(v[at] * v[at] + v[at + 1] * v[at + 1] + v[at + 2] * v[at + 2]);
        for (int i = 0; i < 3 && length > 0; i++) {
            v[at + i] /= (float) length;
        }
        if (stride == 4) {
            v[at + 3] = v[at + 3] < 0 ? -1 : 1;
        }
    }

    Piece build() {
        return source.with(new GltfPrimitive(positions.toArray(), normals.toArray(), tangents.toArray(), uvs.toArray(), colours.toArray(),
                Arrays.copyOf(indices, indexCount), from.material(), from.variantMaterials()));
    }

    /** A growing array of floats. */
    private static final class Floats {
        private float[] values = new float[48];
        private int size;

        int size() {
            return size;
        }

        float[] array() {
            return values;
        }

        /** Appends the mixture of elements {@code a} and {@code b} of an attribute; nothing where the attribute is absent. */
        void add(float[] attribute, int a, int b, double t, int stride) {
            if (attribute.length == 0) {
                return;
            }
            if (size + stride > values.length) {
                values = Arrays.copyOf(values, values.length * 2);
            }
            for (int i = 0; i < stride; i++) {
                float first = attribute[a * stride + i];
                values[size++] = (float) (first + t * (attribute[b * stride + i] - first));
            }
        }

        float[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
