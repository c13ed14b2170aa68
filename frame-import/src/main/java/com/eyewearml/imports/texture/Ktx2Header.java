package com.eyewearml.imports.texture;

import com.eyewearml.imports.ImportException;
import com.eyewearml.imports.ImportException.Code;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The header of a KTX 2.0 file (Khronos KTX File Format Specification 2.0, section 3), checked in full before native code sees the file:
 * every offset and length, and for each level the size it decompresses to.
 *
 * @param widthPx  of level 0
 * @param heightPx of level 0
 */
record Ktx2Header(int widthPx, int heightPx) {
    private static final int FIXED_BYTES = 80;
    private static final int LEVEL_BYTES = 24;
    private static final int MAX_LEVELS = 14;
    private static final int MAX_SIDE_PX = 8192;
    private static final int BASIS_LZ = 1;
    private static final int ZSTD = 2;
    private static final int ETC1S = 163;
    private static final int UASTC = 166;
    private static final int BLOCK_BYTES = 16;

    static Ktx2Header of(byte[] file, String name) throws ImportException {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < FIXED_BYTES + LEVEL_BYTES) {
            throw bad(name, "ends inside its header");
        }
        int width = in.getInt(20);
        int height = in.getInt(24);
        int levels = Math.max(1, in.getInt(40));
        int scheme = in.getInt(44);
        if (width < 1 || height < 1 || width > MAX_SIDE_PX || height > MAX_SIDE_PX) {
            throw bad(name, "has " + (width & 0xFFFFFFFFL) + " by " + (height & 0xFFFFFFFFL) + " pixels; 1 to " + MAX_SIDE_PX + " a side are accepted");
        }
        if (in.getInt(12) != 0 || in.getInt(28) != 0 || in.getInt(32) > 1 || in.getInt(36) != 1) {
            throw bad(name, "is not one flat Basis Universal picture");
        }
        if (levels > MAX_LEVELS || levels > 1 && Math.max(width, height) >> (levels - 1) == 0) {
            throw bad(name, "announces " + levels + " sizes of a picture of " + width + " by " + height + " pixels");
        }
        if (scheme < 0 || scheme > ZSTD) {
            throw bad(name, "is compressed by scheme " + scheme + ", expected none, BasisLZ or Zstandard");
        }
        int model = colourModel(in, file.length, name);
        if (model != (scheme == BASIS_LZ ? ETC1S : UASTC)) {
            throw bad(name, "has the colour model " + model + ", which its compression does not go with");
        }
        requireInside(in.getInt(56) & 0xFFFFFFFFL, in.getInt(60) & 0xFFFFFFFFL, file.length, "its notes", name);
        requireInside(in.getLong(64), in.getLong(72), file.length, "its codebooks", name);
        for (int level = 0; level < levels; level++) {
            level(in, level, width, height, scheme, file.length, name);
        }
        return new Ktx2Header(width, height);
    }

    private static int colourModel(ByteBuffer in, int length, String name) throws ImportException {
        long at = in.getInt(48) & 0xFFFFFFFFL;
        long bytes = in.getInt(52) & 0xFFFFFFFFL;
        requireInside(at, bytes, length, "its description", name);
        if (bytes < 44 || in.getInt((int) at) != bytes) {
            throw bad(name, "has a damaged description of its format");
        }
        return in.get((int) at + 12) & 0xFF;
    }

    private static void level(ByteBuffer in, int level, int width, int height, int scheme, int length, String name) throws ImportException {
        int entry = FIXED_BYTES + LEVEL_BYTES * level;
        if (entry + LEVEL_BYTES > length) {
            throw bad(name, "ends inside its header");
        }
        long bytes = in.getLong(entry + 8);
        long announced = in.getLong(entry + 16);
        requireInside(in.getLong(entry), bytes, length, "size " + level, name);
        long blocks = (long) (Math.max(1, width >> level) + 3) / 4 * ((Math.max(1, height >> level) + 3) / 4);
        boolean right = switch (scheme) {
            case BASIS_LZ -> announced == 0;
            case ZSTD -> announced == blocks * BLOCK_BYTES;
            default -> announced == blocks * BLOCK_BYTES && bytes == announced;
        };
        if (!right || bytes == 0) {
            throw bad(name, "announces " + announced + " bytes for a picture of " + blocks + " blocks");
        }
    }

    private static void requireInside(long at, long bytes, int length, String what, String name) throws ImportException {
        if (at < 0 || bytes < 0 || at > length || bytes > length - at) {
            throw bad(name, "ends before " + what);
        }
    }

    private static ImportException bad(String name, String message) {
        return new ImportException(Code.DAMAGED, "the texture " + name + ", a KTX2 file, " + message + "; export the model with PNG or JPEG textures");
    }
}
