package com.eyewearml.gltf;

/**
 * An image with the way it repeats. Filtering is always trilinear.
 *
 * @param image index into {@link GltfModel#images()}
 * @param wrapU beyond 0 to 1 along u
 * @param wrapV beyond 0 to 1 along v
 */
public record GltfTexture(int image, Wrap wrapU, Wrap wrapV) {
    /** How texture coordinates beyond 0 to 1 are taken. */
    public enum Wrap { REPEAT, MIRRORED_REPEAT, CLAMP_TO_EDGE }
}
