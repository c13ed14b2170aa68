package com.eyewearml.server.assets;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Bytes to deliver, known by their hash.
 *
 * @param bytes     uncompressed; not to be changed
 * @param mediaType with its parameters
 * @param sha256    of the bytes, 64 hexadecimal digits
 * @param effort    how hard to compress
 */
public record Content(byte[] bytes, String mediaType, String sha256, Effort effort) {
    /** Time spent on compressing against bytes saved. */
    public enum Effort {
        /** Already compressed: delivered as it is. */
        NONE,
        /** Compressed while a client waits. */
        QUICK,
        /** Compressed once per release. */
        THOROUGH
    }

    /** Content of these bytes. */
    public static Content of(byte[] bytes, String mediaType, Effort effort) {
        return new Content(bytes, mediaType, HexFormat.of().formatHex(newSha256().digest(bytes)), effort);
    }

    static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
