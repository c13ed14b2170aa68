package com.eyewearml.gltf;

/**
 * A texture as a material uses it.
 *
 * @param texture   index into {@link GltfModel#textures()}
 * @param texCoord  set of texture coordinates; only set 0 is kept in {@link GltfPrimitive}
 * @param strength  scale of a normal's x and y, or strength of an occlusion; 1 elsewhere
 * @param transform KHR_texture_transform as the first two rows of a 3 × 3 matrix: u' = t0 u + t1 v + t2, v' = t3 u + t4 v + t5
 */
public record TextureUse(int texture, int texCoord, float strength, float[] transform) {
    /** A texture on the first set of coordinates, as it is. */
    public static TextureUse of(int texture) {
        return new TextureUse(texture, 0, 1, new float[] {1, 0, 0, 0, 1, 0});
    }
}
