package com.eyewearml.gltf;

import com.eyewearml.gltf.GlbFormatException.Code;

/**
 * Where the two chunks of a GLB lie in the file (glTF 2.0, section 4.4).
 *
 * @param jsonStart    first byte of the JSON text
 * @param jsonLength   its length
 * @param binaryStart  first byte of the binary data; the end of the file where there is none
 * @param binaryLength its length; 0 where there is none
 */
record GlbContainer(int jsonStart, int jsonLength, int binaryStart, int binaryLength) {
    static GlbContainer of(byte[] file) throws GlbFormatException {
        if (file.length > GlbReader.MAX_FILE_BYTES) {
            throw new GlbFormatException(Code.TOO_LARGE,
                    "the file has " + file.length + " bytes, at most " + GlbReader.MAX_FILE_BYTES + " are accepted");
        }
        if (file.length < 4 || intAt(file, 0) != GlbWriter.MAGIC) {
            throw new GlbFormatException(Code.NOT_GLB, "the file does not start with \"glTF\"; expected a binary glTF 2.0 file (.glb)");
        }
        if (file.length < GlbWriter.HEADER_BYTES) {
            throw new GlbFormatException(Code.TRUNCATED, "the file ends inside its header, after " + file.length + " bytes");
        }
        if (intAt(file, 4) != 2) {
            throw new GlbFormatException(Code.WRONG_VERSION, "GLB version is " + (intAt(file, 4) & 0xFFFFFFFFL) + ", expected 2");
        }
        long declared = intAt(file, 8) & 0xFFFFFFFFL;
        if (declared > file.length) {
            throw new GlbFormatException(Code.TRUNCATED, "the file has " + file.length + " bytes of the " + declared + " it announces");
        }
        int end = (int) declared;
        int jsonLength = chunkLength(file, GlbWriter.HEADER_BYTES, end, GlbWriter.JSON_CHUNK, "JSON");
        int jsonStart = GlbWriter.HEADER_BYTES + GlbWriter.CHUNK_HEADER_BYTES;
        int next = jsonStart + jsonLength;
        if (next == end) {
            return new GlbContainer(jsonStart, jsonLength, end, 0);
        }
        int binaryLength = chunkLength(file, next, end, GlbWriter.BINARY_CHUNK, "binary");
        return new GlbContainer(jsonStart, jsonLength, next + GlbWriter.CHUNK_HEADER_BYTES, binaryLength);
    }

    private static int chunkLength(byte[] file, int at, int end, int type, String name) throws GlbFormatException {
        if ((long) at + GlbWriter.CHUNK_HEADER_BYTES > end) {
            throw new GlbFormatException(Code.TRUNCATED, "the file ends inside the header of its " + name + " chunk");
        }
        if (intAt(file, at + 4) != type) {
            throw new GlbFormatException(Code.NOT_GLB, "expected the " + name + " chunk at byte " + at);
        }
        long length = intAt(file, at) & 0xFFFFFFFFL;
        if (at + GlbWriter.CHUNK_HEADER_BYTES + length > end) {
            throw new GlbFormatException(Code.TRUNCATED, "the " + name + " chunk announces " + length + " bytes, more than the file has");
        }
        return (int) length;
    }

    private static int intAt(byte[] file, int at) {
        return file[at] & 0xFF | (file[at + 1] & 0xFF) << 8 | (file[at + 2] & 0xFF) << 16 | (file[at + 3] & 0xFF) << 24;
    }
}
