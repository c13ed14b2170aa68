package com.eyewearml.imports.draco;

/**
 * Functions of Draco's WebAssembly decoder under the names that Emscripten shortened them to in this build; a test compares them with
 * the JavaScript wrapper that comes with it.
 */
enum DracoExport {
    START("f", ""),
    MALLOC("Qb", "malloc"),
    FREE("Rb", "free"),
    DECODER_NEW("Ja", "Decoder_Decoder_0"),
    DECODER_DECODE("La", "Decoder_DecodeArrayToMesh_3"),
    DECODER_ATTRIBUTE("Qa", "Decoder_GetAttributeByUniqueId_2"),
    DECODER_TRIANGLES("Wa", "Decoder_GetTrianglesUInt32Array_3"),
    DECODER_VALUES("eb", "Decoder_GetAttributeDataArrayForAllPoints_5"),
    MESH_NEW("P", "Mesh_Mesh_0"),
    MESH_FACES("Q", "Mesh_num_faces_0"),
    MESH_POINTS("S", "Mesh_num_points_0"),
    ATTRIBUTE_DATA_TYPE("u", "PointAttribute_data_type_0"),
    ATTRIBUTE_COMPONENTS("v", "PointAttribute_num_components_0"),
    ATTRIBUTE_NORMALISED("w", "PointAttribute_normalized_0"),
    STATUS_OK("X", "Status_ok_0"),
    STATUS_MESSAGE("Y", "Status_error_msg_0");

    private final String exported;
    private final String function;

    DracoExport(String exported, String function) {
        this.exported = exported;
        this.function = function;
    }

    String exported() {
        return exported;
    }

    /** The end of the name in the wrapper; empty for what the wrapper does not name. */
    String function() {
        return function;
    }
}
