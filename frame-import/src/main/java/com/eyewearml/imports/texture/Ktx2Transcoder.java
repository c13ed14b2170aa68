package com.eyewearml.imports.texture;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.lwjgl.PointerBuffer;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;
import org.lwjgl.util.ktx.KTX;
import org.lwjgl.util.ktx.ktxTexture;
import org.lwjgl.util.ktx.ktxTexture2;

/**
 * The program that {@link Ktx2Picture} starts: reads the length of a KTX2 file and the file, writes what libktx says of it, and where that
 * is success the RGBA bytes of its largest level.
 */
final class Ktx2Transcoder {
    private static final int CHUNK_BYTES = 1 << 16;

    private Ktx2Transcoder() {
    }

    /** @param args width and height in pixels, from the checked header */
    public static void main(String[] args) throws IOException {
        int bytes = 4 * Integer.parseInt(args[0]) * Integer.parseInt(args[1]);
        DataInputStream in = new DataInputStream(System.in);
        byte[] file = in.readNBytes(in.readInt());
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out))) {
            transcode(MemoryUtil.memAlloc(file.length).put(file).flip(), bytes, out);
        }
    }

    private static void transcode(ByteBuffer file, int bytes, DataOutputStream out) throws IOException {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            PointerBuffer created = stack.mallocPointer(1);
            int status = KTX.ktxTexture2_CreateFromMemory(file, KTX.KTX_TEXTURE_CREATE_LOAD_IMAGE_DATA_BIT
                    | KTX.KTX_TEXTURE_CREATE_SKIP_KVDATA_BIT, created);
            if (status == KTX.KTX_SUCCESS) {
                status = KTX.ktxTexture2_TranscodeBasis(ktxTexture2.create(created.get(0)), KTX.KTX_TTF_RGBA32, 0);
            }
            out.writeUTF(status == KTX.KTX_SUCCESS ? "" : KTX.ktxErrorString(status));
            if (status == KTX.KTX_SUCCESS) {
                // Level 0 is the last in memory.
                ByteBuffer levels = KTX.ktxTexture_GetData(ktxTexture.create(created.get(0)));
                levels.position(levels.capacity() - bytes);
                byte[] chunk = new byte[CHUNK_BYTES];
                while (levels.hasRemaining()) {
                    int length = Math.min(chunk.length, levels.remaining());
                    levels.get(chunk, 0, length);
                    out.write(chunk, 0, length);
                }
            }
        }
    }
}
