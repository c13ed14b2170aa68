package com.eyewearml.gltf;

import com.eclipsesource.json.JsonObject;
import com.eyewearml.gltf.GlbFormatException.Code;
import java.util.List;

/** A primitive of KHR_draco_mesh_compression; its accessors only say what the values are. */
final class DracoData implements PrimitiveData {
    private final AccessorReader accessors;
    private final JsonObject declared;
    private final List<String> names;
    private final MeshDecompressor.Mesh mesh;
    private final String where;

    private DracoData(AccessorReader accessors, JsonObject declared, List<String> names, MeshDecompressor.Mesh mesh, String where) {
        this.accessors = accessors;
        this.declared = declared;
        this.names = names;
        this.mesh = mesh;
        this.where = where;
    }

    static DracoData of(AccessorReader accessors, BufferViews views, MeshDecompressor draco, JsonObject primitive, String where)
            throws GlbFormatException {
        String at = where + "." + Extensions.DRACO;
        JsonObject extension = JsonFields.object(JsonFields.object(primitive, "extensions", where), Extensions.DRACO, where);
        int view = JsonFields.index(extension, "bufferView", views.size(), at);
        JsonObject ids = JsonFields.object(extension, "attributes", at);
        JsonObject declared = JsonFields.object(primitive, "attributes", where);
        if (view < 0 || ids.isEmpty()) {
            throw new GlbFormatException(Code.BAD_JSON, at + " has no " + (view < 0 ? "bufferView" : "attributes"));
        }
        List<String> names = ids.names();
        int[] wanted = new int[names.size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = JsonFields.integer(ids, names.get(i), 0, 0, Integer.MAX_VALUE, at);
            int accessor = JsonFields.index(declared, names.get(i), accessors.size(), where);
            if (accessor < 0) {
                throw new GlbFormatException(Code.BAD_JSON, at + " has the attribute " + names.get(i) + ", which the primitive has not");
            }
            accessors.count(accessor);
        }
        BufferViews.Span span = views.span(view);
        MeshDecompressor.Mesh mesh = draco.decompress(span.data(), span.start(), span.length(), wanted, at);
        return new DracoData(accessors, declared, names, mesh, where);
    }

    @Override
    public boolean has(String attribute) {
        return names.contains(attribute);
    }

    @Override
    public int components(String attribute) {
        return attribute(attribute).components();
    }

    private MeshDecompressor.Attribute attribute(String name) {
        return mesh.attributes()[names.indexOf(name)];
    }

    @Override
    public float[] floats(String name, int components, boolean plainIntegers) throws GlbFormatException {
        MeshDecompressor.Attribute attribute = attribute(name);
        if (attribute.components() != components) {
            throw new GlbFormatException(Code.BAD_COMPRESSION, where + " has " + attribute.components() + " components of " + name
                    + ", expected " + components);
        }
        float largest = attribute.normalised() ? 1 : accessors.largestNormalised(JsonFields.index(declared, name, accessors.size(), where));
        float[] values = attribute.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = largest == 1 ? values[i] : Math.max(values[i] / largest, -1);
            if (!(Math.abs(values[i]) <= Float.MAX_VALUE)) {
                throw new GlbFormatException(Code.BAD_COMPRESSION, where + " holds a value of " + name + " that is not finite");
            }
        }
        return values;
    }

    @Override
    public int[] indices(int vertexCount) throws GlbFormatException {
        for (int index : mesh.indices()) {
            if (index < 0 || index >= vertexCount) {
                throw new GlbFormatException(Code.BAD_COMPRESSION, where + " refers to vertex " + index + " of " + vertexCount);
            }
        }
        return mesh.indices();
    }
}
