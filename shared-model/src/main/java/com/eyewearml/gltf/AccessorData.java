package com.eyewearml.gltf;

import com.eclipsesource.json.JsonObject;

/** A primitive that lies in accessors. */
record AccessorData(AccessorReader accessors, JsonObject primitive, JsonObject attributes, String where) implements PrimitiveData {
    static AccessorData of(AccessorReader accessors, JsonObject primitive, String where) throws GlbFormatException {
        return new AccessorData(accessors, primitive, JsonFields.object(primitive, "attributes", where), where);
    }

    @Override
    public boolean has(String attribute) {
        return attributes.get(attribute) != null;
    }

    @Override
    public int components(String attribute) throws GlbFormatException {
        return accessors.components(index(attribute));
    }

    @Override
    public float[] floats(String attribute, int components, boolean plainIntegers) throws GlbFormatException {
        return accessors.floats(index(attribute), components, plainIntegers);
    }

    @Override
    public int[] indices(int vertexCount) throws GlbFormatException {
        int index = JsonFields.index(primitive, "indices", accessors.size(), where);
        return index < 0 ? null : accessors.indices(index, vertexCount);
    }

    private int index(String attribute) throws GlbFormatException {
        return JsonFields.index(attributes, attribute, accessors.size(), where);
    }
}
