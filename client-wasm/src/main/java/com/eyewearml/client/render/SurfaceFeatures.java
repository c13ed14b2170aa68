package com.eyewearml.client.render;

import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.gltf.TextureSlot;

/**
 * What a material asks of its shader beyond a plain metallic-roughness surface. Materials that ask for the same share a program.
 *
 * @param defines lines for the preprocessor
 * @param maps    textures to be bound
 */
public record SurfaceFeatures(String defines, MaterialMaps maps) {
    /** Of a material on the vertices of a draw. */
    public static SurfaceFeatures of(GltfMaterial material, EyewearModel.Draw draw) {
        MaterialMaps maps = draw.uvs() ? MaterialMaps.of(material) : MaterialMaps.NONE;
        StringBuilder defines = new StringBuilder();
        define(defines, "CLEARCOAT", material.clearcoat().factor() > 0);
        define(defines, "TRANSMISSION", material.transmission().factor() > 0);
        define(defines, "IRIDESCENCE", material.iridescence().factor() > 0);
        define(defines, "ALPHA_MASK", material.alpha().mode() == GltfMaterial.Alpha.Mode.MASK);
        define(defines, "ALPHA_BLEND", material.alpha().mode() == GltfMaterial.Alpha.Mode.BLEND);
        define(defines, "DOUBLE_SIDED", material.doubleSided());
        define(defines, "TANGENTS", draw.tangents() && !maps.slots().isEmpty());
        if (!maps.slots().isEmpty()) {
            defines.append("#define MAPS ").append(maps.slots().size()).append('\n');
        }
        for (int i = 0; i < maps.slots().size(); i++) {
            defines.append("#define ").append(mapName(maps.slots().get(i))).append(' ').append(i).append('\n');
        }
        return new SurfaceFeatures(defines.toString(), maps);
    }

    private static void define(StringBuilder defines, String name, boolean wanted) {
        if (wanted) {
            defines.append("#define ").append(name).append('\n');
        }
    }

    /** Name of a texture in the shaders: the macro that holds its number. */
    private static String mapName(TextureSlot slot) {
        return slot.name() + "_MAP";
    }
}
