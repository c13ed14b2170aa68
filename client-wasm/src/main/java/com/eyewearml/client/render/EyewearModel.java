package com.eyewearml.client.render;

import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eyewearml.fit.WornFrame;
import com.eyewearml.frame.FrameGlb;
import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.gltf.GltfModel;
import com.eyewearml.gltf.GltfNode;
import com.eyewearml.gltf.GltfPrimitive;
import java.util.ArrayList;
import java.util.List;
import org.joml.Matrix4f;
import org.joml.Quaternionf;
import org.joml.Vector3f;

/**
 * A frame ready to be drawn: all parts in one vertex array, in frame coordinates and millimetres, temples unfolded.
 */
public final class EyewearModel {
    /** Floats of a vertex: position, normal, tint (linear red, green, blue). */
    public static final int FLOATS_PER_VERTEX = 9;

    /** A run of triangles of one part and one material. */
    public record Draw(EyewearPart part, GltfMaterial material, int firstIndex, int indexCount) {
        /** Whether light passes. */
        public boolean isTransmissive() {
            return material.transmission().factor() > 0;
        }
    }

    private static final float MM_PER_M = 1000;
    private static final GltfMaterial DEFAULT_MATERIAL =
            GltfMaterial.opaque("default", new float[] {1, 1, 1, 1}, 1, 1);

    private final float[] vertices;
    private final int[] indices;
    private final List<Draw> draws;
    private final float[][] originsMm;
    private final WornFrame worn;
    private final boolean transmissiveFrame;

    private EyewearModel(float[] vertices, int[] indices, List<Draw> draws, float[][] originsMm, WornFrame worn) {
        this.vertices = vertices;
        this.indices = indices;
        this.draws = draws;
        this.originsMm = originsMm;
        this.worn = worn;
        transmissiveFrame = draws.stream().anyMatch(d -> !d.part().isLens() && d.isTransmissive());
    }

    /**
     * Takes the parts out of a frame's file.
     *
     * @throws EyewearModelException if nothing lies under nodes of {@link EyewearPart} or the dimensions are missing
     * @throws IllegalArgumentException if a dimension is impossible
     */
    public static EyewearModel of(GltfModel gltf) {
        Builder builder = new Builder(gltf);
        for (int root : gltf.roots()) {
            builder.visit(root, new Matrix4f().scaling(MM_PER_M), null);
        }
        return builder.build();
    }

    /** Interleaved vertices, {@link #FLOATS_PER_VERTEX} each. */
    public float[] vertices() {
        return vertices;
    }

    /** Three per triangle. */
    public int[] indices() {
        return indices;
    }

    /** What to draw, in the order of the file. */
    public List<Draw> draws() {
        return draws;
    }

    /** What placing the frame on a head needs to know of it. */
    public WornFrame worn() {
        return worn;
    }

    /** Whether something besides the lenses lets light through, as crystal acetate does. */
    public boolean hasTransmissiveFrame() {
        return transmissiveFrame;
    }

    /** Where a part's own origin lies in frame coordinates, x, y, z in millimetres; for a temple its hinge. */
    public float[] originMm(EyewearPart part) {
        return originsMm[part.ordinal()];
    }

    private static final class Builder {
        private final GltfModel gltf;
        private final List<GltfPrimitive> primitives = new ArrayList<>();
        private final List<Matrix4f> transforms = new ArrayList<>();
        private final List<EyewearPart> parts = new ArrayList<>();
        private final float[][] originsMm = new float[EyewearPart.values().length][3];

        Builder(GltfModel gltf) {
            this.gltf = gltf;
        }

        void visit(int index, Matrix4f frameFromParent, EyewearPart inherited) {
            GltfNode node = gltf.nodes().get(index);
            float[] t = node.translationM();
            float[] r = node.rotation();
            float[] s = node.scale();
            Matrix4f frameFromNode = new Matrix4f(frameFromParent)
                    .translate(t[0], t[1], t[2])
                    .rotate(new Quaternionf(r[0], r[1], r[2], r[3]))
                    .scale(s[0], s[1], s[2]);
            EyewearPart part = inherited;
            for (EyewearPart candidate : EyewearPart.values()) {
                if (candidate.nodeName().equals(node.name())) {
                    part = candidate;
                    originsMm[part.ordinal()] = new float[] {frameFromNode.m30(), frameFromNode.m31(), frameFromNode.m32()};
                }
            }
            if (part != null && node.mesh() >= 0) {
                for (GltfPrimitive primitive : gltf.meshes().get(node.mesh()).primitives()) {
                    primitives.add(primitive);
                    transforms.add(frameFromNode);
                    parts.add(part);
                }
            }
            for (int child : node.children()) {
                visit(child, frameFromNode, part);
            }
        }

        EyewearModel build() {
            int vertexCount = 0;
            int indexCount = 0;
            for (GltfPrimitive primitive : primitives) {
                vertexCount += primitive.vertexCount();
                indexCount += primitive.indices().length;
            }
            if (indexCount == 0) {
                throw new EyewearModelException("The frame file has nothing to draw: expected meshes under nodes named front, "
                        + "lens_right, lens_left, temple_right and temple_left.");
            }
            float[] vertices = new float[FLOATS_PER_VERTEX * vertexCount];
            int[] indices = new int[indexCount];
            List<Draw> draws = new ArrayList<>();
            int firstVertex = 0;
            int firstIndex = 0;
            for (int i = 0; i < primitives.size(); i++) {
                GltfPrimitive primitive = primitives.get(i);
                writeVertices(primitive, transforms.get(i), vertices, firstVertex);
                int[] own = primitive.indices();
                for (int k = 0; k < own.length; k++) {
                    indices[firstIndex + k] = firstVertex + own[k];
                }
                GltfMaterial material =
                        primitive.material() < 0 ? DEFAULT_MATERIAL : gltf.materials().get(primitive.material());
                draws.add(new Draw(parts.get(i), material, firstIndex, own.length));
                firstVertex += primitive.vertexCount();
                firstIndex += own.length;
            }
            return new EyewearModel(vertices, indices, List.copyOf(draws), originsMm, worn());
        }

        private WornFrame worn() {
            float[] hinge = originsMm[EyewearPart.TEMPLE_LEFT.ordinal()];
            for (int root : gltf.roots()) {
                JsonValue dimensions = gltf.nodes().get(root).extras().get(FrameGlb.EXTRAS);
                if (dimensions != null && dimensions.isObject()) {
                    JsonObject d = dimensions.asObject();
                    return new WornFrame(number(d, "lensHeightMm"), number(d, "dblMm"),
                            Math.toRadians(number(d, "pantoscopicTiltDeg")), hinge[0], hinge[1], hinge[2]);
                }
            }
            throw new EyewearModelException("The frame file does not say its dimensions: expected extras." + FrameGlb.EXTRAS
                    + " with lensHeightMm, dblMm and pantoscopicTiltDeg on its root node.");
        }

        private static double number(JsonObject dimensions, String name) {
            JsonValue value = dimensions.get(name);
            if (value == null || !value.isNumber()) {
                throw new EyewearModelException("The frame file's dimensions lack the number " + name + ".");
            }
            return value.asDouble();
        }

        private static void writeVertices(GltfPrimitive primitive, Matrix4f frameFromNode, float[] out, int firstVertex) {
            float[] positions = primitive.positionsM();
            float[] normals = primitive.normals().length > 0 ? primitive.normals() : smoothNormals(primitive);
            float[] colours = primitive.colours();
            Vector3f v = new Vector3f();
            for (int i = 0; i < primitive.vertexCount(); i++) {
                int at = FLOATS_PER_VERTEX * (firstVertex + i);
                frameFromNode.transformPosition(positions[3 * i], positions[3 * i + 1], positions[3 * i + 2], v);
                out[at] = v.x;
                out[at + 1] = v.y;
                out[at + 2] = v.z;
                frameFromNode.transformDirection(normals[3 * i], normals[3 * i + 1], normals[3 * i + 2], v).normalize();
                out[at + 3] = v.x;
                out[at + 4] = v.y;
                out[at + 5] = v.z;
                for (int c = 0; c < 3; c++) {
                    out[at + 6 + c] = colours.length > 0 ? colours[4 * i + c] : 1;
                }
            }
        }

        private static float[] smoothNormals(GltfPrimitive primitive) {
            float[] normals = new float[primitive.positionsM().length];
            VertexNormals.compute(primitive.positionsM(), primitive.indices(), normals);
            return normals;
        }
    }
}
