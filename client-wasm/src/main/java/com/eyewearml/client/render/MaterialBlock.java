package com.eyewearml.client.render;

import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.gltf.TextureSlot;
import com.eyewearml.gltf.TextureUse;

/** The uniform block {@code Material} of the shaders, laid out by the std140 rules. */
public final class MaterialBlock {
    /** Floats of the block. */
    public static final int FLOATS = 32 + 8 * MaterialMaps.MAX_MAPS;

    private static final float MM_PER_M = 1000;
    private static final int MAP_TRANSFORMS = 32;

    private MaterialBlock() { }

    /** Writes a material's block. */
    public static void write(GltfMaterial material, MaterialMaps maps, float[] out, int offset) {
        float[] base = material.baseColour();
        for (int c = 0; c < 4; c++) {
            out[offset + c] = base[c];
        }
        out[offset + 4] = material.metallic();
        out[offset + 5] = material.roughness();
        out[offset + 6] = material.clearcoat().factor();
        out[offset + 7] = material.clearcoat().roughness();
        // KHR_materials_ior and KHR_materials_specular: reflectance at normal incidence.
        float r = (material.ior() - 1) / (material.ior() + 1);
        for (int c = 0; c < 3; c++) {
            out[offset + 8 + c] = Math.min(r * r * material.specular().colour()[c], 1) * material.specular().factor();
            out[offset + 12 + c] = slab(material, c);
            out[offset + 16 + c] = material.emission()[c];
        }
        out[offset + 11] = material.transmission().factor();
        out[offset + 15] = material.transmission().thicknessM() * MM_PER_M;
        out[offset + 19] = material.specular().factor();
        out[offset + 20] = material.ior();
        out[offset + 21] = material.iridescence().factor();
        out[offset + 22] = material.iridescence().ior();
        out[offset + 23] = material.alpha().cutoff();
        out[offset + 24] = material.iridescence().thinnestNm();
        out[offset + 25] = material.iridescence().thickestNm();
        out[offset + 26] = strength(material, TextureSlot.NORMAL);
        out[offset + 27] = strength(material, TextureSlot.CLEARCOAT_NORMAL);
        out[offset + 28] = strength(material, TextureSlot.OCCLUSION);
        for (int map = 0; map < maps.slots().size(); map++) {
            float[] transform = material.textures().get(maps.slots().get(map)).transform();
            for (int i = 0; i < 6; i++) {
                out[offset + MAP_TRANSFORMS + 8 * map + 4 * (i / 3) + i % 3] = transform[i];
            }
        }
    }

    private static float strength(GltfMaterial material, TextureSlot slot) {
        TextureUse use = material.textures().get(slot);
        return use == null ? 0 : use.strength();
    }

    /** KHR_materials_volume: Beer and Lambert's law through the thickness. */
    private static float slab(GltfMaterial material, int channel) {
        double distances = (double) material.transmission().thicknessM() / material.transmission().attenuationDistanceM();
        return (float) Math.pow(material.transmission().attenuationColour()[channel], distances);
    }
}
