package com.eyewearml.server.pictures;

import java.util.Arrays;
import java.util.Optional;

/** Formats that pictures are delivered in, best first. The names are those in the database. */
public enum PictureFormat {
    /** AV1 in HEIF; of opaque pictures. */
    AVIF("image/avif", "avif"),
    /** WebP, with transparency. */
    WEBP("image/webp", "webp"),
    /** JPEG, over white. */
    JPEG("image/jpeg", "jpg");

    private final String mediaType;
    private final String extension;

    PictureFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** As servers name it. */
    public String mediaType() {
        return mediaType;
    }

    /** As files end, without a dot. */
    public String extension() {
        return extension;
    }

    static Optional<PictureFormat> ofExtension(String extension) {
        return Arrays.stream(values()).filter(format -> format.extension.equals(extension)).findFirst();
    }
}
