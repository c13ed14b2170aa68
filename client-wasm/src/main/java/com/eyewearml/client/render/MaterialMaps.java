package com.eyewearml.client.render;

import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.gltf.TextureSlot;
import com.eyewearml.gltf.TextureUse;
import java.util.ArrayList;
import java.util.List;

/**
 * The textures of a material that are drawn, in the order of their texture units.
 *
 * @param slots at most {@link #MAX_MAPS}
 */
public record MaterialMaps(List<TextureSlot> slots) {
    /** Most textures of a material. */
    public static final int MAX_MAPS = TextureSlot.MOST_OF_A_MATERIAL;

    /** None. */
    public static final MaterialMaps NONE = new MaterialMaps(List.of());

    /**
     * Those of a material, on vertices with texture coordinates.
     *
     * @throws EyewearModelException if there are more than can be drawn, or one uses another set of texture coordinates
     */
    public static MaterialMaps of(GltfMaterial material) {
        List<TextureSlot> slots = new ArrayList<>();
        for (TextureSlot slot : TextureSlot.values()) {
            TextureUse use = material.textures().get(slot);
            if (use != null) {
                if (use.texCoord() != 0) {
                    throw new EyewearModelException("The material " + material.name() + " lays its texture " + slot
                            + " by texture coordinates " + use.texCoord() + "; only set 0 is supported.");
                }
                slots.add(slot);
            }
        }
        if (slots.size() > MAX_MAPS) {
            throw new EyewearModelException("The material " + material.name() + " has " + slots.size()
                    + " textures, of which at most " + MAX_MAPS + " are supported. Pack several into one or leave some out.");
        }
        return new MaterialMaps(List.copyOf(slots));
    }
}
