package com.eyewearml.imports.output;

import com.eyewearml.gltf.GltfPrimitive;
import com.eyewearml.imports.geometry.Piece;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;
import org.lwjgl.util.meshoptimizer.MeshOptimizer;

/**
 * Reduces triangles by meshoptimizer's edge collapses, which weigh normals, colours and texture coordinates beside positions. Indices
 * are checked before they reach native code.
 */
final class Simplifier {
    private static final float NORMAL_WEIGHT = 0.5f;
    private static final float COLOUR_WEIGHT = 0.4f;
    private static final float UV_WEIGHT = 0.5f;

    private Simplifier() {
    }

    /**
     * At most so many triangles, or more where the surface would move by more than {@code errorMm}.
     *
     * @param piece in millimetres
     */
    static Piece simplified(Piece piece, int triangles, double errorMm) {
        GltfPrimitive p = piece.triangles();
        if (piece.triangleCount() <= triangles) {
            return piece;
        }
        int vertices = p.vertexCount();
        for (int index : p.indices()) {
            if (index < 0 || index >= vertices) {
                throw new IllegalArgumentException("vertex " + index + " of " + vertices);
            }
        }
        int attributes = stride(p);
        IntBuffer indices = MemoryUtil.memAllocInt(p.indices().length);
        IntBuffer target = MemoryUtil.memAllocInt(p.indices().length);
        FloatBuffer positions = MemoryUtil.memAllocFloat(p.positionsM().length);
        FloatBuffer attributeValues = MemoryUtil.memAllocFloat(Math.max(1, vertices * attributes));
        try (MemoryStack stack = MemoryStack.stackPush()) {
            indices.put(p.indices()).flip();
            positions.put(p.positionsM()).flip();
            FloatBuffer weights = stack.mallocFloat(Math.max(1, attributes));
            fill(p, attributeValues, weights);
            long count = attributes == 0
                    ? MeshOptimizer.meshopt_simplify(target, indices, positions, vertices, 12, 3L * triangles, (float) errorMm,
                            MeshOptimizer.meshopt_SimplifyErrorAbsolute, null)
                    : MeshOptimizer.meshopt_simplifyWithAttributes(target, indices, positions, vertices, 12, attributeValues,
                            4L * attributes, weights, null, 3L * triangles, (float) errorMm, MeshOptimizer.meshopt_SimplifyErrorAbsolute, null);
            int[] kept = new int[(int) count];
            target.get(0, kept);
            return piece.with(new GltfPrimitive(p.positionsM(), p.normals(), p.tangents(), p.uvs(), p.colours(), kept, p.material(),
                    p.variantMaterials())).only(t -> true);
        } finally {
            MemoryUtil.memFree(indices);
            MemoryUtil.memFree(target);
            MemoryUtil.memFree(positions);
            MemoryUtil.memFree(attributeValues);
        }
    }

    private static int stride(GltfPrimitive p) {
        return (p.normals().length > 0 ? 3 : 0) + (p.colours().length > 0 ? 3 : 0) + (p.uvs().length > 0 ? 2 : 0);
    }

    private static void fill(GltfPrimitive p, FloatBuffer values, FloatBuffer weights) {
        for (int v = 0; v < p.vertexCount(); v++) {
            put(p.normals(), v, 3, 3, values);
            put(p.colours(), v, 4, 3, values);
            put(p.uvs(), v, 2, 2, values);
        }
        values.flip();
        put(p.normals(), NORMAL_WEIGHT, 3, weights);
        put(p.colours(), COLOUR_WEIGHT, 3, weights);
        put(p.uvs(), UV_WEIGHT, 2, weights);
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
