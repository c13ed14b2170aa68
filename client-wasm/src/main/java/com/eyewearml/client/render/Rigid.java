package com.eyewearml.client.render;

/** Column-major 4 × 4 matrices of rotation and translation. */
public final class Rigid {
    private Rigid() { }

    /** Writes the inverse of a rotation followed by a translation; {@code out} must not be {@code m}. */
    public static void invert(float[] m, float[] out) {
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                out[4 * column + row] = m[4 * row + column];
            }
            out[12 + row] = -(m[4 * row] * m[12] + m[4 * row + 1] * m[13] + m[4 * row + 2] * m[14]);
            out[4 * row + 3] = 0;
        }
        out[15] = 1;
    }

    /** Rotates a direction. {@code out} may be the same array as {@code direction}. */
    public static void rotate(float[] m, float[] direction, float[] out) {
        float x = direction[0];
        float y = direction[1];
        float z = direction[2];
        for (int row = 0; row < 3; row++) {
            out[row] = m[row] * x + m[4 + row] * y + m[8 + row] * z;
        }
    }

    /** Rotates a direction by the inverse of a rotation. {@code out} may be the same array as {@code direction}. */
    public static void rotateBack(float[] m, float[] direction, float[] out) {
        float x = direction[0];
        float y = direction[1];
        float z = direction[2];
        for (int column = 0; column < 3; column++) {
            out[column] = m[4 * column] * x + m[4 * column + 1] * y + m[4 * column + 2] * z;
        }
    }

    /** Multiplies, {@code out = a b}; {@code out} must be neither. */
    public static void multiply(float[] a, float[] b, float[] out) {
        for (int column = 0; column < 4; column++) {
            for (int row = 0; row < 4; row++) {
                float sum = 0;
                for (int k = 0; k < 4; k++) {
                    sum += a[4 * k + row] * b[4 * column + k];
                }
                out[4 * column + row] = sum;
            }
        }
    }
}
