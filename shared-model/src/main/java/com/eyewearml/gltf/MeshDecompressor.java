package com.eyewearml.gltf;

/** Decompresses meshes of KHR_draco_mesh_compression for {@link GlbReader}; the browser goes without. */
public interface MeshDecompressor {
    /**
     * A decompressed mesh.
     *
     * @param pointCount vertices
     * @param indices    three for each triangle, each below {@code pointCount}
     * @param attributes in the order of the ids asked for
     */
    record Mesh(int pointCount, int[] indices, Attribute[] attributes) {
    }

    /**
     * One attribute of all vertices.
     *
     * @param components values of a vertex
     * @param values     floats, or integers as they are
     * @param normalised whether integers were mapped to [0, 1] or [-1, 1] already
     */
    record Attribute(int components, float[] values, boolean normalised) {
    }

    /**
     * The mesh in a stream.
     *
     * @param data         holds the stream
     * @param start        its first byte
     * @param length       its length
     * @param attributeIds unique ids of the attributes wanted
     * @param where        names the mesh in messages
     * @throws GlbFormatException {@link GlbFormatException.Code#BAD_COMPRESSION} or {@code TOO_LARGE}
     */
    Mesh decompress(byte[] data, int start, int length, int[] attributeIds, String where) throws GlbFormatException;
}
