package com.eyewearml.trace;

import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.gltf.GltfMaterial.Clearcoat;
import com.eyewearml.gltf.GltfMaterial.Transmission;
import com.eyewearml.gltf.GltfModel;
import com.eyewearml.gltf.GltfTexture;
import com.eyewearml.gltf.TextureSlot;
import com.eyewearml.gltf.TextureUse;
import java.util.EnumMap;
import java.util.Map;
import org.joml.Vector3d;

/** A material with its decoded textures: base colour, metallic and roughness, normals, transmission and thickness, and those of the coat. */
final class TexturedMaterial {
    private final GltfMaterial material;
    private final Map<TextureSlot, Texels> texels = new EnumMap<>(TextureSlot.class);

    TexturedMaterial(GltfModel model, GltfMaterial material) {
        this.material = material;
        material.textures().forEach((slot, use) -> {
            GltfTexture texture = model.textures().get(use.texture());
            texels.put(slot, new Texels(model.images().get(texture.image()), slot.srgb(), texture.wrapU(), texture.wrapV()));
        });
    }

    /** The material without its textures. */
    GltfMaterial plain() {
        return material;
    }

    /** Colour by which the texture of the base colour multiplies. */
    Rgb baseColour(double u, double v) {
        return at(TextureSlot.BASE_COLOUR, u, v);
    }

    /** The material as it is at a place, with factors multiplied by their textures. */
    GltfMaterial at(double u, double v) {
        if (texels.isEmpty()) {
            return material;
        }
        Rgb surface = at(TextureSlot.METALLIC_ROUGHNESS, u, v);
        Transmission t = material.transmission();
        Clearcoat coat = material.clearcoat();
        return new GltfMaterial(material.name(), material.baseColour(), (float) (material.metallic() * surface.b()),
                (float) (material.roughness() * surface.g()), material.ior(),
                new Transmission((float) (t.factor() * at(TextureSlot.TRANSMISSION, u, v).r()),
                        (float) (t.thicknessM() * at(TextureSlot.THICKNESS, u, v).g()), t.attenuationColour(), t.attenuationDistanceM()),
                new Clearcoat((float) (coat.factor() * at(TextureSlot.CLEARCOAT, u, v).r()),
                        (float) (coat.roughness() * at(TextureSlot.CLEARCOAT_ROUGHNESS, u, v).g())),
                material.specular(), material.iridescence(), material.emission(), material.alpha(), material.doubleSided(), Map.of());
    }

    /** The normal that a texture turns another into; x along the tangent, y along the bitangent. */
    Vector3d normal(TextureSlot slot, Vector3d normal, Vector3d tangent, Vector3d bitangent, double u, double v) {
        if (!texels.containsKey(slot)) {
            return normal;
        }
        Rgb value = at(slot, u, v);
        double strength = material.textures().get(slot).strength();
        return new Vector3d(tangent).mul((2 * value.r() - 1) * strength).add(new Vector3d(bitangent).mul((2 * value.g() - 1) * strength))
                .add(new Vector3d(normal).mul(2 * value.b() - 1)).normalize();
    }

    private Rgb at(TextureSlot slot, double u, double v) {
        Texels texture = texels.get(slot);
        if (texture == null) {
            return Rgb.WHITE;
        }
        TextureUse use = material.textures().get(slot);
        float[] t = use.transform();
        return texture.at(t[0] * u + t[1] * v + t[2], t[3] * u + t[4] * v + t[5]);
    }
}
