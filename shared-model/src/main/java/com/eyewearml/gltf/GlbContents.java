package com.eyewearml.gltf;

import java.util.List;
import java.util.Set;

/**
 * What was read from a GLB file, and what was left.
 *
 * @param model             the part of the file that is understood
 * @param ignoredExtensions names of extensions the file uses but does not require, which were passed over
 * @param leftOut           other parts of the file that were passed over; like the names, empty in files that are understood in full
 */
public record GlbContents(GltfModel model, List<String> ignoredExtensions, Set<LeftOut> leftOut) {
    /** Copies the list and the set. */
    public GlbContents {
        ignoredExtensions = List.copyOf(ignoredExtensions);
        leftOut = leftOut.isEmpty() ? Set.of() : Set.copyOf(leftOut);
    }
}
