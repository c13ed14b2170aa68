package com.eyewearml.gltf;

import com.eclipsesource.json.JsonObject;
import java.util.List;

/**
 * A node of the scene tree; its transform is translation · rotation · scale.
 *
 * @param name         may be empty
 * @param translationM x, y, z in metres
 * @param rotation     unit quaternion x, y, z, w
 * @param scale        x, y, z
 * @param mesh         index into {@link GltfModel#meshes()}; -1 for none
 * @param children     indices into {@link GltfModel#nodes()}
 * @param extras       application data; empty where the file has none
 */
public record GltfNode(String name, float[] translationM, float[] rotation, float[] scale, int mesh, List<Integer> children,
                       JsonObject extras) {
    /** Copies the list. */
    public GltfNode {
        children = List.copyOf(children);
    }

    /** A node that is only moved. */
    public static GltfNode translated(String name, float[] translationM, int mesh, List<Integer> children, JsonObject extras) {
        return new GltfNode(name, translationM, new float[] {0, 0, 0, 1}, new float[] {1, 1, 1}, mesh, children, extras);
    }
}
