package com.eyewearml.frame;

import com.eyewearml.frame.geometry.TriangleMesh;
import com.eyewearml.frame.pattern.SheetPattern;
import com.eyewearml.gltf.GltfMaterial;
import java.util.Optional;

/**
 * A mesh and what it is made of.
 *
 * @param mesh     one or more closed bodies
 * @param material physically based material
 * @param sheet    sheet the part is cut from, if it has a pattern; the colours of the vertices show the same, coarsely
 */
public record Surface(TriangleMesh mesh, GltfMaterial material, Optional<SheetPattern> sheet) {
    /** A surface of one look, or with the colours of its vertices. */
    public static Surface plain(TriangleMesh mesh, GltfMaterial material) {
        return new Surface(mesh, material, Optional.empty());
    }
}
