package com.eyewearml.frame;

import com.eyewearml.frame.geometry.TriangleMesh;
import com.eyewearml.gltf.GltfMaterial;

/**
 * A mesh and what it is made of.
 *
 * @param mesh     one or more closed bodies
 * @param material physically based material
 */
public record Surface(TriangleMesh mesh, GltfMaterial material) {
}
