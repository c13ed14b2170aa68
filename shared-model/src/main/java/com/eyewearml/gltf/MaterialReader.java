package com.eyewearml.gltf;

import com.eclipsesource.json.JsonObject;
import com.eyewearml.gltf.GlbFormatException.Code;
import com.eyewearml.gltf.GltfMaterial.Alpha;
import com.eyewearml.gltf.GltfMaterial.Clearcoat;
import com.eyewearml.gltf.GltfMaterial.Iridescence;
import com.eyewearml.gltf.GltfMaterial.Specular;
import com.eyewearml.gltf.GltfMaterial.Transmission;

/** Reads a material and its extensions; what is absent takes the value glTF gives it. */
final class MaterialReader {
    private final JsonObject json;
    private final JsonObject extensions;
    private final String where;

    private MaterialReader(JsonObject json, String where) throws GlbFormatException {
        this.json = json;
        this.where = where;
        extensions = JsonFields.object(json, "extensions", where);
    }

    static GltfMaterial read(JsonObject json, int textureCount, String where) throws GlbFormatException {
        return new MaterialReader(json, where).material(textureCount);
    }

    private GltfMaterial material(int textureCount) throws GlbFormatException {
        JsonObject pbr = JsonFields.object(json, "pbrMetallicRoughness", where);
        return new GltfMaterial(JsonFields.text(json, "name", "", where),
                unitColour(pbr, "baseColorFactor", new float[] {1, 1, 1, 1}, where), unit(pbr, "metallicFactor", 1, where),
                unit(pbr, "roughnessFactor", 1, where), ior(), transmission(), clearcoat(), specular(), iridescence(), emission(),
                alpha(), JsonFields.flag(json, "doubleSided", where), MaterialTextures.read(json, textureCount, where));
    }

    private float ior() throws GlbFormatException {
        JsonObject extension = extension(Extensions.IOR);
        float ior = JsonFields.real(extension, "ior", GltfMaterial.DEFAULT_IOR, where);
        // The extension keeps 0 for materials converted from specular-glossiness, which reflect as their specular colour says.
        if (!(ior >= 1) && ior != 0) {
            throw outOfRange("ior", ior, "1 or more");
        }
        return ior;
    }

    private Transmission transmission() throws GlbFormatException {
        JsonObject volume = extension(Extensions.VOLUME);
        float distanceM = JsonFields.real(volume, "attenuationDistance", Float.POSITIVE_INFINITY, where);
        if (!(distanceM > 0)) {
            throw outOfRange("attenuationDistance", distanceM, "more than 0");
        }
        return new Transmission(unit(extension(Extensions.TRANSMISSION), "transmissionFactor", 0, where),
                atLeast(0, volume, "thicknessFactor", 0), unitColour(volume, "attenuationColor", white(), where), distanceM);
    }

    private Clearcoat clearcoat() throws GlbFormatException {
        JsonObject extension = extension(Extensions.CLEARCOAT);
        return new Clearcoat(unit(extension, "clearcoatFactor", 0, where), unit(extension, "clearcoatRoughnessFactor", 0, where));
    }

    private Specular specular() throws GlbFormatException {
        JsonObject extension = extension(Extensions.SPECULAR);
        return new Specular(unit(extension, "specularFactor", 1, where), colour(extension, "specularColorFactor", white()));
    }

    private Iridescence iridescence() throws GlbFormatException {
        JsonObject extension = extension(Extensions.IRIDESCENCE);
        Iridescence none = Iridescence.NONE;
        return new Iridescence(unit(extension, "iridescenceFactor", 0, where), atLeast(1, extension, "iridescenceIor", none.ior()),
                atLeast(0, extension, "iridescenceThicknessMinimum", none.thinnestNm()),
                atLeast(0, extension, "iridescenceThicknessMaximum", none.thickestNm()));
    }

    private float[] emission() throws GlbFormatException {
        float[] emission = unitColour(json, "emissiveFactor", new float[3], where);
        float strength = atLeast(0, extension(Extensions.EMISSIVE_STRENGTH), "emissiveStrength", 1);
        for (int c = 0; c < emission.length; c++) {
            emission[c] *= strength;
            if (!(emission[c] <= Float.MAX_VALUE)) {
                throw outOfRange("emissiveStrength", strength, "a number whose product with the emissive factor is finite");
            }
        }
        return emission;
    }

    private Alpha alpha() throws GlbFormatException {
        String mode = JsonFields.text(json, "alphaMode", "OPAQUE", where);
        return switch (mode) {
            case "OPAQUE" -> Alpha.OPAQUE;
            case "MASK" -> new Alpha(Alpha.Mode.MASK, atLeast(0, json, "alphaCutoff", 0.5f));
            case "BLEND" -> Alpha.BLEND;
            default -> throw new GlbFormatException(Code.BAD_JSON, where + ".alphaMode is \"" + mode + "\", expected OPAQUE, MASK or BLEND");
        };
    }

    private JsonObject extension(String name) throws GlbFormatException {
        return JsonFields.object(extensions, name, where);
    }

    private float atLeast(float least, JsonObject owner, String field, float fallback) throws GlbFormatException {
        float value = JsonFields.real(owner, field, fallback, where);
        if (!(value >= least)) {
            throw outOfRange(field, value, least + " or more");
        }
        return value;
    }

    private float[] colour(JsonObject owner, String field, float[] fallback) throws GlbFormatException {
        float[] values = JsonFields.reals(owner, field, fallback, where);
        for (float value : values) {
            if (!(value >= 0)) {
                throw outOfRange(field, value, "0 or more");
            }
        }
        return values;
    }

    private static float unit(JsonObject owner, String field, float fallback, String where) throws GlbFormatException {
        float value = JsonFields.real(owner, field, fallback, where);
        requireUnit(value, field, where);
        return value;
    }

    private static float[] unitColour(JsonObject owner, String field, float[] fallback, String where) throws GlbFormatException {
        float[] values = JsonFields.reals(owner, field, fallback, where);
        for (float value : values) {
            requireUnit(value, field, where);
        }
        return values;
    }

    private static void requireUnit(float value, String field, String where) throws GlbFormatException {
        if (!(value >= 0 && value <= 1)) {
            throw new GlbFormatException(Code.BAD_JSON, where + "." + field + " is " + value + ", expected 0 to 1");
        }
    }

    private GlbFormatException outOfRange(String field, float value, String expected) {
        return new GlbFormatException(Code.BAD_JSON, where + "." + field + " is " + value + ", expected " + expected);
    }

    private static float[] white() {
        return new float[] {1, 1, 1};
    }
}
