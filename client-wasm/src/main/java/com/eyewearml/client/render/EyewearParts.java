package com.eyewearml.client.render;

import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eyewearml.fit.NoseContact;
import com.eyewearml.fit.TempleMesh;
import com.eyewearml.fit.WornFrame;
import com.eyewearml.frame.FrameGlb;
import com.eyewearml.frame.LensExtras;
import com.eyewearml.gltf.GltfModel;
import com.eyewearml.gltf.GltfNode;
import com.eyewearml.gltf.GltfPrimitive;
import com.eyewearml.lens.LensOptics;
import java.util.ArrayList;
import java.util.List;
import org.joml.Matrix4f;
import org.joml.Quaternionf;

/** Finds the parts of a frame in the tree of its file. */
final class EyewearParts {
    private static final float MM_PER_M = 1000;

    /** Triangles of one part; {@code frameMmFromNode} includes the change of unit. */
    record Piece(EyewearPart part, GltfPrimitive primitive, Matrix4f frameMmFromNode) {
        boolean isTemple() {
            return part.isTemple();
        }
    }

    private final GltfModel gltf;
    private final List<Piece> pieces = new ArrayList<>();
    private final float[][] originsMm = new float[EyewearPart.values().length][3];

    EyewearParts(GltfModel gltf) {
        this.gltf = gltf;
    }

    EyewearModel model() {
        for (int root : gltf.roots()) {
            visit(root, new Matrix4f().scaling(MM_PER_M), null);
        }
        if (pieces.isEmpty()) {
            throw new EyewearModelException("The frame file has nothing to draw: expected meshes under nodes named front, "
                    + "lens_right, lens_left, temple_right and temple_left.");
        }
        EyewearGeometry geometry = new EyewearGeometry(gltf, pieces);
        return new EyewearModel(geometry, gltf, originsMm, worn(geometry), size(), lens());
    }

    private void visit(int index, Matrix4f frameFromParent, EyewearPart inherited) {
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
                if (primitive.indices().length > 0) {
                    pieces.add(new Piece(part, primitive, frameFromNode));
                }
            }
        }
        for (int child : node.children()) {
            visit(child, frameFromNode, part);
        }
    }

    private WornFrame worn(EyewearGeometry geometry) {
        float[] hinge = originsMm[EyewearPart.TEMPLE_LEFT.ordinal()];
        JsonObject d = dimensions();
        double lensHeightMm = number(d, "lensHeightMm");
        double dblMm = number(d, "dblMm");
        float[] vertices = geometry.vertices();
        int stride = EyewearModel.FLOATS_PER_VERTEX;
        double tiltRad = Math.toRadians(number(d, "pantoscopicTiltDeg"));
        return new WornFrame(lensHeightMm, dblMm, tiltRad, hinge[0], hinge[1], hinge[2],
                NoseContact.of(vertices, stride, geometry.triangles(EyewearPart.FRONT), dblMm, lensHeightMm),
                TempleMesh.measure(vertices, stride, geometry.triangles(EyewearPart.TEMPLE_LEFT), hinge, tiltRad));
    }

    private FrameSize size() {
        JsonObject d = dimensions();
        return new FrameSize(d.getDouble("lensWidthMm", Double.NaN), d.getDouble("lensHeightMm", Double.NaN),
                d.getDouble("dblMm", Double.NaN), d.getDouble("templeLengthMm", Double.NaN), d.getDouble("totalWidthMm", Double.NaN));
    }

    private LensOptics lens() {
        JsonValue lens = dimensions().get(LensExtras.LENS);
        return lens == null || !lens.isObject() ? null : new LensOptics(LensExtras.read(lens.asObject()));
    }

    private JsonObject dimensions() {
        for (int root : gltf.roots()) {
            JsonValue dimensions = gltf.nodes().get(root).extras().get(FrameGlb.EXTRAS);
            if (dimensions != null && dimensions.isObject()) {
                return dimensions.asObject();
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
}
