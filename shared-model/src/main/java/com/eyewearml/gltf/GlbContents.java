package com.eyewearml.gltf;

import java.util.List;

/**
 * What was read from a GLB file, and what was left.
 *
 * @param model             the part of the file that is understood
 * @param ignoredExtensions names of extensions the file uses but does not require, which were passed over; empty in files that are
 *                          understood in full
 */
public record GlbContents(GltfModel model, List<String> ignoredExtensions) {
    /** Copies the list. */
    public GlbContents {
        ignoredExtensions = List.copyOf(ignoredExtensions);
    }
}
