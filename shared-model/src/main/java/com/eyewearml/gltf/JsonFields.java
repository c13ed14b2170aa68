package com.eyewearml.gltf;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eyewearml.gltf.GlbFormatException.Code;

/** Typed access to the fields of a JSON object; every departure from the expected type is a {@link GlbFormatException}. */
final class JsonFields {
    private static final JsonArray NO_ARRAY = new JsonArray();
    private static final JsonObject NO_OBJECT = new JsonObject();

    private JsonFields() {
    }

    /** The object itself; {@code where} names it in the message. */
    static JsonObject asObject(JsonValue value, String where) throws GlbFormatException {
        if (!value.isObject()) {
            throw new GlbFormatException(Code.BAD_JSON, where + " is not a JSON object");
        }
        return value.asObject();
    }

    /** An object field, or an empty object where there is none. */
    static JsonObject object(JsonObject owner, String field, String where) throws GlbFormatException {
        JsonValue value = owner.get(field);
        return value == null ? NO_OBJECT : asObject(value, where + "." + field);
    }

    /** An array field, or an empty array where there is none. */
    static JsonArray array(JsonObject owner, String field, String where) throws GlbFormatException {
        JsonValue value = owner.get(field);
        if (value == null) {
            return NO_ARRAY;
        }
        if (!value.isArray()) {
            throw new GlbFormatException(Code.BAD_JSON, where + "." + field + " is not an array");
        }
        return value.asArray();
    }

    /** A text field, or the fallback. */
    static String text(JsonObject owner, String field, String fallback, String where) throws GlbFormatException {
        JsonValue value = owner.get(field);
        if (value == null) {
            return fallback;
        }
        if (!value.isString()) {
            throw new GlbFormatException(Code.BAD_JSON, where + "." + field + " is not a string");
        }
        return value.asString();
    }

    /** A truth value, or false. */
    static boolean flag(JsonObject owner, String field, String where) throws GlbFormatException {
        JsonValue value = owner.get(field);
        if (value == null) {
            return false;
        }
        if (!value.isBoolean()) {
            throw new GlbFormatException(Code.BAD_JSON, where + "." + field + " is not true or false");
        }
        return value.asBoolean();
    }

    /** A whole number from {@code min} to {@code max}, or the fallback. */
    static int integer(JsonObject owner, String field, int fallback, int min, int max, String where) throws GlbFormatException {
        JsonValue value = owner.get(field);
        return value == null ? fallback : integer(value, min, max, where + "." + field);
    }

    /** A whole number from {@code min} to {@code max}. */
    static int integer(JsonValue value, int min, int max, String where) throws GlbFormatException {
        double number = number(value, where);
        if (number != Math.rint(number) || number < min || number > max) {
            throw new GlbFormatException(Code.BAD_JSON,
                    where + " is " + value + ", expected a whole number from " + min + " to " + max);
        }
        return (int) number;
    }

    /** An index below {@code size}, or -1 where the field is absent. */
    static int index(JsonObject owner, String field, int size, String where) throws GlbFormatException {
        JsonValue value = owner.get(field);
        return value == null ? -1 : index(value, size, where + "." + field);
    }

    /** An index below {@code size}. */
    static int index(JsonValue value, int size, String where) throws GlbFormatException {
        double number = number(value, where);
        if (number != Math.rint(number) || number < 0 || number >= size) {
            throw new GlbFormatException(Code.BAD_JSON, where + " is " + value + ", expected an index below " + size);
        }
        return (int) number;
    }

    /** A finite number that fits a float, or the fallback. */
    static float real(JsonObject owner, String field, float fallback, String where) throws GlbFormatException {
        JsonValue value = owner.get(field);
        return value == null ? fallback : (float) number(value, where + "." + field);
    }

    /** An array of exactly as many numbers as the fallback has, or the fallback. */
    static float[] reals(JsonObject owner, String field, float[] fallback, String where) throws GlbFormatException {
        if (owner.get(field) == null) {
            return fallback;
        }
        JsonArray array = array(owner, field, where);
        if (array.size() != fallback.length) {
            throw new GlbFormatException(Code.BAD_JSON,
                    where + "." + field + " has " + array.size() + " numbers, expected " + fallback.length);
        }
        float[] values = new float[fallback.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) number(array.get(i), where + "." + field + "[" + i + "]");
        }
        return values;
    }

    private static double number(JsonValue value, String where) throws GlbFormatException {
        double number = value.isNumber() ? value.asDouble() : Double.NaN;
        if (!(Math.abs(number) <= Float.MAX_VALUE)) {
            throw new GlbFormatException(Code.BAD_JSON, where + " is " + value + ", expected a finite number");
        }
        return number;
    }
}
