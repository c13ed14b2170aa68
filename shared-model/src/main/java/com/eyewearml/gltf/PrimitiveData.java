package com.eyewearml.gltf;

/** Where a primitive's attributes and indices come from: accessors, or a compressed mesh. */
interface PrimitiveData {
    /** Whether the primitive has the attribute. */
    boolean has(String attribute);

    /** Components of an attribute the primitive has. */
    int components(String attribute) throws GlbFormatException;

    /** Finite values of an attribute the primitive has; {@code plainIntegers} says whether integers need not be normalised. */
    float[] floats(String attribute, int components, boolean plainIntegers) throws GlbFormatException;

    /** Indices below {@code vertexCount}; null where the vertices are drawn in their order. */
    int[] indices(int vertexCount) throws GlbFormatException;
}
