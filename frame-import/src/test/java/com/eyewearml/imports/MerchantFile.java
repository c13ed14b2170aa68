package com.eyewearml.imports;

import com.eclipsesource.json.JsonObject;
import com.eyewearml.frame.DemoFrame;
import com.eyewearml.frame.FrameGlb;
import com.eyewearml.frame.build.FrameGenerator;
import com.eyewearml.gltf.GlbFormatException;
import com.eyewearml.gltf.GlbReader;
import com.eyewearml.gltf.GlbWriter;
import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.gltf.GltfMesh;
import com.eyewearml.gltf.GltfModel;
import com.eyewearml.gltf.GltfNode;
import com.eyewearml.gltf.GltfPrimitive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.joml.Matrix4d;
import org.joml.Quaternionf;
import org.joml.Vector3d;

/** A demo frame made to look like what merchants send: other units and axes, other names, everything in one mesh, things around it. */
final class MerchantFile {
    /** A part with its triangles in frame coordinates, metres. */
    record Part(String name, GltfPrimitive triangles) {
    }

    private static final double NEAR_FRONT_M = 0.002;

    private List<Part> parts = new ArrayList<>();
    private final List<GltfMaterial> materials;
    private final Matrix4d placed = new Matrix4d();

    private MerchantFile(DemoFrame frame) throws GlbFormatException {
        GltfModel model = GlbReader.parse(FrameGlb.write(FrameGenerator.generate(frame.spec(frame.variants().getFirst()))));
        materials = new ArrayList<>(model.materials().stream().map(m -> m.withTextures(Map.of())).toList());
        for (GltfNode node : model.nodes()) {
            if (node.mesh() >= 0) {
                float[] t = node.translationM();
                for (GltfPrimitive p : model.meshes().get(node.mesh()).primitives()) {
                    parts.add(new Part(node.name(), moved(p, new Matrix4d().translation(t[0], t[1], t[2]))));
                }
            }
        }
    }

    static MerchantFile of(DemoFrame frame) throws GlbFormatException {
        return new MerchantFile(frame);
    }

    private static GltfPrimitive moved(GltfPrimitive p, Matrix4d by) {
        float[] positions = p.positionsM().clone();
        float[] normals = p.normals().clone();
        for (int i = 0; i < positions.length; i += 3) {
            Vector3d point = by.transformPosition(new Vector3d(positions[i], positions[i + 1], positions[i + 2]));
            Vector3d normal = by.transformDirection(new Vector3d(normals[i], normals[i + 1], normals[i + 2])).normalize();
            for (int axis = 0; axis < 3; axis++) {
                positions[i + axis] = (float) point.get(axis);
                normals[i + axis] = (float) normal.get(axis);
            }
        }
        return with(p, positions, normals, p.colours(), p.indices());
    }

    private static GltfPrimitive with(GltfPrimitive p, float[] positions, float[] normals, float[] colours, int[] indices) {
        return new GltfPrimitive(positions, normals, new float[0], new float[0], colours, indices, p.material(), new int[0]);
    }

    /** Transformed, vertices and all. */
    MerchantFile baked(Matrix4d by) {
        placed.mulLocal(by);
        parts = new ArrayList<>(parts.stream().map(part -> new Part(part.name(), moved(part.triangles(), by))).toList());
        return this;
    }

    /** Where the frame's own coordinates (metres) lie in the file. */
    Matrix4d placed() {
        return placed;
    }

    MerchantFile renamed(String... namesByPart) {
        List<String> known = List.of("front", "lens_right", "lens_left", "temple_right", "temple_left");
        parts.replaceAll(part -> new Part(namesByPart[known.indexOf(part.name())], part.triangles()));
        return this;
    }

    MerchantFile withoutNames() {
        parts.replaceAll(part -> new Part("", part.triangles()));
        for (int i = 0; i < materials.size(); i++) {
            GltfMaterial m = materials.get(i);
            materials.set(i, new GltfMaterial("", m.baseColour(), m.metallic(), m.roughness(), m.ior(), m.transmission(), m.clearcoat(),
                    m.specular(), m.iridescence(), m.emission(), m.alpha(), m.doubleSided(), m.textures()));
        }
        return this;
    }

    MerchantFile without(Predicate<String> dropped) {
        parts.removeIf(part -> dropped.test(part.name()));
        return this;
    }

    /** Everything in one primitive of one plain material. */
    MerchantFile merged() {
        float[] positions = new float[0];
        float[] normals = new float[0];
        int[] indices = new int[0];
        for (Part part : parts) {
            GltfPrimitive p = part.triangles();
            int first = positions.length / 3;
            positions = joined(positions, p.positionsM());
            normals = joined(normals, p.normals());
            int at = indices.length;
            indices = Arrays.copyOf(indices, at + p.indices().length);
            for (int i = 0; i < p.indices().length; i++) {
                indices[at + i] = first + p.indices()[i];
            }
        }
        materials.clear();
        materials.add(GltfMaterial.opaque("", new float[] {0.5f, 0.5f, 0.5f, 1}, 0, 0.5f));
        parts = new ArrayList<>(List.of(new Part("", new GltfPrimitive(positions, normals, new float[0], new float[0], new float[0], indices, 0,
                new int[0]))));
        return this;
    }

    /** Everything in one primitive, each temple hanging on the front by a triangle between its foremost corner and the front's nearest. */
    MerchantFile inOnePiece() {
        int[] firsts = new int[parts.size() + 1];
        for (int i = 0; i < parts.size(); i++) {
            firsts[i + 1] = firsts[i] + parts.get(i).triangles().vertexCount();
        }
        List<String> names = parts.stream().map(Part::name).toList();
        merged();
        GltfPrimitive all = parts.getFirst().triangles();
        int[] indices = all.indices();
        int frontParts = (int) names.stream().filter("front"::equals).count();
        for (String temple : List.of("temple_right", "temple_left")) {
            int first = firsts[names.indexOf(temple)];
            int end = firsts[names.lastIndexOf(temple) + 1];
            int[] nearest = nearest(all.positionsM(), first, end, firsts[frontParts]);
            indices = Arrays.copyOf(indices, indices.length + 3);
            indices[indices.length - 3] = nearest[0];
            indices[indices.length - 2] = nearest[1];
            indices[indices.length - 1] = nearest[2];
        }
        parts = new ArrayList<>(List.of(new Part("", with(all, all.positionsM(), all.normals(), all.colours(), indices))));
        return this;
    }

    /** The vertex from first to end that is nearest to one below, that one, and the second nearest to it of those at another place. */
    private static int[] nearest(float[] positions, int first, int end, int below) {
        int[] found = new int[3];
        double best = Double.MAX_VALUE;
        double foremost = IntStream.range(first, end).mapToDouble(a -> positions[3 * a + 2]).max().orElseThrow();
        for (int a = first; a < end; a++) {
            for (int b = 0; b < below && positions[3 * a + 2] > foremost - NEAR_FRONT_M; b++) {
                double distance = distance(positions, a, b);
                if (distance < best && distance > 0) {
                    best = distance;
                    found[0] = a;
                    found[1] = b;
                }
            }
        }
        double second = Double.MAX_VALUE;
        for (int b = 0; b < below; b++) {
            double distance = distance(positions, found[0], b);
            if (distance < second && distance(positions, found[1], b) > 0.2 * best) {
                second = distance;
                found[2] = b;
            }
        }
        return found;
    }

    private static double distance(float[] positions, int a, int b) {
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            double d = positions[3 * a + axis] - positions[3 * b + axis];
            sum += d * d;
        }
        return Math.sqrt(sum);
    }

    private static float[] joined(float[] a, float[] b) {
        float[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }

    /** Each triangle divided into four, so many times. */
    MerchantFile subdivided(int times) {
        for (int i = 0; i < times; i++) {
            parts.replaceAll(part -> new Part(part.name(), subdivided(part.triangles())));
        }
        return this;
    }

    private static GltfPrimitive subdivided(GltfPrimitive p) {
        int triangles = p.indices().length / 3;
        float[] positions = new float[18 * triangles];
        float[] normals = new float[18 * triangles];
        int[] indices = new int[12 * triangles];
        int[][] corners = {{0, 0}, {1, 1}, {2, 2}, {0, 1}, {1, 2}, {2, 0}};
        int[] pattern = {0, 3, 5, 3, 1, 4, 5, 4, 2, 3, 4, 5};
        for (int t = 0; t < triangles; t++) {
            for (int c = 0; c < 6; c++) {
                int a = 3 * p.indices()[3 * t + corners[c][0]];
                int b = 3 * p.indices()[3 * t + corners[c][1]];
                double length = 0;
                for (int axis = 0; axis < 3; axis++) {
                    positions[18 * t + 3 * c + axis] = (p.positionsM()[a + axis] + p.positionsM()[b + axis]) / 2;
                    float normal = p.normals()[a + axis] + p.normals()[b + axis];
                    normals[18 * t + 3 * c + axis] = normal;
                    length += normal * normal;
                }
                for (int axis = 0; axis < 3; axis++) {
                    normals[18 * t + 3 * c + axis] /= (float) Math.sqrt(length);
                }
            }
            for (int i = 0; i < 12; i++) {
                indices[12 * t + i] = 6 * t + pattern[i];
            }
        }
        return with(p, positions, normals, new float[0], indices);
    }

    /** A flat square in the plane y of the frame's coordinates, or a small cube when {@code sizeM} is below a centimetre. */
    MerchantFile withSquare(String name, double x, double y, double z, double sizeM) {
        float h = (float) sizeM / 2;
        float[] positions = {-h, 0, -h, h, 0, -h, h, 0, h, -h, 0, h};
        float[] normals = {0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0};
        GltfPrimitive square = new GltfPrimitive(positions, normals, new float[0], new float[0], new float[0], new int[] {0, 2, 1, 0, 3, 2}, -1,
                new int[0]);
        parts.add(new Part(name, moved(square, new Matrix4d(placed).translate(x, y, z))));
        return this;
    }

    /** The parts and their triangles in the file's coordinates. */
    List<Part> parts() {
        return parts;
    }

    byte[] glb() {
        return glb(new Quaternionf(), 1);
    }

    /** The file, with a node above that turns and scales. */
    byte[] glb(Quaternionf turn, float scale) {
        List<GltfNode> nodes = new ArrayList<>();
        List<GltfMesh> meshes = new ArrayList<>();
        List<Integer> children = new ArrayList<>();
        for (Part part : parts) {
            meshes.add(new GltfMesh(part.name(), List.of(part.triangles())));
            children.add(children.size() + 1);
        }
        nodes.add(new GltfNode("", new float[3], new float[] {turn.x, turn.y, turn.z, turn.w}, new float[] {scale, scale, scale}, -1, children,
                new JsonObject()));
        for (int i = 0; i < parts.size(); i++) {
            nodes.add(GltfNode.translated(parts.get(i).name(), new float[3], i, List.of(), new JsonObject()));
        }
        return GlbWriter.write(GltfModel.plain(nodes, List.of(0), meshes, materials));
    }
}
