package com.eyewearml.client.render;

import com.eyewearml.client.render.EyewearParts.Piece;
import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.gltf.GltfModel;
import com.eyewearml.gltf.GltfPrimitive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joml.Matrix4f;
import org.joml.Vector3f;

/** All pieces of a frame in one array of vertices, triangles sorted by what is drawn together. */
final class EyewearGeometry {
    private static final int PART_IN_VERTEX = 9;
    private static final GltfMaterial DEFAULT_MATERIAL =
            GltfMaterial.opaque("default", new float[] {1, 1, 1, 1}, 1, 1);

    /** Pieces alike in this are drawn together; materials are indices, −1 for the default. */
    private record Kind(List<Integer> materials, boolean lens, boolean uvs, boolean tangents) {
        static Kind of(Piece piece, int variants) {
            GltfPrimitive p = piece.primitive();
            List<Integer> materials = new ArrayList<>();
            materials.add(p.material());
            for (int v = 0; v < variants; v++) {
                materials.add(p.variantMaterials().length == 0 ? p.material() : p.variantMaterials()[v]);
            }
            return new Kind(List.copyOf(materials), piece.part().isLens(), p.uvs().length > 0, p.tangents().length > 0);
        }
    }

    private final float[] vertices;
    private final float[] textureVertices;
    private final int[] indices;
    private final List<EyewearModel.Draw> draws = new ArrayList<>();
    private final float[][] boundsMm = new float[EyewearPart.values().length][];
    private final LensMesh[] lenses = new LensMesh[2];
    private int vertexCount;
    private int indexCount;

    EyewearGeometry(GltfModel gltf, List<Piece> pieces) {
        for (int i = 0; i < boundsMm.length; i++) {
            float far = Float.POSITIVE_INFINITY;
            boundsMm[i] = new float[] {far, far, far, -far, -far, -far};
        }
        Map<Kind, List<Piece>> kinds = new LinkedHashMap<>();
        int allVertices = 0;
        int allIndices = 0;
        boolean textured = false;
        for (Piece piece : pieces) {
            Kind kind = Kind.of(piece, gltf.variants().size());
            kinds.computeIfAbsent(kind, k -> new ArrayList<>()).add(piece);
            allVertices += piece.primitive().vertexCount();
            allIndices += piece.primitive().indices().length;
            textured |= kind.uvs() && looks(gltf, kind).stream().anyMatch(m -> !m.textures().isEmpty());
        }
        vertices = new float[EyewearModel.FLOATS_PER_VERTEX * allVertices];
        textureVertices = new float[textured ? EyewearModel.FLOATS_PER_TEXTURE_VERTEX * allVertices : 0];
        indices = new int[allIndices];
        kinds.forEach((kind, alike) -> {
            int first = indexCount;
            alike.stream().filter(piece -> !piece.isTemple()).forEach(this::write);
            int front = indexCount - first;
            alike.stream().filter(Piece::isTemple).forEach(this::write);
            draws.add(new EyewearModel.Draw(looks(gltf, kind), kind.lens(), kind.uvs(), kind.tangents(), first, indexCount - first, front));
        });
    }

    private static List<GltfMaterial> looks(GltfModel gltf, Kind kind) {
        return kind.materials().stream().map(i -> i < 0 ? DEFAULT_MATERIAL : gltf.materials().get(i)).toList();
    }

    float[] vertices() {
        return vertices;
    }

    float[] textureVertices() {
        return textureVertices;
    }

    int[] indices() {
        return indices;
    }

    /** Vertex numbers of a part's triangles, three for each. */
    int[] triangles(EyewearPart part) {
        return Arrays.stream(indices)
                .filter(vertex -> vertices[EyewearModel.FLOATS_PER_VERTEX * vertex + PART_IN_VERTEX] == part.ordinal()).toArray();
    }

    List<EyewearModel.Draw> draws() {
        return List.copyOf(draws);
    }

    /** Shapes of the right and the left lens; null for one that is not there. */
    LensMesh[] lenses() {
        return lenses;
    }

    /** For each {@link EyewearPart}; see {@link EyewearModel#boundsMm}. */
    float[][] boundsMm() {
        return boundsMm;
    }

    private void write(Piece piece) {
        GltfPrimitive primitive = piece.primitive();
        writeVertices(piece);
        if (piece.part().isLens()) {
            writeDepths(piece);
        }
        if (textureVertices.length > 0) {
            writeTextureVertices(primitive, piece.frameMmFromNode());
        }
        for (int index : primitive.indices()) {
            indices[indexCount++] = vertexCount + index;
        }
        vertexCount += primitive.vertexCount();
    }

    private void writeVertices(Piece piece) {
        GltfPrimitive primitive = piece.primitive();
        float[] positions = primitive.positionsM();
        float[] normals = primitive.normals().length > 0 ? primitive.normals() : smoothNormals(primitive);
        float[] colours = primitive.colours();
        Vector3f v = new Vector3f();
        for (int i = 0; i < primitive.vertexCount(); i++) {
            int at = EyewearModel.FLOATS_PER_VERTEX * (vertexCount + i);
            piece.frameMmFromNode().transformPosition(positions[3 * i], positions[3 * i + 1], positions[3 * i + 2], v);
            put(v, at);
            enclose(v, boundsMm[piece.part().ordinal()]);
            piece.frameMmFromNode().transformDirection(normals[3 * i], normals[3 * i + 1], normals[3 * i + 2], v).normalize();
            put(v, at + 3);
            for (int c = 0; c < 3; c++) {
                vertices[at + 6 + c] = colours.length > 0 ? colours[4 * i + c] : 1;
            }
            vertices[at + PART_IN_VERTEX] = piece.part().ordinal();
        }
    }

    /** What is left of a vertex's number of its part tells how deep it lies in the lens. */
    private void writeDepths(Piece piece) {
        LensMesh lens = new LensMesh(vertices, vertexCount, vertexCount + piece.primitive().vertexCount());
        for (int i = vertexCount; i < vertexCount + piece.primitive().vertexCount(); i++) {
            vertices[EyewearModel.FLOATS_PER_VERTEX * i + PART_IN_VERTEX] += EyewearModel.DEEPEST * (float) lens.depthShare(i);
        }
        int side = piece.part() == EyewearPart.LENS_RIGHT ? 0 : 1;
        if (lenses[side] == null || lens.thicknessMm() > lenses[side].thicknessMm()) {
            lenses[side] = lens;
        }
    }

    private void put(Vector3f v, int at) {
        vertices[at] = v.x;
        vertices[at + 1] = v.y;
        vertices[at + 2] = v.z;
    }

    private static void enclose(Vector3f v, float[] bounds) {
        for (int axis = 0; axis < 3; axis++) {
            bounds[axis] = Math.min(bounds[axis], v.get(axis));
            bounds[3 + axis] = Math.max(bounds[3 + axis], v.get(axis));
        }
    }

    private void writeTextureVertices(GltfPrimitive primitive, Matrix4f frameFromNode) {
        float[] uvs = primitive.uvs();
        float[] tangents = primitive.tangents();
        Vector3f v = new Vector3f();
        for (int i = 0; i < primitive.vertexCount(); i++) {
            int at = EyewearModel.FLOATS_PER_TEXTURE_VERTEX * (vertexCount + i);
            if (uvs.length > 0) {
                textureVertices[at] = uvs[2 * i];
                textureVertices[at + 1] = uvs[2 * i + 1];
            }
            if (tangents.length > 0) {
                frameFromNode.transformDirection(tangents[4 * i], tangents[4 * i + 1], tangents[4 * i + 2], v).normalize();
                textureVertices[at + 2] = v.x;
                textureVertices[at + 3] = v.y;
                textureVertices[at + 4] = v.z;
                textureVertices[at + 5] = tangents[4 * i + 3];
            }
        }
    }

    private static float[] smoothNormals(GltfPrimitive primitive) {
        float[] normals = new float[primitive.positionsM().length];
        VertexNormals.compute(primitive.positionsM(), primitive.indices(), normals);
        return normals;
    }
}
