package com.eyewearml.imports.output;

import com.eyewearml.gltf.GltfPrimitive;
import com.eyewearml.imports.geometry.Piece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Joins the pieces of a part that can be drawn together: same material, same attributes. */
final class MergedPieces {
    private MergedPieces() {
    }

    private record Kind(int material, List<Integer> variants, boolean normals, boolean tangents, boolean uvs, boolean colours) {
        static Kind of(GltfPrimitive p) {
            return new Kind(p.material(), Arrays.stream(p.variantMaterials()).boxed().toList(), p.normals().length > 0,
                    p.tangents().length > 0, p.uvs().length > 0, p.colours().length > 0);
        }
    }

    static List<GltfPrimitive> of(List<Piece> pieces) {
        Map<Kind, List<GltfPrimitive>> groups = new LinkedHashMap<>();
        for (Piece piece : pieces) {
            if (piece.triangleCount() > 0) {
                groups.computeIfAbsent(Kind.of(piece.triangles()), kind -> new ArrayList<>()).add(piece.triangles());
            }
        }
        return groups.values().stream().map(MergedPieces::joined).toList();
    }

    private static GltfPrimitive joined(List<GltfPrimitive> group) {
        if (group.size() == 1) {
            return group.getFirst();
        }
        int indexCount = group.stream().mapToInt(p -> p.indices().length).sum();
        int[] indices = new int[indexCount];
        int at = 0;
        int firstVertex = 0;
        for (GltfPrimitive p : group) {
            for (int index : p.indices()) {
                indices[at++] = firstVertex + index;
            }
            firstVertex += p.vertexCount();
        }
        GltfPrimitive first = group.getFirst();
        return new GltfPrimitive(concatenated(group.stream().map(GltfPrimitive::positionsM).toList()),
                concatenated(group.stream().map(GltfPrimitive::normals).toList()), concatenated(group.stream().map(GltfPrimitive::tangents).toList()),
                concatenated(group.stream().map(GltfPrimitive::uvs).toList()), concatenated(group.stream().map(GltfPrimitive::colours).toList()), indices,
                first.material(), first.variantMaterials());
    }

    private static float[] concatenated(List<float[]> arrays) {
        float[] joined = new float[arrays.stream().mapToInt(a -> a.length).sum()];
        int at = 0;
        for (float[] array : arrays) {
            System.arraycopy(array, 0, joined, at, array.length);
            at += array.length;
        }
        return joined;
    }
}
