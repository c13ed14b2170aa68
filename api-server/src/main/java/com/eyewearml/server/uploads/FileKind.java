package com.eyewearml.server.uploads;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What a file is, told by its first bytes and never by its name. */
public enum FileKind {
    /** Binary glTF 2.0. */
    GLB("model/gltf-binary", 64L << 20, "GLB"),
    /** PNG (ISO/IEC 15948). */
    PNG("image/png", 20L << 20, "PNG"),
    /** JPEG (ISO/IEC 10918). */
    JPEG("image/jpeg", 20L << 20, "JPEG"),
    /** WebP (RFC 9649). */
    WEBP("image/webp", 20L << 20, "WebP");

    /** Bytes that suffice to tell. */
    static final int HEAD_BYTES = 12;
    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private final String mediaType;
    private final long maxBytes;
    private final String displayName;

    FileKind(String mediaType, long maxBytes, String displayName) {
        this.mediaType = mediaType;
        this.maxBytes = maxBytes;
        this.displayName = displayName;
    }

    /** As servers name it. */
    public String mediaType() {
        return mediaType;
    }

    /** Most that a file of this kind may have. */
    public long maxBytes() {
        return maxBytes;
    }

    /** As people name it. */
    public String displayName() {
        return displayName;
    }

    /** The kind of a media type. */
    public static Optional<FileKind> ofMediaType(String mediaType) {
        return Arrays.stream(values()).filter(kind -> kind.mediaType.equals(mediaType)).findFirst();
    }

    /** The kind of a file that begins so. */
    static Optional<FileKind> of(byte[] head) {
        if (startsWith(head, 0, "glTF")) {
            return Optional.of(GLB);
        }
        if (head.length >= PNG_SIGNATURE.length && Arrays.equals(head, 0, PNG_SIGNATURE.length, PNG_SIGNATURE, 0, PNG_SIGNATURE.length)) {
            return Optional.of(PNG);
        }
        if (head.length >= 3 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xD8 && (head[2] & 0xFF) == 0xFF) {
            return Optional.of(JPEG);
        }
        return startsWith(head, 0, "RIFF") && startsWith(head, 8, "WEBP") ? Optional.of(WEBP) : Optional.empty();
    }

    private static boolean startsWith(byte[] head, int offset, String text) {
        byte[] expected = text.getBytes(StandardCharsets.US_ASCII);
        return head.length >= offset + expected.length
                && Arrays.equals(head, offset, offset + expected.length, expected, 0, expected.length);
    }
}
