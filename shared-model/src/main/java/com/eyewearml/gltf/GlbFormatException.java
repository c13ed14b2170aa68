package com.eyewearml.gltf;

/** A GLB file that cannot be used; the message says what was wrong, where, and what was expected. */
public final class GlbFormatException extends Exception {
    /** What is wrong, stable for callers. */
    public enum Code {
        /** The file ends before something it announces. */
        TRUNCATED,
        /** The file does not start with the GLB magic, or its chunks are not those of a GLB. */
        NOT_GLB,
        /** Another container or glTF version than 2. */
        WRONG_VERSION,
        /** The JSON chunk is not JSON, or not the JSON that glTF asks for. */
        BAD_JSON,
        /** An accessor or buffer view points outside its buffer, is misaligned, or has a wrong type or value. */
        BAD_ACCESSOR,
        /** A compressed view does not decompress, or not to what it announces. */
        BAD_COMPRESSION,
        /** A texture is not a picture, or not of a kind that can be drawn. */
        BAD_IMAGE,
        /** The file requires an extension this reader does not know. */
        UNSUPPORTED_EXTENSION,
        /** The file uses a part of glTF this reader leaves out: other files as buffers or pictures, transforms that shear. */
        UNSUPPORTED_FEATURE,
        /** More bytes, nodes or vertices than accepted. */
        TOO_LARGE
    }

    private final Code code;

    /** @param message what was wrong, where, what was expected */
    public GlbFormatException(Code code, String message) {
        super(message);
        this.code = code;
    }

    /** What is wrong. */
    public Code code() {
        return code;
    }
}
