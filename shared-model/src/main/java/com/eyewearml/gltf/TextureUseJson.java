package com.eyewearml.gltf;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eyewearml.gltf.GlbFormatException.Code;
import java.util.Arrays;
import java.util.Set;

/** A material's reference to a texture (glTF 2.0, section 5.30 textureInfo) with KHR_texture_transform, to and from JSON. */
final class TextureUseJson {
    private static final float[] IDENTITY = {1, 0, 0, 0, 1, 0};
    private static final float SHEAR_TOLERANCE = 1e-4f;
    private static final int MAX_COORDINATE_SETS = 16;

    private TextureUseJson() {
    }

    /** @param strengthField name of the field that scales the texture; empty where the slot has none */
    static TextureUse read(JsonObject json, String strengthField, int textureCount, String where) throws GlbFormatException {
        int texture = JsonFields.index(json, "index", textureCount, where);
        if (texture < 0) {
            throw new GlbFormatException(Code.BAD_JSON, where + " has no index");
        }
        JsonObject transform = JsonFields.object(JsonFields.object(json, "extensions", where), Extensions.TEXTURE_TRANSFORM, where);
        int set = JsonFields.integer(json, "texCoord", 0, 0, MAX_COORDINATE_SETS, where);
        set = JsonFields.integer(transform, "texCoord", set, 0, MAX_COORDINATE_SETS, where);
        float strength = strengthField.isEmpty() ? 1 : JsonFields.real(json, strengthField, 1, where);
        return new TextureUse(texture, set, strength, matrix(transform, where));
    }

    /** Offset · rotation · scale; the rotation is anticlockwise as seen on the image, whose v runs downwards. */
    private static float[] matrix(JsonObject json, String where) throws GlbFormatException {
        float[] offset = JsonFields.reals(json, "offset", new float[2], where);
        float[] scale = JsonFields.reals(json, "scale", new float[] {1, 1}, where);
        float rotation = JsonFields.real(json, "rotation", 0, where);
        if (rotation == 0) {
            return new float[] {scale[0], 0, offset[0], 0, scale[1], offset[1]};
        }
        float cos = (float) Math.cos(rotation);
        float sin = (float) Math.sin(rotation);
        return new float[] {cos * scale[0], sin * scale[1], offset[0], -sin * scale[0], cos * scale[1], offset[1]};
    }

    static JsonObject write(TextureUse use, String strengthField, Set<String> usedExtensions) {
        JsonObject json = new JsonObject().add("index", use.texture());
        if (use.texCoord() != 0) {
            json.add("texCoord", use.texCoord());
        }
        if (!strengthField.isEmpty() && use.strength() != 1) {
            json.add(strengthField, Json.value(use.strength()));
        }
        if (!Arrays.equals(use.transform(), IDENTITY)) {
            usedExtensions.add(Extensions.TEXTURE_TRANSFORM);
            json.add("extensions", new JsonObject().add(Extensions.TEXTURE_TRANSFORM, transform(use.transform())));
        }
        return json;
    }

    private static JsonObject transform(float[] m) {
        double scaleU = m[3] == 0 ? m[0] : Math.hypot(m[0], m[3]);
        double rotation = m[3] == 0 ? 0 : Math.atan2(-m[3], m[0]);
        double scaleV = scaleU == 0 ? Math.hypot(m[1], m[4]) : ((double) m[0] * m[4] - (double) m[1] * m[3]) / scaleU;
        double shear = (double) m[0] * m[1] + (double) m[3] * m[4];
        if (Math.abs(shear) > SHEAR_TOLERANCE * Math.max(1e-12, Math.abs(scaleU * scaleV))) {
            throw new IllegalArgumentException("a texture transform shears, which glTF cannot express; expected offset, rotation and scale");
        }
        JsonObject json = new JsonObject();
        if (m[2] != 0 || m[5] != 0) {
            json.add("offset", new JsonArray().add(m[2]).add(m[5]));
        }
        if (rotation != 0) {
            json.add("rotation", Json.value((float) rotation));
        }
        if (scaleU != 1 || scaleV != 1) {
            json.add("scale", new JsonArray().add((float) scaleU).add((float) scaleV));
        }
        return json;
    }
}
