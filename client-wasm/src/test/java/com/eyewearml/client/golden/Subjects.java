package com.eyewearml.client.golden;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eyewearml.frame.DemoCatalogue;
import com.eyewearml.frame.DemoFrame;
import com.eyewearml.frame.DemoVariant;
import com.eyewearml.frame.FrameGlb;
import com.eyewearml.frame.FrameSpec;
import com.eyewearml.frame.LensOptions;
import com.eyewearml.frame.build.FrameGenerator;
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
import java.util.ArrayList;
import java.util.List;

/** What a scene shows, built from its description as a GLB file. */
final class Subjects {
    private static final int RINGS = 40;
    private static final float SPHERE_RADIUS_M = 0.009f;
    private static final float SPHERE_SPACING_M = 0.02f;

    private Subjects() { }

    static byte[] glb(JsonObject subject) {
        return subject.get("frame") != null ? frame(subject) : spheres(subject);
    }

    /** A frame of the demo shop by its SKU; {@code tint} with {@code transmittance} (two for a gradient, top first) changes its lenses. */
    private static byte[] frame(JsonObject subject) {
        String sku = subject.getString("frame", "");
        for (DemoFrame frame : DemoCatalogue.frames()) {
            for (DemoVariant variant : frame.variants()) {
                if (variant.sku().equals(sku)) {
                    return FrameGlb.write(FrameGenerator.generate(withLens(frame.spec(variant), subject)));
                }
            }
        }
        throw new IllegalArgumentException("no demo frame has the SKU " + sku);
    }

    private static FrameSpec withLens(FrameSpec spec, JsonObject subject) {
        if (subject.get("tint") == null) {
            return spec;
        }
        LensOptions.Tint tint = LensOptions.Tint.valueOf(subject.getString("tint", ""));
        JsonArray transmittance = subject.get("transmittance").asArray();
        LensOptions lens = transmittance.size() == 1 ? LensOptions.tinted(tint, transmittance.get(0).asDouble())
                : LensOptions.gradient(tint, transmittance.get(0).asDouble(), transmittance.get(1).asDouble());
        return new FrameSpec(spec.shape(), spec.rimType(), spec.bridge(), spec.dimensions(), spec.baseCurveDioptres(), spec.finish(), lens);
    }

    /** Spheres in a row from left to right; {@code vary} names the property of {@code material} that takes each of {@code values}. */
    private static byte[] spheres(JsonObject subject) {
        JsonArray values = subject.get("values").asArray();
        List<GltfMaterial> materials = new ArrayList<>();
        List<GltfPrimitive> primitives = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            JsonObject material = new JsonObject(subject.get("material").asObject());
            material.set(subject.getString("vary", ""), values.get(i));
            materials.add(material("sphere " + i, material));
            primitives.add(sphere((i - (values.size() - 1) / 2f) * SPHERE_SPACING_M, i));
        }
        JsonObject dimensions = new JsonObject().add(FrameGlb.EXTRAS,
                new JsonObject().add("lensHeightMm", 40).add("dblMm", 18).add("pantoscopicTiltDeg", 8));
        return GlbWriter.write(GltfModel.plain(List.of(
                        GltfNode.translated("frame", new float[3], -1, List.of(1, 2), dimensions),
                        GltfNode.translated("front", new float[3], 0, List.of(), new JsonObject()),
                        GltfNode.translated("temple_left", new float[] {0.065f, 0, 0}, -1, List.of(), new JsonObject())),
                List.of(0), List.of(new GltfMesh("spheres", primitives)), materials));
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

    private static GltfPrimitive sphere(float centreXM, int material) {
        int columns = 2 * RINGS;
        float[] positions = new float[3 * (RINGS + 1) * (columns + 1)];
        float[] normals = new float[positions.length];
        int[] indices = new int[6 * RINGS * columns];
        int at = 0;
        for (int vertex = 0; 3 * vertex < positions.length; vertex++) {
            int ring = vertex / (columns + 1);
            int column = vertex % (columns + 1);
            double theta = Math.PI * ring / RINGS;
            double phi = 2 * Math.PI * column / columns;
            normals[3 * vertex] = (float) (Math.sin(theta) * Math.sin(phi));
            normals[3 * vertex + 1] = (float) Math.cos(theta);
            normals[3 * vertex + 2] = (float) (Math.sin(theta) * Math.cos(phi));
            for (int axis = 0; axis < 3; axis++) {
                positions[3 * vertex + axis] = SPHERE_RADIUS_M * normals[3 * vertex + axis] + (axis == 0 ? centreXM : 0);
            }
            if (ring < RINGS && column < columns) {
                int below = vertex + columns + 1;
                for (int corner : new int[] {vertex, below, vertex + 1, vertex + 1, below, below + 1}) {
                    indices[at++] = corner;
                }
            }
        }
        return GltfPrimitive.plain(positions, normals, new float[0], indices, material);
    }
}
