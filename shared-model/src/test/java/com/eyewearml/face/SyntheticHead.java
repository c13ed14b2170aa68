package com.eyewearml.face;

import com.eyewearml.face.shape.HeadModelWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;

/**
 * A head made of formulas, for tests: the named landmarks near their human places, all others scattered in mirrored pairs over the
 * front of an ellipsoid, four occluder vertices at the ears, and smooth modes.
 */
public final class SyntheticHead {
    /** Diameter of the iris ring. */
    public static final float RING_MM = 12;
    /** Distance of the iris centres. */
    public static final float PD_MM = 63;

    private static final int VERTICES = FacePoints.COUNT + 6;
    private static final int[][] PAIRS = {{33, 263}, {133, 362}, {159, 386}, {145, 374}, {98, 327}, {127, 356}, {234, 454},
        {468, 473}, {469, 476}, {470, 475}, {471, 474}, {472, 477}, {478, 479}, {480, 481}, {482, 483}};
    private static final int[] MIDLINE = {168, 6, 197, 195, 5, 4, 2, 152, 10};

    private SyntheticHead() { }

    public static byte[] file() {
        int[] mirror = mirror();
        float[] expressionSdMm = new float[FacePoints.COUNT];
        Arrays.fill(expressionSdMm, 0.5f);
        return HeadModelWriter.write(meanMm(), modesMm(), new int[] {1, 1, -1, 1}, mirror, new int[] {33, 133, 168, 478, 479, 480}, 1,
                expressionSdMm, new int[] {478, 479, 482, 483, 480, 481});
    }

    /** Puts a header with the right length and checksum before a payload. */
    public static byte[] wrap(byte[] payload) {
        CRC32 crc = new CRC32();
        crc.update(payload);
        return ByteBuffer.allocate(16 + payload.length).order(ByteOrder.LITTLE_ENDIAN).put(file(), 0, 8).putInt(payload.length)
                .putInt((int) crc.getValue()).put(payload).array();
    }

    private static int[] mirror() {
        int[] mirror = new int[VERTICES];
        Arrays.fill(mirror, -1);
        for (int i : MIDLINE) {
            mirror[i] = i;
        }
        for (int[] pair : PAIRS) {
            mirror[pair[0]] = pair[1];
            mirror[pair[1]] = pair[0];
        }
        int last = -1;
        for (int i = 0; i < VERTICES; i++) {
            if (mirror[i] < 0) {
                if (last < 0) {
                    last = i;
                } else {
                    mirror[i] = last;
                    mirror[last] = i;
                    last = -1;
                }
            }
        }
        if (last >= 0) {
            mirror[last] = last;
        }
        return mirror;
    }

    public static float[] meanMm() {
        int[] mirror = mirror();
        float[] mean = new float[3 * VERTICES];
        Random random = new Random(7);
        for (int i = 0; i < VERTICES; i++) {
            if (mirror[i] >= i) {
                double across = mirror[i] == i ? 0 : random.nextDouble();
                double up = 2 * random.nextDouble() - 1;
                place(mean, mirror, i, -70 * across, -30 + 85 * up, 20 - 70 * across * across - 20 * up * up);
            }
        }
        double[][] named = {{33, -44, 1, -5}, {133, -17, 0, 0}, {159, -31, 7, 2}, {145, -31, -5, 1}, {98, -14, -39, 20},
            {127, -71, -8, -49}, {234, -70, -23, -52}, {478, -78, 5, -85}, {480, -74, -22, -77}, {482, -77, 1, -91},
            {168, 0, 6, 15}, {6, 0, -1, 20}, {197, 0, -10, 26}, {195, 0, -18, 32}, {5, 0, -24, 37}, {4, 0, -28, 40},
            {2, 0, -42, 25}, {152, 0, -113, 11}, {10, 0, 55, 7}};
        for (double[] p : named) {
            place(mean, mirror, (int) p[0], p[1], p[2], p[3]);
        }
        double x = -PD_MM / 2;
        double r = RING_MM / 2;
        double[][] iris = {{468, x, 2, 1}, {469, x + r, 2, 1}, {470, x, 2 + r, 1}, {471, x - r, 2, 1}, {472, x, 2 - r, 1}};
        for (double[] p : iris) {
            place(mean, mirror, (int) p[0], p[1], p[2], p[3]);
        }
        return mean;
    }

    /** Longer, deeper, skewed and narrower heads; the irises stay as they are. */
    public static float[][] modesMm() {
        float[] mean = meanMm();
        float[][] modes = new float[4][mean.length];
        for (int i = 0; i < mean.length; i += 3) {
            if (i / 3 >= FacePoints.RIGHT_IRIS_CENTRE && i / 3 < FacePoints.COUNT) {
                continue;
            }
            float x = mean[i] / 70;
            float y = mean[i + 1] / 80;
            float z = mean[i + 2] / 50;
            modes[0][i + 1] = 4 * y;
            modes[1][i + 2] = 3 * z - 2 * x * x;
            modes[2][i + 1] = 2 * x;
            modes[2][i + 2] = 1.5f * x * y;
            modes[3][i] = 3 * x * (1 - y);
        }
        return modes;
    }

    private static void place(float[] mean, int[] mirror, int vertex, double x, double y, double z) {
        int image = 3 * mirror[vertex];
        int at = 3 * vertex;
        mean[image] = (float) -x;
        mean[at] = (float) x;
        mean[at + 1] = mean[image + 1] = (float) y;
        mean[at + 2] = mean[image + 2] = (float) z;
    }
}
