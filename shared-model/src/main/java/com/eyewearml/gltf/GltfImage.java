package com.eyewearml.gltf;

/**
 * An image file inside the GLB, still encoded.
 *
 * @param name      for people; may be empty
 * @param mediaType such as {@code image/jpeg}, {@code image/png}, {@code image/webp} or {@code image/ktx2}
 * @param bytes     the file
 */
public record GltfImage(String name, String mediaType, byte[] bytes) {
}
