package com.eyewearml.frame;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eyewearml.frame.geometry.TriangleMesh;
import com.eyewearml.gltf.GlbWriter;
import com.eyewearml.frame.pattern.SheetMapping;
import com.eyewearml.frame.pattern.SheetPattern;
import com.eyewearml.frame.pattern.SheetRelief;
import com.eyewearml.frame.pattern.SheetTexture;
import com.eyewearml.gltf.GltfImage;
import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.gltf.GltfMesh;
import com.eyewearml.gltf.GltfModel;
import com.eyewearml.gltf.GltfNode;
import com.eyewearml.gltf.GltfPrimitive;
import com.eyewearml.gltf.GltfTexture;
import com.eyewearml.gltf.TextureSlot;
import com.eyewearml.gltf.TextureUse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.joml.Vector3dc;

/**
 * Stores a frame as GLB, in metres: a root node {@code frame} with the children {@code front}, {@code lens_right},
 * {@code lens_left}, {@code temple_right}, {@code temple_left}, each temple at its hinge. The root's extras {@code eyewearml}
 * hold the dimensions in millimetres and degrees and the lenses ({@link LensExtras}), a temple's its unit hinge axis.
 */
public final class FrameGlb {
    /** Name of the extras of the root and of the temples. */
    public static final String EXTRAS = "eyewearml";
    /** The part that would show the same piece of a sheet as the one before it. */
    private static final String TURNED = "temple_right";
    private static final float METRES_PER_MM = 0.001f;
    private static final float[] NONE = {};
    private static final int[] NO_VARIANTS = {};

    private final List<GltfMaterial> materials = new ArrayList<>();
    private final List<GltfMesh> meshes = new ArrayList<>();
    private final List<GltfTexture> textures = new ArrayList<>();
    private final List<GltfImage> images = new ArrayList<>();

    private FrameGlb() {
    }

    /** The file. */
    public static byte[] write(FrameModel frame) {
        return GlbWriter.write(model(frame));
    }

    /** What the file holds. */
    public static GltfModel model(FrameModel frame) {
        return new FrameGlb().laidOut(frame);
    }

    private GltfModel laidOut(FrameModel frame) {
        List<GltfNode> nodes = new ArrayList<>();
        List<Integer> children = new ArrayList<>();
        for (FramePart part : frame.parts()) {
            children.add(children.size() + 1);
        }
        nodes.add(GltfNode.translated("frame", new float[3], -1, children, extras(frame.spec())));
        for (FramePart part : frame.parts()) {
            List<GltfPrimitive> primitives = new ArrayList<>();
            part.surfaces().forEach(surface -> primitives.add(primitive(surface, part.name().equals(TURNED))));
            meshes.add(new GltfMesh(part.name(), primitives));
            nodes.add(GltfNode.translated(part.name(), metres(part.originMm()), meshes.size() - 1, List.of(), hingeExtras(part)));
        }
        return new GltfModel(nodes, List.of(0), meshes, materials, textures, images, List.of());
    }

    private static JsonObject extras(FrameSpec spec) {
        FrameDimensions d = spec.dimensions();
        return new JsonObject().add(EXTRAS, new JsonObject()
                .add("shape", spec.shape().name()).add("rimType", spec.rimType().name())
                .add("lensWidthMm", d.lensWidthMm()).add("lensHeightMm", d.lensHeightMm()).add("dblMm", d.dblMm())
                .add("templeLengthMm", d.templeLengthMm()).add("totalWidthMm", d.totalWidthMm())
                .add("pantoscopicTiltDeg", Math.toDegrees(d.pantoscopicTiltRad())).add("wrapAngleDeg", Math.toDegrees(d.wrapAngleRad()))
                .add("baseCurveDioptres", spec.baseCurveDioptres())
                .add(LensExtras.LENS, LensExtras.write(spec.lens().lens())));
    }

    private static JsonObject hingeExtras(FramePart part) {
        Vector3dc axis = part.hingeAxis();
        if (axis.lengthSquared() == 0) {
            return new JsonObject();
        }
        return new JsonObject().add(EXTRAS, new JsonObject()
                .add("hingeAxis", new JsonArray().add(axis.x()).add(axis.y()).add(axis.z())));
    }

    private Map<TextureSlot, TextureUse> textures(String name, SheetPattern sheet) {
        Map<TextureSlot, TextureUse> uses = new EnumMap<>(TextureSlot.class);
        uses.put(TextureSlot.BASE_COLOUR, texture(name, SheetTexture.colour(sheet)));
        if (sheet.textured()) {
            uses.put(TextureSlot.METALLIC_ROUGHNESS, texture(name + " roughness", SheetTexture.metallicRoughness(sheet)));
        }
        sheet.relief().ifPresent(relief -> uses.put(TextureSlot.NORMAL, tile(name + " relief", relief)));
        return uses;
    }

    private TextureUse texture(String name, byte[] jpeg) {
        images.add(new GltfImage(name, "image/jpeg", jpeg));
        textures.add(new GltfTexture(images.size() - 1, GltfTexture.Wrap.CLAMP_TO_EDGE, GltfTexture.Wrap.CLAMP_TO_EDGE));
        return TextureUse.of(textures.size() - 1);
    }

    private TextureUse tile(String name, SheetRelief relief) {
        images.add(new GltfImage(name, "image/png", SheetTexture.normal(relief)));
        textures.add(new GltfTexture(images.size() - 1, GltfTexture.Wrap.REPEAT, GltfTexture.Wrap.REPEAT));
        return new TextureUse(textures.size() - 1, 0, 1, SheetMapping.tiled(relief.periodMm()));
    }

    private static float[] metres(Vector3dc mm) {
        return new float[] {(float) mm.x() * METRES_PER_MM, (float) mm.y() * METRES_PER_MM, (float) mm.z() * METRES_PER_MM};
    }

    private GltfPrimitive primitive(Surface surface, boolean turned) {
        TriangleMesh mesh = surface.mesh();
        float[] positions = mesh.positionsMm().clone();
        for (int i = 0; i < positions.length; i++) {
            positions[i] *= METRES_PER_MM;
        }
        if (surface.sheet().isPresent()) {
            float[] tangents = surface.sheet().get().relief().isPresent() ? tangents(mesh, turned) : NONE;
            return new GltfPrimitive(positions, mesh.normals(), tangents, uvs(mesh, turned), NONE, mesh.indices(), material(surface), NO_VARIANTS);
        }
        int vertices = mesh.vertexCount();
        float[] rgba = new float[mesh.colours().length == 0 ? 0 : 4 * vertices];
        for (int i = 0; i < rgba.length; i++) {
            rgba[i] = i % 4 == 3 ? 1 : mesh.colours()[i / 4 * 3 + i % 4];
        }
        return GltfPrimitive.plain(positions, mesh.normals(), rgba, mesh.indices(), material(surface));
    }

    /** A sheet's pattern lies flat on the part, as it does when the part is cut from the sheet. */
    private static float[] uvs(TriangleMesh mesh, boolean turned) {
        float[] p = mesh.positionsMm();
        float[] uvs = new float[2 * mesh.vertexCount()];
        for (int i = 0; i < mesh.vertexCount(); i++) {
            SheetMapping.uv(p[3 * i], p[3 * i + 1], p[3 * i + 2], turned, uvs, 2 * i);
        }
        return uvs;
    }

    private static float[] tangents(TriangleMesh mesh, boolean turned) {
        float[] n = mesh.normals();
        float[] tangents = new float[4 * mesh.vertexCount()];
        for (int i = 0; i < mesh.vertexCount(); i++) {
            SheetMapping.tangent(n[3 * i], n[3 * i + 1], n[3 * i + 2], turned, tangents, 4 * i);
        }
        return tangents;
    }

    private int material(Surface surface) {
        GltfMaterial material = surface.material();
        for (int i = 0; i < materials.size(); i++) {
            if (materials.get(i).name().equals(material.name())) {
                return i;
            }
        }
        materials.add(surface.sheet().map(sheet -> material.withTextures(textures(material.name(), sheet))).orElse(material));
        return materials.size() - 1;
    }
}
