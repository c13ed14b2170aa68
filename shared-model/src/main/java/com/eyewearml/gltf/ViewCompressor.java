package com.eyewearml.gltf;

/** Compresses vertices and indices while a file is written (EXT_meshopt_compression); what reads them back is {@code gltf.meshopt}. */
public interface ViewCompressor {
    /** What a view holds. */
    enum Content {
        /** Three 32-bit floats. */
        POSITIONS,
        /** Three normalised 16-bit integers and 16 bits of nothing. */
        UNIT_VECTORS,
        /** Anything else about vertices, packed. */
        ATTRIBUTES,
        /** 16-bit or 32-bit indices of triangles. */
        TRIANGLES
    }

    /**
     * A compressed view.
     *
     * @param bytes  the stream
     * @param mode   ATTRIBUTES or TRIANGLES
     * @param filter NONE, OCTAHEDRAL or EXPONENTIAL
     */
    record Compressed(byte[] bytes, String mode, String filter) {
    }

    /**
     * The view as a stream.
     *
     * @param view   {@code count * stride} bytes, little-endian
     * @param count  elements
     * @param stride bytes of an element
     */
    Compressed compress(byte[] view, int count, int stride, Content content);
}
