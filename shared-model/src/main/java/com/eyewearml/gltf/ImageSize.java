package com.eyewearml.gltf;

/**
 * Size of an encoded picture, read from its header without decoding it.
 *
 * @param mediaType what the bytes are, whatever the file calls them
 * @param widthPx   as the header has it
 * @param heightPx  as the header has it
 */
public record ImageSize(String mediaType, int widthPx, int heightPx) {
    private static final String PNG = "image/png";
    private static final String JPEG = "image/jpeg";
    private static final String WEBP = "image/webp";
    private static final String KTX2 = "image/ktx2";
    private static final long PNG_MAGIC = 0x89504E470D0A1A0AL;
    private static final long KTX2_MAGIC = 0xAB4B5458203230BBL;
    private static final ImageSize UNKNOWN = new ImageSize("", 0, 0);

    /** Of a PNG, JPEG, WebP or KTX2 file; an empty media type and size where the bytes are none of these or end too early. */
    public static ImageSize of(byte[] bytes) {
        if (bytes.length < 30) {
            return UNKNOWN;
        }
        long magic = (long) big(bytes, 0, 4) << 32 | big(bytes, 4, 4) & 0xFFFFFFFFL;
        if (magic == PNG_MAGIC) {
            return new ImageSize(PNG, big(bytes, 16, 4), big(bytes, 20, 4));
        }
        if (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xD8) {
            return jpeg(bytes);
        }
        if (text(bytes, 0, "RIFF") && text(bytes, 8, "WEBP")) {
            return webp(bytes);
        }
        if (magic == KTX2_MAGIC) {
            return new ImageSize(KTX2, little(bytes, 20, 4), little(bytes, 24, 4));
        }
        return UNKNOWN;
    }

    /** Walks the segments up to the frame header (ITU-T T.81, annex B.2.2). */
    private static ImageSize jpeg(byte[] bytes) {
        int at = 2;
        while (at + 9 <= bytes.length && bytes[at] == (byte) 0xFF) {
            int marker = bytes[at + 1] & 0xFF;
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) {
                return new ImageSize(JPEG, big(bytes, at + 7, 2), big(bytes, at + 5, 2));
            }
            at += marker == 0xFF ? 1 : 2 + big(bytes, at + 2, 2);
        }
        return UNKNOWN;
    }

    /** Lossy, lossless and extended files (RFC 9649). */
    private static ImageSize webp(byte[] bytes) {
        if (text(bytes, 12, "VP8 ")) {
            return new ImageSize(WEBP, little(bytes, 26, 2) & 0x3FFF, little(bytes, 28, 2) & 0x3FFF);
        }
        if (text(bytes, 12, "VP8L")) {
            int bits = little(bytes, 21, 4);
            return new ImageSize(WEBP, (bits & 0x3FFF) + 1, (bits >>> 14 & 0x3FFF) + 1);
        }
        if (text(bytes, 12, "VP8X")) {
            return new ImageSize(WEBP, little(bytes, 24, 3) + 1, little(bytes, 27, 3) + 1);
        }
        return UNKNOWN;
    }

    private static boolean text(byte[] bytes, int at, String expected) {
        for (int i = 0; i < expected.length(); i++) {
            if (bytes[at + i] != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int big(byte[] bytes, int at, int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | bytes[at + i] & 0xFF;
        }
        return value;
    }

    private static int little(byte[] bytes, int at, int count) {
        int value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | bytes[at + i] & 0xFF;
        }
        return value;
    }
}
