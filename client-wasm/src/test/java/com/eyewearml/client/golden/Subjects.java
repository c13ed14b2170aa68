package com.eyewearml.client.golden;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eyewearml.frame.DemoCatalogue;
import com.eyewearml.frame.DemoFrame;
import com.eyewearml.frame.DemoVariant;
import com.eyewearml.frame.FrameGlb;
import com.eyewearml.frame.FrameModel;
import com.eyewearml.frame.FramePart;
import com.eyewearml.frame.FrameSpec;
import com.eyewearml.frame.LensExtras;
import com.eyewearml.frame.LensOptions;
import com.eyewearml.frame.Surface;
import com.eyewearml.frame.build.FrameGenerator;
import com.eyewearml.frame.geometry.TriangleMesh;
import com.eyewearml.gltf.GlbFormatException;
import com.eyewearml.gltf.GlbReader;
import com.eyewearml.gltf.GlbWriter;
import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.gltf.GltfMaterial.Clearcoat;
import com.eyewearml.gltf.GltfMaterial.Iridescence;
import com.eyewearml.gltf.GltfMaterial.Specular;
import com.eyewearml.gltf.GltfMaterial.Transmission;
import com.eyewearml.gltf.GltfMesh;
import com.eyewearml.gltf.GltfModel;
import com.eyewearml.gltf.GltfNode;
import com.eyewearml.gltf.GltfPrimitive;
import com.eyewearml.lens.Photochromic;
import java.util.ArrayList;
import java.util.List;

/** What a scene shows, built from its description as a GLB file. */
final class Subjects {
    private static final float SPACING_M = 0.02f;

    private Subjects() { }

    static byte[] glb(JsonObject subject) {
        if (subject.get("lenses") != null) {
            return lenses(subject);
        }
        if (subject.get("stripesMm") != null) {
            return StripedBoard.glb(subject);
        }
        return subject.get("frame") != null ? frame(subject) : ladder(subject);
    }

    /**
     * A frame of the demo shop by its SKU; {@code lens} takes the place of its file's {@link LensExtras}, photochromic and after
     * {@code sunSeconds} in full sun if there are such.
     */
    private static byte[] frame(JsonObject subject) {
        byte[] glb = FrameGlb.write(FrameGenerator.generate(spec(subject.getString("frame", ""))));
        if (subject.get("lens") == null) {
            return glb;
        }
        JsonObject lens = new JsonObject(subject.get("lens").asObject());
        if (subject.get("sunSeconds") != null) {
            lens.set("photochromicActivation", Photochromic.activation(0, 1, subject.get("sunSeconds").asDouble(), Photochromic.WARM_C));
        }
        return withLens(glb, lens);
    }

    private static byte[] withLens(byte[] glb, JsonObject lens) {
        GltfModel model;
        try {
            model = GlbReader.parse(glb);
        } catch (GlbFormatException e) {
            throw new IllegalStateException("what was written cannot be read", e);
        }
        for (int root : model.roots()) {
            model.nodes().get(root).extras().get(FrameGlb.EXTRAS).asObject().set(LensExtras.LENS, lens);
        }
        return GlbWriter.write(model);
    }

    private static FrameSpec spec(String sku) {
        for (DemoFrame frame : DemoCatalogue.frames()) {
            for (DemoVariant variant : frame.variants()) {
                if (variant.sku().equals(sku)) {
                    return frame.spec(variant);
                }
            }
        }
        throw new IllegalArgumentException("no demo frame has the SKU " + sku);
    }

    /** Left lenses of one demo frame in a row from left to right, each with a {@code tint} and {@code transmittance}, top and bottom. */
    private static byte[] lenses(JsonObject subject) {
        FrameSpec spec = spec(subject.getString("lensesOf", ""));
        JsonArray lenses = subject.get("lenses").asArray();
        double spacingMm = spec.dimensions().lensWidthMm() + 4;
        double middleMm = (spec.dimensions().lensWidthMm() + spec.dimensions().dblMm()) / 2;
        List<GltfMaterial> materials = new ArrayList<>();
        List<GltfPrimitive> primitives = new ArrayList<>();
        for (int i = 0; i < lenses.size(); i++) {
            FrameModel frame = FrameGenerator.generate(withLens(spec, lenses.get(i).asObject()));
            FramePart lens = frame.parts().stream().filter(part -> part.name().equals("lens_left")).findFirst().orElseThrow();
            for (Surface surface : lens.surfaces()) {
                primitives.add(primitive(surface.mesh(), (i - (lenses.size() - 1) / 2.0) * spacingMm - middleMm, materials.size()));
                materials.add(surface.material());
            }
        }
        return glb("lens_left", primitives, materials);
    }

    private static GltfPrimitive primitive(TriangleMesh mesh, double shiftXMm, int material) {
        float[] positions = mesh.positionsMm().clone();
        float[] rgba = new float[4 * mesh.vertexCount()];
        for (int vertex = 0; vertex < mesh.vertexCount(); vertex++) {
            for (int i = 0; i < 3; i++) {
                positions[3 * vertex + i] = (float) (positions[3 * vertex + i] + (i == 0 ? shiftXMm : 0)) / 1000;
                rgba[4 * vertex + i] = mesh.colours()[3 * vertex + i];
            }
            rgba[4 * vertex + 3] = 1;
        }
        return GltfPrimitive.plain(positions, mesh.normals(), rgba, mesh.indices(), material);
    }

    private static FrameSpec withLens(FrameSpec spec, JsonObject json) {
        LensOptions lens;
        if (json.get("coating") != null) {
            lens = LensOptions.mirror(LensOptions.Coating.valueOf(json.getString("coating", "")));
        } else {
            JsonArray transmittance = json.get("transmittance").asArray();
            lens = LensOptions.gradient(LensOptions.Tint.valueOf(json.getString("tint", "")), transmittance.get(0).asDouble(),
                    transmittance.get(transmittance.size() - 1).asDouble());
        }
        return new FrameSpec(spec.shape(), spec.rimType(), spec.bridge(), spec.dimensions(), spec.baseCurveDioptres(), spec.finish(), lens);
    }

    /**
     * Spheres, or plates, in a row from left to right; {@code vary} names the property of {@code material} that takes each of
     * {@code values}; they are lenses if {@code part} says so.
     */
    private static byte[] ladder(JsonObject subject) {
        JsonArray values = subject.get("values").asArray();
        List<GltfMaterial> materials = new ArrayList<>();
        List<GltfPrimitive> primitives = new ArrayList<>();
        Shape shape = Shape.valueOf(subject.getString("shape", Shape.SPHERE.name()));
        for (int i = 0; i < values.size(); i++) {
            JsonObject material = new JsonObject(subject.get("material").asObject());
            material.set(subject.getString("vary", ""), values.get(i));
            materials.add(material("step " + i, material));
            primitives.add(shape.at((i - (values.size() - 1) / 2f) * SPACING_M, i));
        }
        return glb(subject.getString("part", "front"), primitives, materials);
    }

    private static byte[] glb(String part, List<GltfPrimitive> primitives, List<GltfMaterial> materials) {
        JsonObject dimensions = new JsonObject().add(FrameGlb.EXTRAS,
                new JsonObject().add("lensHeightMm", 40).add("dblMm", 18).add("pantoscopicTiltDeg", 8));
        return GlbWriter.write(GltfModel.plain(List.of(
                        GltfNode.translated("frame", new float[3], -1, List.of(1, 2), dimensions),
                        GltfNode.translated(part, new float[3], 0, List.of(), new JsonObject()),
                        GltfNode.translated("temple_left", new float[] {0.065f, 0, 0}, -1, List.of(), new JsonObject())),
                List.of(0), List.of(new GltfMesh(part, primitives)), materials));
    }

    private static GltfMaterial material(String name, JsonObject json) {
        float[] base = colour(json, "baseColour");
        Transmission transmission = new Transmission(json.getFloat("transmission", 0), json.getFloat("thicknessMm", 0) / 1000,
                colour(json, "attenuationColour"), json.getFloat("attenuationDistanceMm", Float.POSITIVE_INFINITY) / 1000);
        float nm = json.getFloat("filmNm", 0);
        return GltfMaterial.opaque(name, new float[] {base[0], base[1], base[2], 1}, json.getFloat("metallic", 0),
                        json.getFloat("roughness", 0.5f))
                .withTransmission(transmission, json.getFloat("ior", GltfMaterial.DEFAULT_IOR))
                .withClearcoat(new Clearcoat(json.getFloat("clearcoat", 0), json.getFloat("clearcoatRoughness", 0)))
                .withSpecular(new Specular(json.getFloat("specular", 1), colour(json, "specularColour")))
                .withIridescence(nm == 0 ? Iridescence.NONE : new Iridescence(1, json.getFloat("filmIor", 1.3f), nm, nm));
    }

    /** Linear red, green, blue; white where absent. */
    private static float[] colour(JsonObject json, String name) {
        JsonValue value = json.get(name);
        if (value == null) {
            return new float[] {1, 1, 1};
        }
        JsonArray rgb = value.asArray();
        return new float[] {rgb.get(0).asFloat(), rgb.get(1).asFloat(), rgb.get(2).asFloat()};
    }
}
