package com.eyewearml.imports.output;

import com.eyewearml.gltf.GltfPrimitive;
import com.eyewearml.imports.geometry.Box;
import com.eyewearml.imports.geometry.Piece;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joml.Vector3d;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;
import org.lwjgl.util.meshoptimizer.MeshOptimizer;

/**
 * Reduces triangles by meshoptimizer's edge collapses, which weigh normals, colours and texture coordinates beside positions. Indices
 * are checked before they reach native code.
 */
final class Simplifier {
    /** Millimetres that a change of an attribute by 1 counts as much as. */
    private static final float NORMAL_MM = 0.5f;
    private static final float COLOUR_MM = 1;
    private static final float UV_MM = 5;

    private Simplifier() {
    }

    /**
     * At most so many triangles, or more where the surface would move by more than {@code errorMm}.
     *
     * @param original in millimetres
     */
    static Piece simplified(Piece original, int triangles, double errorMm) {
        if (original.triangleCount() <= triangles) {
            return original;
        }
        // Vertices no triangle uses would count as seams at their places and be kept, so they are dropped, too.
        Piece piece = indexed(original, welded(original.triangles())).only(t -> true);
        GltfPrimitive p = piece.triangles();
        int vertices = p.vertexCount();
        int attributes = stride(p);
        IntBuffer indices = MemoryUtil.memAllocInt(p.indices().length);
        IntBuffer target = MemoryUtil.memAllocInt(p.indices().length);
        FloatBuffer positions = MemoryUtil.memAllocFloat(p.positionsM().length);
        FloatBuffer attributeValues = MemoryUtil.memAllocFloat(Math.max(1, vertices * attributes));
        try (MemoryStack stack = MemoryStack.stackPush()) {
            indices.put(p.indices()).flip();
            positions.put(p.positionsM()).flip();
            FloatBuffer weights = stack.mallocFloat(Math.max(1, attributes));
            fill(p, attributeValues, weights, extent(piece));
            long count = attributes == 0
                    ? MeshOptimizer.meshopt_simplify(target, indices, positions, vertices, 12, 3L * triangles, (float) errorMm,
                            MeshOptimizer.meshopt_SimplifyErrorAbsolute, null)
                    : MeshOptimizer.meshopt_simplifyWithAttributes(target, indices, positions, vertices, 12, attributeValues,
                            4L * attributes, weights, null, 3L * triangles, (float) errorMm, MeshOptimizer.meshopt_SimplifyErrorAbsolute, null);
            int[] kept = new int[(int) count];
            target.get(0, kept);
            return indexed(piece, kept).only(t -> true);
        } finally {
            MemoryUtil.memFree(indices);
            MemoryUtil.memFree(target);
            MemoryUtil.memFree(positions);
            MemoryUtil.memFree(attributeValues);
        }
    }

    private static Piece indexed(Piece piece, int[] indices) {
        GltfPrimitive p = piece.triangles();
        return piece.with(new GltfPrimitive(p.positionsM(), p.normals(), p.tangents(), p.uvs(), p.colours(), indices, p.material(),
                p.variantMaterials()));
    }

    /** The indices with equal vertices taken for one; what is not shared cannot be collapsed. */
    private static int[] welded(GltfPrimitive p) {
        Map<List<Integer>, Integer> first = new HashMap<>();
        int[] same = new int[p.vertexCount()];
        for (int v = 0; v < same.length; v++) {
            List<Integer> bits = new ArrayList<>(12);
            add(p.positionsM(), v, 3, bits);
            add(p.normals(), v, 3, bits);
            add(p.uvs(), v, 2, bits);
            add(p.colours(), v, 4, bits);
            Integer known = first.putIfAbsent(bits, v);
            same[v] = known == null ? v : known;
        }
        int[] indices = p.indices().clone();
        for (int i = 0; i < indices.length; i++) {
            indices[i] = same[indices[i]];
        }
        return indices;
    }

    private static void add(float[] attribute, int vertex, int stride, List<Integer> bits) {
        for (int i = 0; i < stride && attribute.length > 0; i++) {
            bits.add(Float.floatToIntBits(attribute[vertex * stride + i]));
        }
    }

    private static int stride(GltfPrimitive p) {
        return (p.normals().length > 0 ? 3 : 0) + (p.colours().length > 0 ? 3 : 0) + (p.uvs().length > 0 ? 2 : 0);
    }

    /** Largest extent; meshoptimizer measures attributes against it. */
    private static float extent(Piece piece) {
        Vector3d size = Box.of(piece).size();
        return (float) Math.max(size.x, Math.max(size.y, size.z));
    }

    private static void fill(GltfPrimitive p, FloatBuffer values, FloatBuffer weights, float extentMm) {
        for (int v = 0; v < p.vertexCount(); v++) {
            put(p.normals(), v, 3, 3, values);
            put(p.colours(), v, 4, 3, values);
            put(p.uvs(), v, 2, 2, values);
        }
        values.flip();
        put(p.normals(), NORMAL_MM / extentMm, 3, weights);
        put(p.colours(), COLOUR_MM / extentMm, 3, weights);
        put(p.uvs(), UV_MM / extentMm, 2, weights);
        weights.flip();
    }

    private static void put(float[] attribute, int vertex, int stride, int count, FloatBuffer values) {
        for (int i = 0; i < count && attribute.length > 0; i++) {
            values.put(attribute[vertex * stride + i]);
        }
    }

    private static void put(float[] attribute, float weight, int count, FloatBuffer weights) {
        for (int i = 0; i < count && attribute.length > 0; i++) {
            weights.put(weight);
        }
    }
}
