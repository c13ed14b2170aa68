package com.eyewearml.imports.draco;

import com.eyewearml.gltf.GlbFormatException;
import com.eyewearml.gltf.GlbFormatException.Code;
import com.eyewearml.gltf.GlbReader;
import com.eyewearml.gltf.MeshDecompressor.Attribute;
import com.eyewearml.gltf.MeshDecompressor.Mesh;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** One Draco mesh, decompressed by a decoder of its own. */
final class DracoMesh {
    private static final int MAX_COMPONENTS = 4;
    /** draco::DataType. */
    private static final int FLOAT32 = 9;

    private final DracoModule draco = DracoModule.start();
    private final String where;
    private final long maxElements;

    /** @param maxElements most vertices and indices together */
    DracoMesh(String where, long maxElements) {
        this.where = where;
        this.maxElements = maxElements;
    }

    Mesh read(byte[] data, int start, int length, int[] attributeIds) throws GlbFormatException {
        int stream = draco.allocated(length);
        draco.memory().write(stream, data, start, length);
        int decoder = draco.call(DracoExport.DECODER_NEW);
        int mesh = draco.call(DracoExport.MESH_NEW);
        int status = draco.call(DracoExport.DECODER_DECODE, decoder, stream, length, mesh);
        if (draco.call(DracoExport.STATUS_OK, status) == 0) {
            throw bad("cannot be decompressed: " + draco.memory().readCString(draco.call(DracoExport.STATUS_MESSAGE, status)).strip());
        }
        int points = draco.call(DracoExport.MESH_POINTS, mesh);
        int faces = draco.call(DracoExport.MESH_FACES, mesh);
        if (points < 1 || faces < 1) {
            throw bad("holds no triangles");
        }
        if (points + 3L * faces > maxElements) {
            throw new GlbFormatException(Code.TOO_LARGE, where + " has " + points + " vertices and " + faces + " triangles, which takes the model over "
                    + GlbReader.MAX_ELEMENTS + " vertices and indices; simplify the model");
        }
        Attribute[] attributes = new Attribute[attributeIds.length];
        for (int i = 0; i < attributes.length; i++) {
            attributes[i] = attribute(decoder, mesh, attributeIds[i], points);
        }
        return new Mesh(points, indices(decoder, mesh, faces), attributes);
    }

    private int[] indices(int decoder, int mesh, int faces) throws GlbFormatException {
        int bytes = 12 * faces;
        int at = draco.allocated(bytes);
        if (draco.call(DracoExport.DECODER_TRIANGLES, decoder, mesh, bytes, at) == 0) {
            throw bad("does not give its triangles");
        }
        int[] indices = new int[3 * faces];
        ByteBuffer.wrap(draco.memory().readBytes(at, bytes)).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(indices);
        draco.call(DracoExport.FREE, at);
        return indices;
    }

    private Attribute attribute(int decoder, int mesh, int id, int points) throws GlbFormatException {
        int attribute = draco.call(DracoExport.DECODER_ATTRIBUTE, decoder, mesh, id);
        if (attribute == 0) {
            throw bad("has no attribute of the id " + id);
        }
        int components = draco.call(DracoExport.ATTRIBUTE_COMPONENTS, attribute);
        if (components < 1 || components > MAX_COMPONENTS) {
            throw bad("has " + components + " components of attribute " + id + ", expected 1 to " + MAX_COMPONENTS);
        }
        int bytes = 4 * points * components;
        int at = draco.allocated(bytes);
        if (draco.call(DracoExport.DECODER_VALUES, decoder, mesh, attribute, FLOAT32, bytes, at) == 0) {
            throw bad("does not give the values of attribute " + id);
        }
        float[] values = new float[points * components];
        ByteBuffer.wrap(draco.memory().readBytes(at, bytes)).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        draco.call(DracoExport.FREE, at);
        boolean mapped = draco.call(DracoExport.ATTRIBUTE_DATA_TYPE, attribute) == FLOAT32
                || draco.call(DracoExport.ATTRIBUTE_NORMALISED, attribute) != 0;
        return new Attribute(components, values, mapped);
    }

    private GlbFormatException bad(String message) {
        return new GlbFormatException(Code.BAD_COMPRESSION, where + " " + message);
    }
}
