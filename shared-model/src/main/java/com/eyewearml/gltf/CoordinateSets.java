package com.eyewearml.gltf;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which set of texture coordinates each material keeps, as meshes hold one: its base colour's, or else the lowest it uses. Textures
 * laid by another set (mostly occlusion baked for one model) are left out.
 */
final class CoordinateSets {
    private final List<GltfMaterial> materials = new ArrayList<>();
    private final int[] sets;
    private boolean texturesLeftOut;

    CoordinateSets(List<GltfMaterial> read) {
        sets = new int[read.size()];
        for (GltfMaterial material : read) {
            int set = kept(material);
            sets[materials.size()] = set;
            Map<TextureSlot, TextureUse> textures = new EnumMap<>(TextureSlot.class);
            material.textures().forEach((slot, use) -> {
                if (use.texCoord() == set) {
                    textures.put(slot, new TextureUse(use.texture(), 0, use.strength(), use.transform()));
                } else {
                    texturesLeftOut = true;
                }
            });
            materials.add(material.withTextures(textures));
        }
    }

    private static int kept(GltfMaterial material) {
        TextureUse colour = material.textures().get(TextureSlot.BASE_COLOUR);
        return colour != null ? colour.texCoord() : material.textures().values().stream().mapToInt(TextureUse::texCoord).min().orElse(0);
    }

    /** The materials, their textures on the first set. */
    List<GltfMaterial> materials() {
        return materials;
    }

    /** The set in the file that holds a material's coordinates; -1 asks for the default material. */
    int of(int material) {
        return material < 0 ? 0 : sets[material];
    }

    boolean texturesLeftOut() {
        return texturesLeftOut;
    }
}
