package com.eyewearml.gltf;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eyewearml.gltf.GlbFormatException.Code;
import com.eyewearml.gltf.GltfMaterial.Alpha;
import com.eyewearml.gltf.GltfMaterial.Clearcoat;
import com.eyewearml.gltf.GltfMaterial.Iridescence;
import com.eyewearml.gltf.GltfMaterial.Specular;
import com.eyewearml.gltf.GltfMaterial.Transmission;
import java.util.Map;
import java.util.Set;

/** Materials to and from glTF JSON, both directions side by side so that they stay the same. Values at their default are left out. */
final class MaterialJson {
    private static final String TRANSMISSION = "KHR_materials_transmission";
    private static final String IOR = "KHR_materials_ior";
    private static final String VOLUME = "KHR_materials_volume";
    private static final String CLEARCOAT = "KHR_materials_clearcoat";
    private static final String SPECULAR = "KHR_materials_specular";

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
        if (material.alpha().mode() != Alpha.Mode.OPAQUE) {
            json.add("alphaMode", material.alpha().mode().name());
        }
        if (material.doubleSided()) {
            json.add("doubleSided", true);
        }
        JsonObject extensions = new JsonObject();
        Transmission transmission = material.transmission();
        if (transmission.factor() > 0) {
            extensions.add(TRANSMISSION, new JsonObject().add("transmissionFactor", Json.value(transmission.factor())));
        }
        if (material.ior() != GltfMaterial.DEFAULT_IOR) {
            extensions.add(IOR, new JsonObject().add("ior", Json.value(material.ior())));
        }
        if (transmission.thicknessM() > 0) {
            JsonObject volume = new JsonObject().add("thicknessFactor", Json.value(transmission.thicknessM()))
                    .add("attenuationColor", numbers(transmission.attenuationColour()));
            if (transmission.attenuationDistanceM() < Float.POSITIVE_INFINITY) {
                volume.add("attenuationDistance", Json.value(transmission.attenuationDistanceM()));
            }
            extensions.add(VOLUME, volume);
        }
        if (material.clearcoat().factor() > 0) {
            extensions.add(CLEARCOAT, new JsonObject().add("clearcoatFactor", Json.value(material.clearcoat().factor()))
                    .add("clearcoatRoughnessFactor", Json.value(material.clearcoat().roughness())));
        }
        if (material.specular().factor() != 1 || !isWhite(material.specular().colour())) {
            extensions.add(SPECULAR, new JsonObject().add("specularFactor", Json.value(material.specular().factor()))
                    .add("specularColorFactor", numbers(material.specular().colour())));
        }
        if (!extensions.isEmpty()) {
            usedExtensions.addAll(extensions.names());
            json.add("extensions", extensions);
        }
        return json;
    }

    static GltfMaterial read(JsonObject json, String where) throws GlbFormatException {
        JsonObject pbr = JsonFields.object(json, "pbrMetallicRoughness", where);
        float[] baseColour = JsonFields.reals(pbr, "baseColorFactor", new float[] {1, 1, 1, 1}, where);
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
                unit(pbr, "roughnessFactor", 1, where), JsonFields.real(ior, "ior", GltfMaterial.DEFAULT_IOR, where),
                new Transmission(unit(transmission, "transmissionFactor", 0, where),
                        Math.max(0, JsonFields.real(volume, "thicknessFactor", 0, where)),
                        colour(JsonFields.reals(volume, "attenuationColor", white(), where), where), attenuationDistanceM),
                new Clearcoat(unit(clearcoat, "clearcoatFactor", 0, where), unit(clearcoat, "clearcoatRoughnessFactor", 0, where)),
                new Specular(unit(specular, "specularFactor", 1, where), JsonFields.reals(specular, "specularColorFactor", white(), where)),
                Iridescence.NONE, new float[3], alpha(json, where), JsonFields.flag(json, "doubleSided", where), Map.of());
    }

    private static Alpha alpha(JsonObject json, String where) throws GlbFormatException {
        String mode = JsonFields.text(json, "alphaMode", "OPAQUE", where);
        return switch (mode) {
            case "OPAQUE" -> Alpha.OPAQUE;
            case "MASK" -> new Alpha(Alpha.Mode.MASK, JsonFields.real(json, "alphaCutoff", 0.5f, where));
            case "BLEND" -> Alpha.BLEND;
            default -> throw new GlbFormatException(Code.BAD_JSON, where + ".alphaMode is \"" + mode + "\", expected OPAQUE, MASK or BLEND");
        };
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
