package com.eyewearml.gltf;

import java.util.List;

/**
 * Primitives drawn together.
 *
 * @param name       may be empty
 * @param primitives at least one
 */
public record GltfMesh(String name, List<GltfPrimitive> primitives) {
    /** Copies the list. */
    public GltfMesh {
        primitives = List.copyOf(primitives);
    }
}
