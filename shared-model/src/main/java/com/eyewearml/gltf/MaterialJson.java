package com.eyewearml.gltf;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eyewearml.gltf.GlbFormatException.Code;
import java.util.Set;

/** Materials to and from glTF JSON, both directions side by side so that they stay the same. Values at their default are left out. */
final class MaterialJson {
    private static final String TRANSMISSION = "KHR_materials_transmission";
    private static final String IOR = "KHR_materials_ior";
    private static final String VOLUME = "KHR_materials_volume";
    private static final String CLEARCOAT = "KHR_materials_clearcoat";
    private static final String SPECULAR = "KHR_materials_specular";
    private static final float DEFAULT_IOR = 1.5f;

    /** Extensions a file may require. */
    static final Set<String> KNOWN_EXTENSIONS = Set.of(TRANSMISSION, IOR, VOLUME, CLEARCOAT, SPECULAR);

    private MaterialJson() {
    }

    static GltfMaterial defaultMaterial() {
        return GltfMaterial.opaque("", new float[] {1, 1, 1, 1}, 1, 1);
    }

    static JsonObject write(GltfMaterial material, Set<String> usedExtensions) {
        JsonObject pbr = new JsonObject().add("baseColorFactor", numbers(material.baseColour()))
                .add("metallicFactor", Json.value(material.metallic())).add("roughnessFactor", Json.value(material.roughness()));
        JsonObject json = new JsonObject().add("name", material.name()).add("pbrMetallicRoughness", pbr);
        if (material.baseColour()[3] < 1) {
            json.add("alphaMode", "BLEND");
        }
        if (material.doubleSided()) {
            json.add("doubleSided", true);
        }
        JsonObject extensions = new JsonObject();
        if (material.transmission() > 0) {
            extensions.add(TRANSMISSION, new JsonObject().add("transmissionFactor", Json.value(material.transmission())));
        }
        if (material.ior() != DEFAULT_IOR) {
            extensions.add(IOR, new JsonObject().add("ior", Json.value(material.ior())));
        }
        if (material.thicknessM() > 0) {
            JsonObject volume = new JsonObject().add("thicknessFactor", Json.value(material.thicknessM()))
                    .add("attenuationColor", numbers(material.attenuationColour()));
            if (material.attenuationDistanceM() < Float.POSITIVE_INFINITY) {
                volume.add("attenuationDistance", Json.value(material.attenuationDistanceM()));
            }
            extensions.add(VOLUME, volume);
        }
        if (material.clearcoat() > 0) {
            extensions.add(CLEARCOAT, new JsonObject().add("clearcoatFactor", Json.value(material.clearcoat()))
                    .add("clearcoatRoughnessFactor", Json.value(material.clearcoatRoughness())));
        }
        if (material.specular() != 1 || !isWhite(material.specularColour())) {
            extensions.add(SPECULAR, new JsonObject().add("specularFactor", Json.value(material.specular()))
                    .add("specularColorFactor", numbers(material.specularColour())));
        }
        if (!extensions.isEmpty()) {
            usedExtensions.addAll(extensions.names());
            json.add("extensions", extensions);
        }
        return json;
    }

    static GltfMaterial read(JsonObject json, String where) throws GlbFormatException {
        JsonObject pbr = JsonFields.object(json, "pbrMetallicRoughness", where);
        float[] baseColour = JsonFields.reals(pbr, "baseColorFactor", new float[] {1, 1, 1, 1}, where).clone();
        if (JsonFields.text(json, "alphaMode", "OPAQUE", where).equals("OPAQUE")) {
            baseColour[3] = 1;
        }
        JsonObject extensions = JsonFields.object(json, "extensions", where);
        JsonObject transmission = JsonFields.object(extensions, TRANSMISSION, where);
        JsonObject ior = JsonFields.object(extensions, IOR, where);
        JsonObject volume = JsonFields.object(extensions, VOLUME, where);
        JsonObject clearcoat = JsonFields.object(extensions, CLEARCOAT, where);
        JsonObject specular = JsonFields.object(extensions, SPECULAR, where);
        float attenuationDistanceM = JsonFields.real(volume, "attenuationDistance", Float.POSITIVE_INFINITY, where);
        if (!(attenuationDistanceM > 0)) {
            throw new GlbFormatException(Code.BAD_JSON, where + " has attenuationDistance " + attenuationDistanceM + ", expected more than 0");
        }
        return new GltfMaterial(JsonFields.text(json, "name", "", where), colour(baseColour, where), unit(pbr, "metallicFactor", 1, where),
                unit(pbr, "roughnessFactor", 1, where), unit(transmission, "transmissionFactor", 0, where),
                JsonFields.real(ior, "ior", DEFAULT_IOR, where), Math.max(0, JsonFields.real(volume, "thicknessFactor", 0, where)),
                colour(JsonFields.reals(volume, "attenuationColor", white(), where), where), attenuationDistanceM,
                unit(clearcoat, "clearcoatFactor", 0, where), unit(clearcoat, "clearcoatRoughnessFactor", 0, where),
                unit(specular, "specularFactor", 1, where), JsonFields.reals(specular, "specularColorFactor", white(), where),
                JsonFields.flag(json, "doubleSided", where));
    }

    private static float unit(JsonObject owner, String field, float fallback, String where) throws GlbFormatException {
        float value = JsonFields.real(owner, field, fallback, where);
        requireUnit(value, where + "." + field);
        return value;
    }

    private static float[] colour(float[] values, String where) throws GlbFormatException {
        for (float value : values) {
            requireUnit(value, where + " colour");
        }
        return values;
    }

    private static void requireUnit(float value, String where) throws GlbFormatException {
        if (!(value >= 0 && value <= 1)) {
            throw new GlbFormatException(Code.BAD_JSON, where + " is " + value + ", expected 0 to 1");
        }
    }

    static JsonArray numbers(float[] values) {
        JsonArray array = new JsonArray();
        for (float value : values) {
            array.add(value);
        }
        return array;
    }

    private static float[] white() {
        return new float[] {1, 1, 1};
    }

    private static boolean isWhite(float[] colour) {
        return colour[0] == 1 && colour[1] == 1 && colour[2] == 1;
    }
}
