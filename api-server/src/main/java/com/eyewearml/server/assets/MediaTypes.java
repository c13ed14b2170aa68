package com.eyewearml.server.assets;

import com.eyewearml.server.assets.Content.Effort;
import java.util.Map;

/** Media types of the files we deliver, by extension. */
final class MediaTypes {
    private record Kind(String mediaType, Effort effort) { }

    private static final Map<String, Kind> BY_EXTENSION = Map.ofEntries(
            text("js", "text/javascript"), text("css", "text/css"), text("ts", "text/plain"), text("html", "text/html"),
            text("json", "application/json"), text("svg", "image/svg+xml"),
            Map.entry("wasm", new Kind("application/wasm", Effort.THOROUGH)),
            Map.entry("ewml", new Kind("application/octet-stream", Effort.THOROUGH)),
            Map.entry("ewhd", new Kind("application/octet-stream", Effort.THOROUGH)),
            Map.entry("ewev", new Kind("application/octet-stream", Effort.THOROUGH)),
            Map.entry("bin", new Kind("application/octet-stream", Effort.THOROUGH)),
            Map.entry("glb", new Kind("model/gltf-binary", Effort.THOROUGH)),
            Map.entry("png", new Kind("image/png", Effort.NONE)),
            Map.entry("jpg", new Kind("image/jpeg", Effort.NONE)),
            Map.entry("webp", new Kind("image/webp", Effort.NONE)),
            Map.entry("webm", new Kind("video/webm", Effort.NONE)),
            Map.entry("mp4", new Kind("video/mp4", Effort.NONE)),
            Map.entry("woff2", new Kind("font/woff2", Effort.NONE)));

    private MediaTypes() { }

    private static Map.Entry<String, Kind> text(String extension, String mediaType) {
        return Map.entry(extension, new Kind(mediaType + "; charset=utf-8", Effort.THOROUGH));
    }

    /** Whether files of that name are delivered at all. */
    static boolean known(String fileName) {
        return BY_EXTENSION.containsKey(extension(fileName));
    }

    static Content content(String fileName, byte[] bytes) {
        Kind kind = BY_EXTENSION.get(extension(fileName));
        return Content.of(bytes, kind.mediaType(), kind.effort());
    }

    private static String extension(String fileName) {
        return fileName.substring(fileName.lastIndexOf('.') + 1);
    }
}
