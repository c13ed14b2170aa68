package com.eyewearml.face.shape;

import com.eyewearml.face.FacePoints;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/** Writes the file that {@link HeadModelFile} describes; coordinates are rounded to its steps. */
public final class HeadModelWriter {
    /** Finest step of a mode; coarser where a byte would not reach its largest displacement. */
    private static final float MIN_MODE_STEP_MM = 0.02f;

    private HeadModelWriter() { }

    /**
     * Encodes a symmetric head.
     *
     * @param meanMm x, y, z of each vertex, landmarks first; of a mirrored pair the vertex with the lower number is read
     * @param modesMm displacement of each coordinate by one standard deviation of each mode
     * @param parities +1 or −1 for each mode
     * @param mirror number of each vertex's mirror image
     * @param triangles corners, counter-clockwise from outside; those of the face first
     * @param expressionSdMm one for each landmark
     * @param named a vertex for each {@link HeadModel.Named}
     */
    public static byte[] write(float[] meanMm, float[][] modesMm, int[] parities, int[] mirror, int[] triangles,
            int faceTriangleCount, float[] expressionSdMm, int[] named) {
        int half = 0;
        for (int i = 0; i < mirror.length; i++) {
            half += mirror[i] >= i ? 1 : 0;
        }
        int length = 16 + 2 * (named.length + mirror.length + triangles.length) + 4 + FacePoints.COUNT
                + 4 + 6 * half + modesMm.length * (5 + 3 * half);
        ByteBuffer out = ByteBuffer.allocate(HeadModelFile.HEADER_BYTES + length).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(HeadModelFile.MAGIC).putInt(HeadModelFile.VERSION).putInt(length).putInt(0);
        out.putInt(mirror.length).putInt(modesMm.length).putInt(triangles.length / 3).putInt(faceTriangleCount);
        putIndices(out, named);
        putIndices(out, mirror);
        putIndices(out, triangles);
        float expressionStep = Math.max(1e-6f, largest(expressionSdMm) / 255);
        out.putFloat(expressionStep);
        for (float sd : expressionSdMm) {
            out.put((byte) Math.round(sd / expressionStep));
        }
        float meanStep = largest(meanMm) / Short.MAX_VALUE;
        out.putFloat(meanStep);
        for (int i : halfCoordinates(mirror, half)) {
            out.putShort((short) Math.round(meanMm[i] / meanStep));
        }
        for (int k = 0; k < modesMm.length; k++) {
            float step = Math.max(MIN_MODE_STEP_MM, largest(modesMm[k]) / Byte.MAX_VALUE);
            out.put((byte) parities[k]).putFloat(step);
            for (int i : halfCoordinates(mirror, half)) {
                out.put((byte) Math.round(modesMm[k][i] / step));
            }
        }
        CRC32 crc = new CRC32();
        crc.update(out.array(), HeadModelFile.HEADER_BYTES, length);
        out.putInt(12, (int) crc.getValue());
        return out.array();
    }

    private static int[] halfCoordinates(int[] mirror, int half) {
        int[] coordinates = new int[3 * half];
        int at = 0;
        for (int axis = 0; axis < 3; axis++) {
            for (int i = 0; i < mirror.length; i++) {
                if (mirror[i] >= i) {
                    coordinates[at++] = 3 * i + axis;
                }
            }
        }
        return coordinates;
    }

    private static void putIndices(ByteBuffer out, int[] indices) {
        for (int index : indices) {
            out.putChar((char) index);
        }
    }

    private static float largest(float[] values) {
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
