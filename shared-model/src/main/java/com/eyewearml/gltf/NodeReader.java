package com.eyewearml.gltf;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eyewearml.gltf.GlbFormatException.Code;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.joml.Matrix4f;
import org.joml.Quaternionf;
import org.joml.Vector3f;

/** Reads the node tree and makes sure it is one: no node has two parents, none is its own ancestor. */
final class NodeReader {
    private final List<GltfNode> nodes = new ArrayList<>();
    private static final float SHEAR_TOLERANCE = 1e-3f;
    private final int[] parents;

    NodeReader(JsonArray array, int meshCount) throws GlbFormatException {
        parents = new int[array.size()];
        Arrays.fill(parents, -1);
        for (int i = 0; i < array.size(); i++) {
            nodes.add(node(i, JsonFields.asObject(array.get(i), "nodes[" + i + "]"), meshCount));
        }
        for (int i = 0; i < parents.length; i++) {
            requireRooted(i);
        }
    }

    List<GltfNode> nodes() {
        return nodes;
    }

    /** Nodes of the default scene; all nodes without a parent where the file names no scene. */
    List<Integer> roots(JsonObject gltf) throws GlbFormatException {
        JsonArray scenes = JsonFields.array(gltf, "scenes", "glTF");
        List<Integer> roots = new ArrayList<>();
        if (scenes.isEmpty()) {
            for (int i = 0; i < parents.length; i++) {
                if (parents[i] < 0) {
                    roots.add(i);
                }
            }
            return roots;
        }
        int scene = Math.max(0, JsonFields.index(gltf, "scene", scenes.size(), "glTF"));
        String where = "scenes[" + scene + "]";
        for (JsonValue value : JsonFields.array(JsonFields.asObject(scenes.get(scene), where), "nodes", where)) {
            int root = JsonFields.index(value, parents.length, where + ".nodes");
            if (parents[root] >= 0 || roots.contains(root)) {
                throw new GlbFormatException(Code.BAD_JSON, where + " lists node " + root + ", which is not a root or is listed twice");
            }
            roots.add(root);
        }
        return roots;
    }

    private GltfNode node(int index, JsonObject json, int meshCount) throws GlbFormatException {
        String where = "nodes[" + index + "]";
        List<Integer> children = new ArrayList<>();
        for (JsonValue value : JsonFields.array(json, "children", where)) {
            int child = JsonFields.index(value, parents.length, where + ".children");
            if (parents[child] >= 0) {
                throw new GlbFormatException(Code.BAD_JSON, "node " + child + " has two parents, " + parents[child] + " and " + index);
            }
            parents[child] = index;
            children.add(child);
        }
        JsonValue extras = json.get("extras");
        float[] translation = JsonFields.reals(json, "translation", new float[] {0, 0, 0}, where);
        float[] rotation = JsonFields.reals(json, "rotation", new float[] {0, 0, 0, 1}, where);
        float[] scale = JsonFields.reals(json, "scale", new float[] {1, 1, 1}, where);
        if (json.get("matrix") != null) {
            Matrix4f matrix = new Matrix4f().set(JsonFields.reals(json, "matrix", new float[16], where));
            Vector3f moved = matrix.getTranslation(new Vector3f());
            Vector3f scaled = matrix.getScale(new Vector3f());
            if (matrix.determinant3x3() < 0) {
                scaled.x = -scaled.x;
            }
            Quaternionf turned = matrix.scale(1 / scaled.x, 1 / scaled.y, 1 / scaled.z, new Matrix4f()).getUnnormalizedRotation(new Quaternionf());
            translation = new float[] {moved.x, moved.y, moved.z};
            rotation = new float[] {turned.x, turned.y, turned.z, turned.w};
            scale = new float[] {scaled.x, scaled.y, scaled.z};
            if (!matrix.equals(new Matrix4f().translationRotateScale(moved, turned, scaled), SHEAR_TOLERANCE * Math.abs(scaled.get(scaled.maxComponent())))) {
                throw new GlbFormatException(Code.UNSUPPORTED_FEATURE, where + " shears or flattens its mesh by its matrix; apply transforms on "
                        + "export");
            }
        }
        float length = (float) Math.sqrt(rotation[0] * rotation[0] + rotation[1] * rotation[1] + rotation[2] * rotation[2]
                + rotation[3] * rotation[3]);
        if (!(length > 0.99f && length < 1.01f)) {
            throw new GlbFormatException(Code.BAD_JSON, where + " has a rotation of length " + length + ", expected a unit quaternion");
        }
        return new GltfNode(JsonFields.text(json, "name", "", where), translation, rotation, scale,
                JsonFields.index(json, "mesh", meshCount, where), children,
                extras != null && extras.isObject() ? extras.asObject() : new JsonObject());
    }

    /** With one parent each, a node that never reaches a root is on a cycle. */
    private void requireRooted(int node) throws GlbFormatException {
        int at = node;
        for (int steps = 0; parents[at] >= 0; steps++) {
            if (steps > parents.length) {
                throw new GlbFormatException(Code.BAD_JSON, "nodes[" + node + "] is its own ancestor");
            }
            at = parents[at];
        }
    }
}
