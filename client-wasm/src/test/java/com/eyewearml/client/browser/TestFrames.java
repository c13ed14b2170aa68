package com.eyewearml.client.browser;

import com.eclipsesource.json.JsonObject;
import com.eyewearml.fit.WornFrame;
import com.eyewearml.frame.DemoCatalogue;
import com.eyewearml.frame.DemoFrame;
import com.eyewearml.frame.DemoVariant;
import com.eyewearml.frame.FrameGlb;
import com.eyewearml.frame.build.FrameGenerator;
import com.eyewearml.gltf.GlbFormatException;
import com.eyewearml.gltf.GlbReader;
import com.eyewearml.gltf.GlbWriter;
import com.eyewearml.gltf.GltfImage;
import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.gltf.GltfMesh;
import com.eyewearml.gltf.GltfModel;
import com.eyewearml.gltf.GltfNode;
import com.eyewearml.gltf.GltfPrimitive;
import com.eyewearml.gltf.GltfTexture;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Frame files for tests. */
final class TestFrames {
    /** How {@link #marker} says it is worn. */
    static final WornFrame MARKER_WORN = new WornFrame(40, 18, Math.toRadians(8), 65, 8, -8);

    private static final float HALF_MM = 1.5f;

    private TestFrames() { }

    /** A frame of the demo shop. */
    static byte[] demo(String slug) {
        DemoFrame frame = DemoCatalogue.frames().stream().filter(f -> f.slug().equals(slug)).findFirst().orElseThrow();
        return FrameGlb.write(FrameGenerator.generate(frame.spec(frame.variants().getFirst())));
    }

    /** A frame of the demo shop in one of its variants. */
    static byte[] sku(String sku) {
        for (DemoFrame frame : DemoCatalogue.frames()) {
            for (DemoVariant variant : frame.variants()) {
                if (variant.sku().equals(sku)) {
                    return FrameGlb.write(FrameGenerator.generate(frame.spec(variant)));
                }
            }
        }
        throw new IllegalArgumentException("no demo frame has the SKU " + sku);
    }

    /** A frame of the demo shop with temples of matt green. */
    static byte[] greenTemples(String slug) throws GlbFormatException {
        GltfModel model = GlbReader.parse(demo(slug));
        return repainted(model, List.of(matt("green", 0, 1, 0)), (node, triangles) -> node.startsWith("temple_")
                ? List.of(painted(triangles, triangles.indices(), model.materials().size())) : List.of(triangles));
    }

    /** A frame of the demo shop with temples of matt green, the front's right half of blue and its left half of magenta. */
    static byte[] halves(String slug) throws GlbFormatException {
        GltfModel model = GlbReader.parse(demo(slug));
        int first = model.materials().size();
        return repainted(model, List.of(matt("green", 0, 1, 0), matt("blue", 0, 0, 1), matt("magenta", 1, 0, 1)), (node, triangles) -> {
            if (node.startsWith("temple_")) {
                return List.of(painted(triangles, triangles.indices(), first));
            }
            return node.equals("front") ? List.of(painted(triangles, side(triangles, -1), first + 1), painted(triangles, side(triangles, 1), first + 2))
                    : List.of(triangles);
        });
    }

    private static GltfMaterial matt(String name, float red, float green, float blue) {
        return GltfMaterial.opaque(name, new float[] {red, green, blue, 1}, 0, 1);
    }

    private static GltfPrimitive painted(GltfPrimitive shape, int[] indices, int material) {
        return GltfPrimitive.plain(shape.positionsM(), shape.normals(), new float[0], indices, material);
    }

    private static int[] side(GltfPrimitive shape, int sign) {
        int[] indices = shape.indices();
        return IntStream.range(0, indices.length).filter(i -> {
            int first = i - i % 3;
            return sign * (shape.positionsM()[3 * indices[first]] + shape.positionsM()[3 * indices[first + 1]]
                    + shape.positionsM()[3 * indices[first + 2]]) >= 0;
        }).map(i -> indices[i]).toArray();
    }

    private static byte[] repainted(GltfModel model, List<GltfMaterial> added, BiFunction<String, GltfPrimitive, List<GltfPrimitive>> painter) {
        List<GltfMaterial> materials = new ArrayList<>(model.materials());
        materials.addAll(added);
        List<GltfMesh> meshes = new ArrayList<>(model.meshes());
        for (GltfNode node : model.nodes()) {
            if (node.mesh() >= 0) {
                meshes.set(node.mesh(), new GltfMesh(node.name(), meshes.get(node.mesh()).primitives().stream()
                        .flatMap(triangles -> painter.apply(node.name(), triangles).stream()).toList()));
            }
        }
        return GlbWriter.write(new GltfModel(model.nodes(), model.roots(), meshes, materials, model.textures(), model.images(), List.of()));
    }

    /** A frame whose only visible part is a matt green octahedron of 3 mm at a point in frame coordinates. */
    static byte[] marker(float xMm, float yMm, float zMm) {
        return front(List.of(octahedron(xMm, yMm, zMm, 0)), List.of(GltfMaterial.opaque("green", new float[] {0, 1, 0, 1}, 0, 1)),
                List.of(), List.of());
    }

    /** A frame whose front is a row of octahedra, each of another material. */
    static byte[] row(List<GltfMaterial> materials) {
        List<GltfPrimitive> primitives = new ArrayList<>();
        for (int i = 0; i < materials.size(); i++) {
            primitives.add(octahedron(8 * (i - (materials.size() - 1) / 2f), 0, 0, i));
        }
        return front(primitives, materials, List.of(), List.of());
    }

    private static GltfPrimitive octahedron(float xMm, float yMm, float zMm, int material) {
        float[] corners = {1, 0, 0, -1, 0, 0, 0, 1, 0, 0, -1, 0, 0, 0, 1, 0, 0, -1};
        float[] positionsM = new float[corners.length];
        for (int i = 0; i < corners.length; i++) {
            positionsM[i] = (HALF_MM * corners[i] + new float[] {xMm, yMm, zMm}[i % 3]) / 1000;
        }
        int[] triangles = {0, 2, 4, 2, 1, 4, 1, 3, 4, 3, 0, 4, 2, 0, 5, 1, 2, 5, 3, 1, 5, 0, 3, 5};
        return GltfPrimitive.plain(positionsM, corners, new float[0], triangles, material);
    }

    /**
     * A frame whose front is a plate of 80 mm by 40 mm that faces the wearer's counterpart, with a picture across it: its top row
     * at the top.
     *
     * @param tangents whether the vertices have them
     * @param looks    first material, then one for each of {@code variants}; textures refer to {@code pictures}
     * @param pictures PNG files
     */
    static byte[] plate(boolean tangents, List<GltfMaterial> looks, List<String> variants, List<byte[]> pictures) {
        float[] positionsM = {-0.04f, 0.02f, 0, 0.04f, 0.02f, 0, -0.04f, -0.02f, 0, 0.04f, -0.02f, 0};
        float[] normals = {0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1};
        float[] along = {1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1};
        int[] variantMaterials = IntStream.range(1, looks.size()).toArray();
        GltfPrimitive plate = new GltfPrimitive(positionsM, normals, tangents ? along : new float[0], new float[] {0, 0, 1, 0, 0, 1, 1, 1},
                new float[0], new int[] {0, 2, 1, 1, 2, 3}, 0, variantMaterials);
        return front(List.of(plate), looks, variants, pictures);
    }

    private static byte[] front(List<GltfPrimitive> primitives, List<GltfMaterial> materials, List<String> variants,
            List<byte[]> pictures) {
        JsonObject dimensions = new JsonObject().add(FrameGlb.EXTRAS, new JsonObject()
                .add("lensHeightMm", MARKER_WORN.lensHeightMm()).add("dblMm", MARKER_WORN.dblMm())
                .add("pantoscopicTiltDeg", Math.toDegrees(MARKER_WORN.pantoscopicTiltRad())));
        float[] hingeM = {(float) MARKER_WORN.hingeXMm() / 1000, (float) MARKER_WORN.hingeYMm() / 1000, (float) MARKER_WORN.hingeZMm() / 1000};
        List<GltfNode> nodes = List.of(
                GltfNode.translated("frame", new float[3], -1, List.of(1, 2), dimensions),
                GltfNode.translated("front", new float[3], 0, List.of(), new JsonObject()),
                GltfNode.translated("temple_left", hingeM, -1, List.of(), new JsonObject()));
        List<GltfTexture> textures = IntStream.range(0, pictures.size())
                .mapToObj(i -> new GltfTexture(i, GltfTexture.Wrap.REPEAT, GltfTexture.Wrap.REPEAT)).toList();
        List<GltfImage> images = pictures.stream().map(png -> new GltfImage("", "image/png", png)).toList();
        return GlbWriter.write(new GltfModel(nodes, List.of(0), List.of(new GltfMesh("front", primitives)), materials, textures, images,
                variants));
    }
}
