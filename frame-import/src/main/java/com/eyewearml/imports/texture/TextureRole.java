package com.eyewearml.imports.texture;

import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.gltf.GltfMaterial.Alpha;
import com.eyewearml.gltf.GltfModel;
import com.eyewearml.gltf.TextureSlot;
import java.util.EnumSet;
import java.util.Set;

/**
 * What an image is used for, which decides how it may be stored.
 *
 * @param alpha   whether its alpha counts
 * @param vectors whether it holds directions
 */
record TextureRole(boolean alpha, boolean vectors) {
    private static final Set<TextureSlot> VECTORS = EnumSet.of(TextureSlot.NORMAL, TextureSlot.CLEARCOAT_NORMAL);

    /** Of an image of a model, over all materials that use it. */
    static TextureRole of(GltfModel model, int image) {
        boolean alpha = false;
        boolean vectors = false;
        for (GltfMaterial material : model.materials()) {
            for (var use : material.textures().entrySet()) {
                if (model.textures().get(use.getValue().texture()).image() == image) {
                    boolean blends = use.getKey() == TextureSlot.BASE_COLOUR && material.alpha().mode() != Alpha.Mode.OPAQUE;
                    alpha |= blends || use.getKey() == TextureSlot.SPECULAR;
                    vectors |= VECTORS.contains(use.getKey());
                }
            }
        }
        return new TextureRole(alpha, vectors);
    }
}
