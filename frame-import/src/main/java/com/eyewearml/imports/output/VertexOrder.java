package com.eyewearml.imports.output;

import com.eyewearml.gltf.GltfPrimitive;
import java.nio.IntBuffer;
import org.lwjgl.system.MemoryUtil;
import org.lwjgl.util.meshoptimizer.MeshOptimizer;

/** Puts triangles and vertices in the order in which they are drawn fastest and compress best, and positions on the grid they are stored on. */
final class VertexOrder {
    private VertexOrder() {
    }

    static GltfPrimitive optimised(GltfPrimitive p) {
        int vertices = p.vertexCount();
        IntBuffer indices = MemoryUtil.memAllocInt(p.indices().length).put(p.indices()).flip();
        IntBuffer remap = MemoryUtil.memAllocInt(vertices);
        int[] ordered = new int[p.indices().length];
        int[] places = new int[vertices];
        int used;
        try {
            MeshOptimizer.meshopt_optimizeVertexCache(indices, indices, vertices);
            used = (int) MeshOptimizer.meshopt_optimizeVertexFetchRemap(remap, indices);
            indices.get(0, ordered);
            remap.get(0, places);
        } finally {
            MemoryUtil.memFree(indices);
            MemoryUtil.memFree(remap);
        }
        for (int i = 0; i < ordered.length; i++) {
            ordered[i] = places[ordered[i]];
        }
        float[] positions = moved(p.positionsM(), 3, places, used);
        for (int i = 0; i < positions.length; i++) {
            positions[i] = MeshoptCompressor.rounded(positions[i]);
        }
        return new GltfPrimitive(positions, moved(p.normals(), 3, places, used), moved(p.tangents(), 4, places, used),
                moved(p.uvs(), 2, places, used), moved(p.colours(), 4, places, used), ordered, p.material(), p.variantMaterials());
    }

    /** Vertices that no triangle uses have the place -1 and are dropped. */
    private static float[] moved(float[] values, int stride, int[] places, int used) {
        float[] moved = new float[values.length == 0 ? 0 : used * stride];
        for (int vertex = 0; vertex < places.length && moved.length > 0; vertex++) {
            if (places[vertex] >= 0) {
                System.arraycopy(values, vertex * stride, moved, places[vertex] * stride, stride);
            }
        }
        return moved;
    }
}
