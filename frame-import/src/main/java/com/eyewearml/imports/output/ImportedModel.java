package com.eyewearml.imports.output;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eyewearml.frame.FrameGlb;
import com.eyewearml.gltf.GltfImage;
import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.gltf.GltfMesh;
import com.eyewearml.gltf.GltfModel;
import com.eyewearml.gltf.GltfNode;
import com.eyewearml.gltf.GltfPrimitive;
import com.eyewearml.gltf.GltfTexture;
import com.eyewearml.gltf.TextureSlot;
import com.eyewearml.gltf.TextureUse;
import com.eyewearml.imports.geometry.Piece;
import com.eyewearml.imports.parts.FrameKind;
import com.eyewearml.imports.parts.FrameMeasure;
import com.eyewearml.imports.report.Measurements;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joml.Matrix4d;
import org.joml.Vector3d;
import org.joml.Vector3dc;

/** Lays an imported frame out as {@link FrameGlb} does; materials, textures and images that no part uses are left out. */
public final class ImportedModel {
    private static final double METRES_PER_MM = 0.001;

    private final GltfModel source;
    private final Map<Integer, Integer> materials = new LinkedHashMap<>();
    private final Map<Integer, Integer> textures = new LinkedHashMap<>();
    private final Map<Integer, Integer> images = new LinkedHashMap<>();
    private final List<GltfMesh> meshes = new ArrayList<>();
    private final List<GltfNode> nodes = new ArrayList<>();

    private ImportedModel(GltfModel source) {
        this.source = source;
    }

    /**
     * The model to write.
     *
     * @param source the merchant's, for materials, textures, images and variants
     */
    public static GltfModel of(FrameMeasure frame, GltfModel source) {
        return new ImportedModel(source).build(frame);
    }

    /** Numbers of the source's images that the frame uses. */
    static Set<Integer> images(FrameMeasure frame, GltfModel source) {
        ImportedModel model = new ImportedModel(source);
        model.build(frame);
        return model.images.keySet();
    }

    private GltfModel build(FrameMeasure frame) {
        nodes.add(GltfNode.translated("frame", new float[3], -1, List.of(1, 2, 3, 4, 5), extras(frame.measurements(), FrameKind.of(frame))));
        Vector3d none = new Vector3d();
        add("front", frame.parts().front(), none, none);
        add("lens_right", frame.parts().lensRight(), none, none);
        add("lens_left", frame.parts().lensLeft(), none, none);
        double tilt = frame.measurements().pantoscopicTiltRad();
        Vector3d axis = new Vector3d(0, Math.cos(tilt), -Math.sin(tilt));
        add("temple_right", frame.parts().templeRight(), frame.hingeRight(), new Vector3d(axis).negate());
        add("temple_left", frame.parts().templeLeft(), frame.hingeLeft(), axis);
        List<GltfMaterial> usedMaterials = new ArrayList<>();
        materials.keySet().forEach(index -> usedMaterials.add(withTextures(source.materials().get(index))));
        List<GltfTexture> usedTextures = new ArrayList<>();
        textures.keySet().forEach(index -> {
            GltfTexture texture = source.textures().get(index);
            usedTextures.add(new GltfTexture(used(images, texture.image()), texture.wrapU(), texture.wrapV()));
        });
        List<GltfImage> usedImages = images.keySet().stream().map(source.images()::get).toList();
        return new GltfModel(nodes, List.of(0), meshes, usedMaterials, usedTextures, usedImages, source.variants());
    }

    private static JsonObject extras(Measurements m, FrameKind kind) {
        return new JsonObject().add(FrameGlb.EXTRAS, new JsonObject()
                .add("shape", kind.shape().name()).add("rimType", kind.rimType().name())
                .add("lensWidthMm", rounded(m.lensWidthMm())).add("lensHeightMm", rounded(m.lensHeightMm())).add("dblMm", rounded(m.dblMm()))
                .add("templeLengthMm", rounded(m.templeLengthMm())).add("totalWidthMm", rounded(m.totalWidthMm()))
                .add("pantoscopicTiltDeg", rounded(Math.toDegrees(m.pantoscopicTiltRad())))
                .add("wrapAngleDeg", rounded(Math.toDegrees(m.wrapAngleRad())))
                .add("baseCurveDioptres", rounded(m.baseCurveDioptres())));
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private void add(String name, List<Piece> pieces, Vector3dc originMm, Vector3dc hingeAxis) {
        Matrix4d move = new Matrix4d().scaling(METRES_PER_MM).translate(-originMm.x(), -originMm.y(), -originMm.z());
        List<GltfPrimitive> primitives = new ArrayList<>();
        for (GltfPrimitive p : MergedPieces.of(pieces)) {
            GltfPrimitive moved = new Piece(name, p).transformed(move).triangles();
            primitives.add(VertexOrder.optimised(new GltfPrimitive(moved.positionsM(), moved.normals(), moved.tangents(), moved.uvs(),
                    moved.colours(), moved.indices(), p.material() < 0 ? -1 : used(materials, p.material()), variants(p))));
        }
        int mesh = -1;
        if (!primitives.isEmpty()) {
            meshes.add(new GltfMesh(name, primitives));
            mesh = meshes.size() - 1;
        }
        float[] translation = {(float) (originMm.x() * METRES_PER_MM), (float) (originMm.y() * METRES_PER_MM),
            (float) (originMm.z() * METRES_PER_MM)};
        JsonObject extras = hingeAxis.lengthSquared() == 0 ? new JsonObject() : new JsonObject().add(FrameGlb.EXTRAS, new JsonObject()
                .add("hingeAxis", new JsonArray().add(hingeAxis.x()).add(hingeAxis.y()).add(hingeAxis.z())));
        nodes.add(GltfNode.translated(name, translation, mesh, List.of(), extras));
    }

    private int[] variants(GltfPrimitive primitive) {
        int[] mapped = primitive.variantMaterials().clone();
        for (int i = 0; i < mapped.length; i++) {
            mapped[i] = mapped[i] < 0 ? -1 : used(materials, mapped[i]);
        }
        return mapped;
    }

    private GltfMaterial withTextures(GltfMaterial material) {
        Map<TextureSlot, TextureUse> mapped = new EnumMap<>(TextureSlot.class);
        material.textures().forEach((slot, use) -> mapped.put(slot,
                new TextureUse(used(textures, use.texture()), use.texCoord(), use.strength(), use.transform())));
        return material.withTextures(mapped);
    }

    /** The number an index gets in the written file, given out in the order of first use. */
    private static int used(Map<Integer, Integer> numbers, int index) {
        return numbers.computeIfAbsent(index, i -> numbers.size());
    }
}
