package com.eyewearml.face.shape;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.shape.HeadModelException.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/**
 * The file {@code head.ewhd}, version 2. Little-endian:
 *
 * <pre>
 * "EWHD"  i32 version  i32 payload length  i32 CRC-32 of the payload
 * payload:
 *   i32 vertices V   i32 modes K   i32 triangles T   i32 triangles of the face
 *   u16 named vertex, one for each {@link HeadModel.Named}
 *   u16 mirror[V]
 *   u16 triangles[3 T]
 *   f32 step, u8 expression standard deviation[478], in steps
 *   f32 step, i16 mean[3 H], in steps: x of the H vertices whose mirror number is not below their own, then y, then z
 *   K times: i8 parity, f32 step, i8 mode[3 H], in steps, ordered like the mean
 * </pre>
 *
 * The mirrored half follows from symmetry: {@code (-x, y, z)} for the mean, times the parity for a mode.
 */
public final class HeadModelFile {
    /** Version this code reads and writes. */
    public static final int VERSION = 2;

    static final int MAGIC = 'E' | 'W' << 8 | 'H' << 16 | 'D' << 24;
    static final int HEADER_BYTES = 16;
    private static final int MAX_VERTICES = 1 << 14;
    private static final int MAX_MODES = 256;

    private HeadModelFile() { }

    static HeadModel read(byte[] file) {
        ByteBuffer in = payload(file);
        if (in.remaining() < 16) {
            throw inconsistent("its payload has " + in.remaining() + " bytes, fewer than its counts take");
        }
        int vertices = in.getInt();
        int modes = in.getInt();
        int triangleCount = in.getInt();
        int faceTriangles = in.getInt();
        if (vertices < FacePoints.COUNT || vertices > MAX_VERTICES || modes < 1 || modes > MAX_MODES || triangleCount < 0
                || triangleCount > 4 * MAX_VERTICES || faceTriangles < 0 || faceTriangles > triangleCount) {
            throw inconsistent("it claims " + vertices + " vertices, " + modes + " modes and " + faceTriangles + " of "
                    + triangleCount + " triangles on the face");
        }
        int fixed = 2 * HeadModel.Named.values().length + 2 * vertices + 6 * triangleCount + 4 + FacePoints.COUNT;
        if (in.remaining() < fixed) {
            throw inconsistent("its tables need " + fixed + " bytes, " + in.remaining() + " are there");
        }
        char[] named = indices(in, HeadModel.Named.values().length, vertices);
        char[] mirror = indices(in, vertices, vertices);
        char[] triangles = indices(in, 3 * triangleCount, vertices);
        int half = halfCount(mirror);
        float[] expressionSdMm = new float[FacePoints.COUNT];
        float expressionStep = step(in);
        for (int i = 0; i < expressionSdMm.length; i++) {
            expressionSdMm[i] = expressionStep * (in.get() & 0xff);
        }
        int expected = 4 + 6 * half + modes * (5 + 3 * half);
        if (in.remaining() != expected) {
            throw inconsistent("its mean and modes take " + expected + " bytes, " + in.remaining() + " are there");
        }
        float[] meanMm = new float[3 * vertices];
        float meanStep = step(in);
        for (int axis = 0; axis < 3; axis++) {
            for (int i = 0; i < vertices; i++) {
                if (mirror[i] >= i) {
                    setBoth(meanMm, mirror, i, axis, meanStep * in.getShort(), 1);
                }
            }
        }
        float[][] modesMm = new float[modes][3 * vertices];
        for (float[] mode : modesMm) {
            int parity = in.get();
            float step = step(in);
            if (parity != 1 && parity != -1) {
                throw inconsistent("a mode has parity " + parity + " instead of 1 or -1");
            }
            for (int axis = 0; axis < 3; axis++) {
                for (int i = 0; i < vertices; i++) {
                    if (mirror[i] >= i) {
                        setBoth(mode, mirror, i, axis, step * in.get(), parity);
                    }
                }
            }
        }
        return new HeadModel(meanMm, modesMm, mirror, triangles, faceTriangles, expressionSdMm, named);
    }

    private static ByteBuffer payload(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < 4 || in.getInt() != MAGIC) {
            throw new HeadModelException(Reason.NOT_A_HEAD_MODEL,
                    "Not a head model: the file does not begin with \"EWHD\". Check the address it was loaded from.");
        }
        if (file.length < HEADER_BYTES) {
            throw truncated(HEADER_BYTES, file.length);
        }
        int version = in.getInt();
        if (version != VERSION) {
            throw new HeadModelException(Reason.UNSUPPORTED_VERSION, "Head model of version " + version
                    + ", this engine reads version " + VERSION + ". Serve engine and head model of the same release.");
        }
        int length = in.getInt();
        int checksum = in.getInt();
        if (length < 0 || file.length - HEADER_BYTES < length) {
            throw truncated(HEADER_BYTES + (long) length, file.length);
        }
        if (file.length - HEADER_BYTES > length) {
            throw inconsistent("it has " + (file.length - HEADER_BYTES - length) + " bytes after its end");
        }
        CRC32 crc = new CRC32();
        crc.update(file, HEADER_BYTES, length);
        if ((int) crc.getValue() != checksum) {
            throw new HeadModelException(Reason.CHECKSUM_MISMATCH,
                    "Damaged head model: its checksum does not match its content. Load it again.");
        }
        return in;
    }

    private static float step(ByteBuffer in) {
        float step = in.getFloat();
        if (!(step >= 0 && step < Float.POSITIVE_INFINITY)) {
            throw inconsistent("it has a step of " + step + " mm");
        }
        return step;
    }

    private static char[] indices(ByteBuffer in, int count, int vertices) {
        char[] indices = new char[count];
        for (int i = 0; i < count; i++) {
            indices[i] = in.getChar();
            if (indices[i] >= vertices) {
                throw inconsistent("it refers to vertex " + (int) indices[i] + " of " + vertices);
            }
        }
        return indices;
    }

    private static int halfCount(char[] mirror) {
        int half = 0;
        for (int i = 0; i < mirror.length; i++) {
            if (mirror[mirror[i]] != i) {
                throw inconsistent("vertex " + i + " is not the mirror image of its mirror image");
            }
            if (mirror[i] >= i) {
                half++;
            }
        }
        return half;
    }

    private static void setBoth(float[] coordinates, char[] mirror, int vertex, int axis, float value, int parity) {
        coordinates[3 * vertex + axis] = value;
        if (mirror[vertex] != vertex) {
            coordinates[3 * mirror[vertex] + axis] = axis == 0 ? -parity * value : parity * value;
        }
    }

    private static HeadModelException truncated(long expected, long actual) {
        return new HeadModelException(Reason.TRUNCATED, "Head model cut short: expected " + expected + " bytes, got " + actual
                + ". Load it again.");
    }

    private static HeadModelException inconsistent(String what) {
        return new HeadModelException(Reason.INCONSISTENT, "Head model contradicts itself: " + what
                + ". Build it again and replace the file.");
    }
}
