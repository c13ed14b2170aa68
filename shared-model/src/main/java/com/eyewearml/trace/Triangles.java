package com.eyewearml.trace;

import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.gltf.GltfModel;
import com.eyewearml.gltf.GltfNode;
import com.eyewearml.gltf.GltfPrimitive;
import java.util.ArrayList;
import java.util.List;
import org.joml.Matrix4d;
import org.joml.Quaterniond;
import org.joml.Vector3d;

/**
 * All triangles of a glTF model, in the model's own coordinates and millimetres, with what their corners carry. The nth corner of
 * triangle {@code t} is {@code 3 t + n}.
 *
 * @param positionsMm x, y, z of each corner
 * @param normals     x, y, z of each corner, unit length
 * @param tangents    x, y, z, handedness of each corner; handedness 0 where the file gives none
 * @param uvs         u, v of each corner
 * @param colours     linear r, g, b of each corner
 * @param materials   index into {@link #palette} of each triangle
 * @param palette     materials
 */
record Triangles(double[] positionsMm, double[] normals, double[] tangents, double[] uvs, double[] colours, int[] materials,
                 List<TexturedMaterial> palette) {
    private static final double MM_PER_M = 1000;
    private static final GltfMaterial DEFAULT = GltfMaterial.opaque("default", new float[] {1, 1, 1, 1}, 1, 1);

    static Triangles of(GltfModel model) {
        Collector collector = new Collector(model);
        for (int root : model.roots()) {
            collector.visit(root, new Matrix4d().scaling(MM_PER_M));
        }
        return collector.triangles();
    }

    int count() {
        return materials.length;
    }

    /** Without its textures. */
    GltfMaterial material(int triangle) {
        return textured(triangle).plain();
    }

    TexturedMaterial textured(int triangle) {
        return palette.get(materials[triangle]);
    }

    Vector3d corner(int triangle, int n) {
        int at = 9 * triangle + 3 * n;
        return new Vector3d(positionsMm[at], positionsMm[at + 1], positionsMm[at + 2]);
    }

    private static final class Collector {
        private final GltfModel model;
        private final List<GltfPrimitive> primitives = new ArrayList<>();
        private final List<Matrix4d> transforms = new ArrayList<>();

        Collector(GltfModel model) {
            this.model = model;
        }

        void visit(int index, Matrix4d modelFromParent) {
            GltfNode node = model.nodes().get(index);
            float[] t = node.translationM();
            float[] r = node.rotation();
            float[] s = node.scale();
            Matrix4d modelFromNode = new Matrix4d(modelFromParent).translate(t[0], t[1], t[2])
                    .rotate(new Quaterniond(r[0], r[1], r[2], r[3])).scale(s[0], s[1], s[2]);
            if (node.mesh() >= 0) {
                for (GltfPrimitive primitive : model.meshes().get(node.mesh()).primitives()) {
                    primitives.add(primitive);
                    transforms.add(modelFromNode);
                }
            }
            node.children().forEach(child -> visit(child, modelFromNode));
        }

        Triangles triangles() {
            int corners = primitives.stream().mapToInt(p -> p.indices().length).sum();
            List<TexturedMaterial> palette = new ArrayList<>();
            model.materials().forEach(material -> palette.add(new TexturedMaterial(model, material)));
            palette.add(new TexturedMaterial(model, DEFAULT));
            Triangles all = new Triangles(new double[3 * corners], new double[3 * corners], new double[4 * corners],
                    new double[2 * corners], new double[3 * corners], new int[corners / 3], palette);
            int corner = 0;
            for (int i = 0; i < primitives.size(); i++) {
                GltfPrimitive primitive = primitives.get(i);
                int material = primitive.material() < 0 ? palette.size() - 1 : primitive.material();
                for (int k = 0; k < primitive.indices().length; k++, corner++) {
                    all.materials[corner / 3] = material;
                    write(primitive, primitive.indices()[k], transforms.get(i), all, corner);
                }
                if (primitive.normals().length == 0) {
                    flatNormals(all, corner - primitive.indices().length, corner);
                }
            }
            return all;
        }

        private static void write(GltfPrimitive from, int vertex, Matrix4d transform, Triangles to, int corner) {
            put(transform.transformPosition(at(from.positionsM(), vertex, 3)), to.positionsMm, 3 * corner);
            if (from.normals().length > 0) {
                put(new Matrix4d(transform).normal().transformDirection(at(from.normals(), vertex, 3)).normalize(), to.normals, 3 * corner);
            }
            if (from.tangents().length > 0) {
                put(transform.transformDirection(at(from.tangents(), vertex, 4)).normalize(), to.tangents, 4 * corner);
                to.tangents[4 * corner + 3] = from.tangents()[4 * vertex + 3];
            }
            if (from.uvs().length > 0) {
                to.uvs[2 * corner] = from.uvs()[2 * vertex];
                to.uvs[2 * corner + 1] = from.uvs()[2 * vertex + 1];
            }
            put(from.colours().length > 0 ? at(from.colours(), vertex, 4) : new Vector3d(1), to.colours, 3 * corner);
        }

        private static Vector3d at(float[] values, int vertex, int stride) {
            return new Vector3d(values[stride * vertex], values[stride * vertex + 1], values[stride * vertex + 2]);
        }

        private static void put(Vector3d v, double[] out, int at) {
            out[at] = v.x;
            out[at + 1] = v.y;
            out[at + 2] = v.z;
        }

        /** glTF 2.0, section 3.7.2.1: without normals, triangles are flat. */
        private static void flatNormals(Triangles all, int from, int to) {
            for (int corner = from; corner < to; corner++) {
                int t = corner / 3;
                Vector3d a = all.corner(t, 0);
                Vector3d normal = all.corner(t, 1).sub(a).cross(all.corner(t, 2).sub(a));
                put(normal.lengthSquared() > 0 ? normal.normalize() : new Vector3d(0, 0, 1), all.normals, 3 * corner);
            }
        }
    }
}
