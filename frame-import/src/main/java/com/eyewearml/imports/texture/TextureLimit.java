package com.eyewearml.imports.texture;

import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.gltf.GltfModel;
import com.eyewearml.gltf.TextureSlot;
import com.eyewearml.gltf.TextureUse;
import com.eyewearml.imports.report.Finding.Code;
import com.eyewearml.imports.report.Findings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Materials with no more textures than are drawn together; those that show least are left out, and their factors hold everywhere. */
public final class TextureLimit {
    private static final List<TextureSlot> LEAST_SEEN_FIRST = List.of(TextureSlot.SPECULAR, TextureSlot.CLEARCOAT_ROUGHNESS,
            TextureSlot.IRIDESCENCE_THICKNESS, TextureSlot.THICKNESS, TextureSlot.OCCLUSION);

    private TextureLimit() {
    }

    /** The model with its materials within the limit; what was left out is told. */
    public static GltfModel applied(GltfModel model, Findings findings) {
        List<GltfMaterial> materials = new ArrayList<>();
        for (GltfMaterial material : model.materials()) {
            materials.add(material.textures().size() > TextureSlot.MOST_OF_A_MATERIAL ? limited(material, findings) : material);
        }
        return new GltfModel(model.nodes(), model.roots(), model.meshes(), materials, model.textures(), model.images(), model.variants());
    }

    private static GltfMaterial limited(GltfMaterial material, Findings findings) {
        Map<TextureSlot, TextureUse> kept = new EnumMap<>(material.textures());
        List<String> left = new ArrayList<>();
        for (TextureSlot slot : LEAST_SEEN_FIRST) {
            if (kept.size() > TextureSlot.MOST_OF_A_MATERIAL && kept.remove(slot) != null) {
                left.add(slot.name().toLowerCase(Locale.ROOT).replace('_', ' '));
            }
        }
        findings.check(Code.TEXTURES_LEFT_OUT, "The material “" + material.name() + "” has " + material.textures().size() + " textures, and "
                + TextureSlot.MOST_OF_A_MATERIAL + " can be drawn together. Left out: " + String.join(", ", left)
                + "; these are now the same all over the part. Bake them into fewer textures to keep them.");
        return material.withTextures(kept);
    }
}
