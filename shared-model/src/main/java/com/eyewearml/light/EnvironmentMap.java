package com.eyewearml.light;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * A prefiltered environment and its file, {@code studio.ewev}, version 3. Little-endian:
 *
 * <pre>
 * "EWEV"  i32 version  i32 payload length  i32 CRC-32 of the payload
 * payload:
 *   i32 first level      0, or 1 where the sharpest level is left out: it is the {@link Studio}'s, which is drawn sooner than fetched
 *   f32 peak             radiance of the largest texel value
 *   f32 scale            what the radiance was multiplied by
 *   f32 irradiance[27]   nine spherical harmonics, red green blue each
 *   texels               level by level from {@value #FACE_SIZE} texels a side, face by face, row by row; see {@link TexelPacking}
 * </pre>
 *
 * @param peak         radiance of the largest texel value
 * @param scale        what the radiance was multiplied by; see {@link EnvironmentPrefilter}
 * @param irradianceSh irradiance over pi; see {@link EnvironmentPrefilter}
 * @param texels       cube map of all levels; RGB10_A2, square roots of the radiance over {@code peak}
 */
public record EnvironmentMap(float peak, float scale, float[] irradianceSh, int[] texels) {
    /** Side of the sharpest level. */
    public static final int FACE_SIZE = 96;
    /** Levels, one for each roughness. */
    public static final int LEVELS = 6;
    /** Values in {@link #irradianceSh}. */
    public static final int SH_VALUES = 27;
    /** Version this code reads and writes. */
    public static final int VERSION = 3;

    private static final int MAGIC = 'E' | 'W' << 8 | 'E' << 16 | 'V' << 24;
    private static final int HEADER_BYTES = 16;

    /** Texels of all levels and faces. */
    public static int texelCount() {
        int count = 0;
        for (int level = 0; level < LEVELS; level++) {
            count += CubeMap.FACES * (FACE_SIZE >> level) * (FACE_SIZE >> level);
        }
        return count;
    }

    /** Radiance of channel 0, 1 or 2 of a texel. */
    public double radiance(int texel, int channel) {
        return RootTexel.decode(texels[texel], channel, peak);
    }

    private static int[] sides(int firstLevel) {
        int[] sides = new int[CubeMap.FACES * (LEVELS - firstLevel)];
        for (int i = 0; i < sides.length; i++) {
            sides[i] = FACE_SIZE >> firstLevel + i / CubeMap.FACES;
        }
        return sides;
    }

    /** Content of the file. */
    public byte[] toBytes() {
        return toBytes(0);
    }

    /** Content of the file of the {@link Studio}, whose sharpest level is left out. */
    public byte[] toBytesOfStudio() {
        return toBytes(1);
    }

    private byte[] toBytes(int firstLevel) {
        int length = payloadBytes(firstLevel);
        byte[] file = new byte[HEADER_BYTES + length];
        ByteBuffer out = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        out.position(HEADER_BYTES);
        out.putInt(firstLevel).putFloat(peak).putFloat(scale);
        for (float value : irradianceSh) {
            out.putFloat(value);
        }
        TexelPacking.write(Arrays.copyOfRange(texels, firstTexel(firstLevel), texels.length), sides(firstLevel), out);
        out.putInt(0, MAGIC).putInt(4, VERSION).putInt(8, length).putInt(12, checksum(file));
        return file;
    }

    private static int firstTexel(int firstLevel) {
        return firstLevel == 0 ? 0 : SharpLevel.TEXELS;
    }

    /**
     * Reads a file's content.
     *
     * @throws EnvironmentFormatException if it is not an environment, of another version, cut short or damaged
     */
    public static EnvironmentMap parse(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < HEADER_BYTES || in.getInt() != MAGIC) {
            throw new EnvironmentFormatException("Not an environment: the file does not begin with \"EWEV\". "
                    + "Check the address it was loaded from.");
        }
        int version = in.getInt();
        if (version != VERSION) {
            throw new EnvironmentFormatException("Environment of version " + version + ", this engine reads version " + VERSION
                    + ". Serve engine and environment of the same release.");
        }
        int length = in.getInt();
        int firstLevel = length == payloadBytes(0) ? 0 : 1;
        if (length != payloadBytes(firstLevel) || file.length != HEADER_BYTES + length) {
            throw new EnvironmentFormatException("The environment is cut short or has a tail: it tells of " + length
                    + " bytes after its head and has " + (file.length - HEADER_BYTES) + ". Load it again.");
        }
        if (in.getInt() != checksum(file) || in.getInt() != firstLevel) {
            throw new EnvironmentFormatException("The environment is damaged: its checksum differs. Load it again.");
        }
        float peak = in.getFloat();
        float scale = in.getFloat();
        float[] sh = new float[SH_VALUES];
        for (int i = 0; i < sh.length; i++) {
            sh[i] = in.getFloat();
        }
        int[] texels = new int[texelCount()];
        int[] packed = new int[texels.length - firstTexel(firstLevel)];
        TexelPacking.read(in, sides(firstLevel), packed);
        System.arraycopy(packed, 0, texels, firstTexel(firstLevel), packed.length);
        if (firstLevel == 1) {
            new SharpLevel(new Studio()).encode(scale, peak, texels);
        }
        return new EnvironmentMap(peak, scale, sh, texels);
    }

    private static int payloadBytes(int firstLevel) {
        return 4 * (3 + SH_VALUES) + TexelPacking.bytes(texelCount() - firstTexel(firstLevel));
    }

    private static int checksum(byte[] file) {
        CRC32 crc = new CRC32();
        crc.update(file, HEADER_BYTES, file.length - HEADER_BYTES);
        return (int) crc.getValue();
    }
}
