package com.eyewearml.client.golden;

import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eyewearml.frame.FrameGlb;
import com.eyewearml.frame.LensExtras;
import com.eyewearml.gltf.GlbWriter;
import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.gltf.GltfMaterial.Specular;
import com.eyewearml.gltf.GltfMaterial.Transmission;
import com.eyewearml.gltf.GltfMesh;
import com.eyewearml.gltf.GltfModel;
import com.eyewearml.gltf.GltfNode;
import com.eyewearml.gltf.GltfPrimitive;
import com.eyewearml.lens.Coating;
import com.eyewearml.lens.Lens;
import com.eyewearml.lens.Prescription;
import com.eyewearml.lens.Tint;
import java.util.ArrayList;
import java.util.List;

/**
 * A round lens of some power before white stripes, which are the temple of a frame: upright in a plane across x. The front of the lens is
 * part of a sphere whose axis runs in z. Subject: {@code lensMm} (x of the axis, radius of the front, radius of the edge), {@code sphereD},
 * {@code boardXMm}, {@code stripesMm} (z of the edges, from the front, two for each stripe).
 */
final class StripedBoard {
    private static final int RINGS = 40;
    private static final int COLUMNS = 96;
    private static final float HALF_HEIGHT_M = 0.02f;

    private static final float HINGE_M = 0.065f;

    private StripedBoard() { }

    static byte[] glb(JsonObject subject) {
        List<Float> lens = numbers(subject, "lensMm");
        double sphereD = subject.getDouble("sphereD", 0);
        JsonObject order = LensExtras.write(new Lens(Tint.NONE, Double.NaN, Double.NaN, Coating.NONE, Coating.NONE, false, Double.NaN,
                new Prescription(sphereD, sphereD)));
        JsonObject dimensions = new JsonObject().add(FrameGlb.EXTRAS,
                new JsonObject().add("lensHeightMm", 40).add("dblMm", 18).add("pantoscopicTiltDeg", 8).add(LensExtras.LENS, order));
        GltfMaterial clear = GltfMaterial.opaque("lens", new float[] {1, 1, 1, 1}, 0, 0)
                .withTransmission(new Transmission(1, 0, new float[] {1, 1, 1}, Float.POSITIVE_INFINITY), 1.5f);
        GltfMaterial white = GltfMaterial.opaque("white", new float[] {1, 1, 1, 1}, 0, 1)
                .withSpecular(new Specular(0, new float[] {1, 1, 1}));
        return GlbWriter.write(GltfModel.plain(List.of(
                        GltfNode.translated("frame", new float[3], -1, List.of(1, 2), dimensions),
                        GltfNode.translated("lens_left", new float[3], 0, List.of(), new JsonObject()),
                        GltfNode.translated("temple_left", new float[] {HINGE_M, 0, 0}, 1, List.of(), new JsonObject())),
                List.of(0), List.of(new GltfMesh("lens", List.of(cap(lens.get(0), lens.get(1), lens.get(2)))),
                        new GltfMesh("stripes", stripes(subject.getFloat("boardXMm", 0), numbers(subject, "stripesMm")))),
                List.of(clear, white)));
    }

    private static List<Float> numbers(JsonObject json, String name) {
        List<Float> numbers = new ArrayList<>();
        for (JsonValue value : json.get(name).asArray()) {
            numbers.add(value.asFloat());
        }
        return numbers;
    }

    private static GltfPrimitive cap(double xMm, double radiusMm, double edgeMm) {
        float[] positions = new float[3 * (RINGS + 1) * COLUMNS];
        float[] normals = new float[positions.length];
        int[] indices = new int[6 * RINGS * COLUMNS];
        int at = 0;
        for (int ring = 0; ring <= RINGS; ring++) {
            double h = edgeMm * ring / RINGS;
            for (int column = 0; column < COLUMNS; column++) {
                double angle = 2 * Math.PI * column / COLUMNS;
                double[] n = {h * Math.cos(angle) / radiusMm, h * Math.sin(angle) / radiusMm, Math.sqrt(1 - h * h / (radiusMm * radiusMm))};
                int vertex = ring * COLUMNS + column;
                for (int axis = 0; axis < 3; axis++) {
                    normals[3 * vertex + axis] = (float) n[axis];
                    positions[3 * vertex + axis] = (float) ((n[axis] * radiusMm + (axis == 0 ? xMm : axis == 2 ? -radiusMm : 0)) / 1000);
                }
                if (ring < RINGS) {
                    int next = ring * COLUMNS + (column + 1) % COLUMNS;
                    for (int corner : new int[] {vertex, vertex + COLUMNS, next, next, vertex + COLUMNS, next + COLUMNS}) {
                        indices[at++] = corner;
                    }
                }
            }
        }
        return GltfPrimitive.plain(positions, normals, new float[0], indices, 0);
    }

    private static List<GltfPrimitive> stripes(float xMm, List<Float> edgesMm) {
        List<GltfPrimitive> stripes = new ArrayList<>();
        float x = xMm / 1000 - HINGE_M;
        float h = HALF_HEIGHT_M;
        for (int i = 0; i < edgesMm.size(); i += 2) {
            float near = edgesMm.get(i) / 1000;
            float far = edgesMm.get(i + 1) / 1000;
            stripes.add(GltfPrimitive.plain(new float[] {x, -h, near, x, -h, far, x, h, far, x, h, near},
                    new float[] {1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0}, new float[0], new int[] {0, 1, 2, 0, 2, 3}, 1));
        }
        return stripes;
    }
}
