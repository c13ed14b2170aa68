package com.eyewearml.gltf;

import com.eclipsesource.json.JsonObject;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Where in a material's JSON each texture stands. */
final class MaterialTextures {
    private static final String PBR = "pbrMetallicRoughness";

    /** Owner: empty for the material itself, {@link #PBR}, or an extension. */
    private record Place(String owner, String field, String strengthField) {
    }

    private static final Map<TextureSlot, Place> PLACES = places();

    private MaterialTextures() {
    }

    private static Map<TextureSlot, Place> places() {
        Map<TextureSlot, Place> places = new EnumMap<>(TextureSlot.class);
        places.put(TextureSlot.BASE_COLOUR, new Place(PBR, "baseColorTexture", ""));
        places.put(TextureSlot.METALLIC_ROUGHNESS, new Place(PBR, "metallicRoughnessTexture", ""));
        places.put(TextureSlot.NORMAL, new Place("", "normalTexture", "scale"));
        places.put(TextureSlot.OCCLUSION, new Place("", "occlusionTexture", "strength"));
        places.put(TextureSlot.EMISSION, new Place("", "emissiveTexture", ""));
        places.put(TextureSlot.TRANSMISSION, new Place(Extensions.TRANSMISSION, "transmissionTexture", ""));
        places.put(TextureSlot.THICKNESS, new Place(Extensions.VOLUME, "thicknessTexture", ""));
        places.put(TextureSlot.CLEARCOAT, new Place(Extensions.CLEARCOAT, "clearcoatTexture", ""));
        places.put(TextureSlot.CLEARCOAT_ROUGHNESS, new Place(Extensions.CLEARCOAT, "clearcoatRoughnessTexture", ""));
        places.put(TextureSlot.CLEARCOAT_NORMAL, new Place(Extensions.CLEARCOAT, "clearcoatNormalTexture", "scale"));
        places.put(TextureSlot.SPECULAR, new Place(Extensions.SPECULAR, "specularTexture", ""));
        places.put(TextureSlot.SPECULAR_COLOUR, new Place(Extensions.SPECULAR, "specularColorTexture", ""));
        places.put(TextureSlot.IRIDESCENCE, new Place(Extensions.IRIDESCENCE, "iridescenceTexture", ""));
        places.put(TextureSlot.IRIDESCENCE_THICKNESS, new Place(Extensions.IRIDESCENCE, "iridescenceThicknessTexture", ""));
        return places;
    }

    static Map<TextureSlot, TextureUse> read(JsonObject material, int textureCount, String where) throws GlbFormatException {
        Map<TextureSlot, TextureUse> textures = new EnumMap<>(TextureSlot.class);
        JsonObject extensions = JsonFields.object(material, "extensions", where);
        for (TextureSlot slot : TextureSlot.values()) {
            Place place = PLACES.get(slot);
            JsonObject owner = place.owner.isEmpty() ? material
                    : JsonFields.object(place.owner.equals(PBR) ? material : extensions, place.owner, where);
            if (owner.get(place.field) != null) {
                JsonObject json = JsonFields.object(owner, place.field, where);
                textures.put(slot, TextureUseJson.read(json, place.strengthField, textureCount, where + "." + place.field));
            }
        }
        return textures;
    }

    /** Adds the textures to the material's JSON; the objects they belong to are made where a factor has not made them. */
    static void write(Map<TextureSlot, TextureUse> textures, JsonObject material, JsonObject extensions, Set<String> usedExtensions) {
        for (TextureSlot slot : TextureSlot.values()) {
            TextureUse use = textures.get(slot);
            if (use != null) {
                Place place = PLACES.get(slot);
                JsonObject owner = material;
                if (!place.owner.isEmpty()) {
                    JsonObject holder = place.owner.equals(PBR) ? material : extensions;
                    if (holder.get(place.owner) == null) {
                        holder.add(place.owner, new JsonObject());
                    }
                    owner = holder.get(place.owner).asObject();
                }
                owner.add(place.field, TextureUseJson.write(use, place.strengthField, usedExtensions));
            }
        }
    }
}
