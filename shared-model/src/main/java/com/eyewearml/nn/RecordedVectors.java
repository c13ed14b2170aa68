package com.eyewearml.nn;

import java.util.ArrayList;
import java.util.List;

/**
 * Recorded inputs and outputs of a network, against which every executor is checked. File layout, little-endian: number of
 * vectors, bytes of an input, values of an output (three 32-bit integers), then for each vector its input as bytes and its
 * output as 32-bit floats.
 *
 * @param vectors in file order
 */
public record RecordedVectors(List<Vector> vectors) {
    private static final int HEADER_BYTES = 12;

    /**
     * @param picture RGB bytes in row, column, channel order
     * @param output  all outputs end to end, see {@link Graph#outputs()}
     */
    public record Vector(byte[] picture, float[] output) {
        /** The picture as the network reads it: byte c becomes {@code c / 127.5 - 1}. */
        public float[] input() {
            float[] values = new float[picture.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (picture[i] & 255) / 127.5f - 1;
            }
            return values;
        }

        /** Largest minus smallest output value: the scale that differences between executors are measured on. */
        public float range() {
            float min = Float.POSITIVE_INFINITY;
            float max = Float.NEGATIVE_INFINITY;
            for (float v : output) {
                min = Math.min(min, v);
                max = Math.max(max, v);
            }
            return max - min;
        }
    }

    /** Writes the file. All vectors must be of the same network. */
    public byte[] encode() {
        int inputBytes = vectors.getFirst().picture().length;
        int outputs = vectors.getFirst().output().length;
        byte[] file = new byte[HEADER_BYTES + vectors.size() * (inputBytes + 4 * outputs)];
        putInt(file, 0, vectors.size());
        putInt(file, 4, inputBytes);
        putInt(file, 8, outputs);
        int at = HEADER_BYTES;
        for (Vector vector : vectors) {
            System.arraycopy(vector.picture(), 0, file, at, inputBytes);
            at += inputBytes;
            for (float v : vector.output()) {
                putInt(file, at, Float.floatToIntBits(v));
                at += 4;
            }
        }
        return file;
    }

    /** @throws IllegalArgumentException where the length does not fit the header */
    public static RecordedVectors parse(byte[] file) {
        int count = file.length < HEADER_BYTES ? -1 : getInt(file, 0);
        int inputBytes = count < 0 ? 0 : getInt(file, 4);
        int outputs = count < 0 ? 0 : getInt(file, 8);
        if (count < 0 || file.length != HEADER_BYTES + (long) count * (inputBytes + 4L * outputs)) {
            throw new IllegalArgumentException("recorded vectors: " + file.length + " bytes do not fit " + count + " vectors of "
                    + inputBytes + " bytes in and " + outputs + " values out");
        }
        List<Vector> vectors = new ArrayList<>();
        int at = HEADER_BYTES;
        for (int n = 0; n < count; n++) {
            byte[] picture = new byte[inputBytes];
            System.arraycopy(file, at, picture, 0, inputBytes);
            at += inputBytes;
            float[] output = new float[outputs];
            for (int i = 0; i < outputs; i++, at += 4) {
                output[i] = Float.intBitsToFloat(getInt(file, at));
            }
            vectors.add(new Vector(picture, output));
        }
        return new RecordedVectors(List.copyOf(vectors));
    }

    private static void putInt(byte[] file, int at, int value) {
        for (int i = 0; i < 4; i++) {
            file[at + i] = (byte) (value >> 8 * i);
        }
    }

    private static int getInt(byte[] file, int at) {
        return file[at] & 255 | (file[at + 1] & 255) << 8 | (file[at + 2] & 255) << 16 | file[at + 3] << 24;
    }
}
