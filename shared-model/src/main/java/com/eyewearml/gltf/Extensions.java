package com.eyewearml.gltf;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eyewearml.gltf.GlbFormatException.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The glTF extensions that are read and written. */
final class Extensions {
    static final String TRANSMISSION = "KHR_materials_transmission";
    static final String IOR = "KHR_materials_ior";
    static final String VOLUME = "KHR_materials_volume";
    static final String CLEARCOAT = "KHR_materials_clearcoat";
    static final String SPECULAR = "KHR_materials_specular";
    static final String IRIDESCENCE = "KHR_materials_iridescence";
    static final String EMISSIVE_STRENGTH = "KHR_materials_emissive_strength";
    static final String VARIANTS = "KHR_materials_variants";
    static final String TEXTURE_TRANSFORM = "KHR_texture_transform";
    static final String QUANTIZATION = "KHR_mesh_quantization";
    static final String MESHOPT = "EXT_meshopt_compression";
    static final String BASISU = "KHR_texture_basisu";
    static final String DRACO = "KHR_draco_mesh_compression";
    static final String WEBP = "EXT_texture_webp";

    private static final Set<String> KNOWN = Set.of(TRANSMISSION, IOR, VOLUME, CLEARCOAT, SPECULAR, IRIDESCENCE, EMISSIVE_STRENGTH,
            VARIANTS, TEXTURE_TRANSFORM, QUANTIZATION, MESHOPT, BASISU, WEBP);
    private static final int MAX_NAMES = 200;

    private Extensions() {
    }

    /** Refuses a file that cannot be shown without an extension that is not known; {@code draco} says whether that one is. */
    static void requireKnown(JsonObject root, boolean draco) throws GlbFormatException {
        for (String name : names(root, "extensionsRequired")) {
            if (!KNOWN.contains(name) && !(draco && name.equals(DRACO))) {
                throw new GlbFormatException(Code.UNSUPPORTED_EXTENSION, "the file requires the extension " + name
                        + ", which is not supported; export it without");
            }
        }
    }

    /** Extensions the file uses, but can be shown without, and that are not known. */
    static List<String> ignored(JsonObject root, boolean draco) throws GlbFormatException {
        List<String> ignored = new ArrayList<>(names(root, "extensionsUsed"));
        ignored.removeIf(name -> KNOWN.contains(name) || draco && name.equals(DRACO));
        return ignored;
    }

    private static List<String> names(JsonObject root, String field) throws GlbFormatException {
        JsonArray array = JsonFields.array(root, field, "glTF");
        if (array.size() > MAX_NAMES) {
            throw new GlbFormatException(Code.TOO_LARGE, field + " has " + array.size() + " entries, at most " + MAX_NAMES + " are accepted");
        }
        List<String> names = new ArrayList<>();
        for (JsonValue value : array) {
            if (!value.isString()) {
                throw new GlbFormatException(Code.BAD_JSON, field + " holds " + value + ", expected names of extensions");
            }
            names.add(value.asString());
        }
        return names;
    }
}
