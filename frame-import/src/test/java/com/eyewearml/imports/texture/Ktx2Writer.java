package com.eyewearml.imports.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import org.lwjgl.PointerBuffer;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;
import org.lwjgl.util.ktx.KTX;
import org.lwjgl.util.ktx.ktxBasisParams;
import org.lwjgl.util.ktx.ktxTexture;
import org.lwjgl.util.ktx.ktxTexture2;
import org.lwjgl.util.ktx.ktxTextureCreateInfo;

/** Writes KTX2 files as toktx does, by the encoder of Khronos' library. */
final class Ktx2Writer {
    private static final int R8G8B8A8_SRGB = 43;
    private static final int ZSTD_LEVEL = 5;

    private Ktx2Writer() {
    }

    /** @param uastc UASTC with Zstandard, or else ETC1S with BasisLZ */
    static byte[] write(BufferedImage image, boolean uastc) {
        ByteBuffer rgba = MemoryUtil.memAlloc(4 * image.getWidth() * image.getHeight());
        try (MemoryStack stack = MemoryStack.stackPush()) {
            for (int y = 0; y < image.getHeight(); y++) {
                for (int argb : image.getRGB(0, y, image.getWidth(), 1, null, 0, image.getWidth())) {
                    rgba.put((byte) (argb >> 16)).put((byte) (argb >> 8)).put((byte) argb).put((byte) (argb >> 24));
                }
            }
            ktxTextureCreateInfo info = ktxTextureCreateInfo.calloc(stack).vkFormat(R8G8B8A8_SRGB).baseWidth(image.getWidth())
                    .baseHeight(image.getHeight()).baseDepth(1).numDimensions(2).numLevels(1).numLayers(1).numFaces(1);
            PointerBuffer created = stack.mallocPointer(1);
            assertEquals(KTX.KTX_SUCCESS, KTX.ktxTexture2_Create(info, KTX.KTX_TEXTURE_CREATE_ALLOC_STORAGE, created));
            ktxTexture2 texture = ktxTexture2.create(created.get(0));
            ktxTexture base = ktxTexture.create(created.get(0));
            assertEquals(KTX.KTX_SUCCESS, KTX.ktxTexture_SetImageFromMemory(base, 0, 0, 0, rgba.flip()));
            ktxBasisParams parameters = ktxBasisParams.calloc(stack).structSize(ktxBasisParams.SIZEOF).uastc(uastc).threadCount(1)
                    .compressionLevel(1).qualityLevel(200);
            assertEquals(KTX.KTX_SUCCESS, KTX.ktxTexture2_CompressBasisEx(texture, parameters));
            if (uastc) {
                assertEquals(KTX.KTX_SUCCESS, KTX.ktxTexture2_DeflateZstd(texture, ZSTD_LEVEL));
            }
            PointerBuffer address = stack.mallocPointer(1);
            PointerBuffer size = stack.mallocPointer(1);
            assertEquals(KTX.KTX_SUCCESS, KTX.ktxTexture_WriteToMemory(base, address, size));
            byte[] file = new byte[(int) size.get(0)];
            MemoryUtil.memByteBuffer(address.get(0), file.length).get(file);
            KTX.ktxTexture_Destroy(base);
            return file;
        } finally {
            MemoryUtil.memFree(rgba);
        }
    }
}
