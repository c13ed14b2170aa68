package com.eyewearml.gltf;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eyewearml.gltf.GltfMaterial.Alpha;
import com.eyewearml.gltf.GltfMaterial.Iridescence;
import com.eyewearml.gltf.GltfMaterial.Transmission;
import java.util.Set;

/** Writes a material and the extensions it needs; values at their default are left out. */
final class MaterialWriter {
    private MaterialWriter() {
    }

    static JsonObject write(GltfMaterial material, Set<String> usedExtensions) {
        JsonObject pbr = new JsonObject().add("baseColorFactor", numbers(material.baseColour()))
                .add("metallicFactor", Json.value(material.metallic())).add("roughnessFactor", Json.value(material.roughness()));
        JsonObject json = new JsonObject().add("name", material.name()).add("pbrMetallicRoughness", pbr);
        Alpha alpha = material.alpha();
        if (alpha.mode() != Alpha.Mode.OPAQUE) {
            json.add("alphaMode", alpha.mode().name());
        }
        if (alpha.mode() == Alpha.Mode.MASK && alpha.cutoff() != 0.5f) {
            json.add("alphaCutoff", Json.value(alpha.cutoff()));
        }
        if (material.doubleSided()) {
            json.add("doubleSided", true);
        }
        JsonObject extensions = new JsonObject();
        emission(material.emission(), json, extensions);
        medium(material, extensions);
        coats(material, extensions);
        MaterialTextures.write(material.textures(), json, extensions, usedExtensions);
        if (!extensions.isEmpty()) {
            usedExtensions.addAll(extensions.names());
            json.add("extensions", extensions);
        }
        return json;
    }

    private static void emission(float[] emission, JsonObject json, JsonObject extensions) {
        float strength = Math.max(1, Math.max(emission[0], Math.max(emission[1], emission[2])));
        if (emission[0] > 0 || emission[1] > 0 || emission[2] > 0) {
            json.add("emissiveFactor", numbers(new float[] {emission[0] / strength, emission[1] / strength, emission[2] / strength}));
        }
        if (strength > 1) {
            extensions.add(Extensions.EMISSIVE_STRENGTH, new JsonObject().add("emissiveStrength", Json.value(strength)));
        }
    }

    private static void medium(GltfMaterial material, JsonObject extensions) {
        Transmission transmission = material.transmission();
        if (transmission.factor() > 0) {
            extensions.add(Extensions.TRANSMISSION, new JsonObject().add("transmissionFactor", Json.value(transmission.factor())));
        }
        if (material.ior() != GltfMaterial.DEFAULT_IOR) {
            extensions.add(Extensions.IOR, new JsonObject().add("ior", Json.value(material.ior())));
        }
        if (transmission.thicknessM() > 0) {
            JsonObject volume = new JsonObject().add("thicknessFactor", Json.value(transmission.thicknessM()))
                    .add("attenuationColor", numbers(transmission.attenuationColour()));
            if (transmission.attenuationDistanceM() < Float.POSITIVE_INFINITY) {
                volume.add("attenuationDistance", Json.value(transmission.attenuationDistanceM()));
            }
            extensions.add(Extensions.VOLUME, volume);
        }
    }

    private static void coats(GltfMaterial material, JsonObject extensions) {
        if (material.clearcoat().factor() > 0) {
            extensions.add(Extensions.CLEARCOAT, new JsonObject().add("clearcoatFactor", Json.value(material.clearcoat().factor()))
                    .add("clearcoatRoughnessFactor", Json.value(material.clearcoat().roughness())));
        }
        float[] specular = material.specular().colour();
        if (material.specular().factor() != 1 || specular[0] != 1 || specular[1] != 1 || specular[2] != 1) {
            extensions.add(Extensions.SPECULAR, new JsonObject().add("specularFactor", Json.value(material.specular().factor()))
                    .add("specularColorFactor", numbers(specular)));
        }
        Iridescence film = material.iridescence();
        if (film.factor() > 0) {
            extensions.add(Extensions.IRIDESCENCE, new JsonObject().add("iridescenceFactor", Json.value(film.factor()))
                    .add("iridescenceIor", Json.value(film.ior()))
                    .add("iridescenceThicknessMinimum", Json.value(film.thinnestNm()))
                    .add("iridescenceThicknessMaximum", Json.value(film.thickestNm())));
        }
    }

    static JsonArray numbers(float[] values) {
        JsonArray array = new JsonArray();
        for (float value : values) {
            array.add(value);
        }
        return array;
    }
}
