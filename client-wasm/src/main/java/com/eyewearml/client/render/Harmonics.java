package com.eyewearml.client.render;

/**
 * Spherical harmonics of order 2, red, green and blue each, in the order of the shaders' polynomial: 1, y, z, x, xy, yz, 3z²−1, xz,
 * x²−y².
 */
final class Harmonics {
    private Harmonics() { }

    /**
     * Expresses a function of environment directions as one of camera directions: {@code out(n) = in(R n)}.
     *
     * @param in  27 values, three to a term
     * @param m   column-major 4 × 4 rotation R, from the camera to the environment, at {@code at}
     * @param out receives four to a term from {@code outAt} on; the fourth is left as it is
     */
    static void turnBack(float[] in, float[] m, int at, float[] out, int outAt) {
        for (int c = 0; c < 3; c++) {
            float y = in[3 + c];
            float z = in[6 + c];
            float x = in[9 + c];
            // The second band as a symmetric matrix; on the unit sphere 3z² − 1 = 2z² − x² − y².
            float xy = in[12 + c] / 2;
            float yz = in[15 + c] / 2;
            float zz = 2 * in[18 + c];
            float xz = in[21 + c] / 2;
            float xx = in[24 + c] - in[18 + c];
            float yy = -in[24 + c] - in[18 + c];
            out[outAt + c] = in[c];
            for (int i = 0; i < 3; i++) {
                int term = i == 0 ? 3 : i;
                out[outAt + 4 * term + c] = m[at + 4 * i] * x + m[at + 4 * i + 1] * y + m[at + 4 * i + 2] * z;
            }
            float turnedXx = form(m, at, at, xx, yy, zz, xy, yz, xz);
            float turnedYy = form(m, at + 4, at + 4, xx, yy, zz, xy, yz, xz);
            out[outAt + 16 + c] = 2 * form(m, at, at + 4, xx, yy, zz, xy, yz, xz);
            out[outAt + 20 + c] = 2 * form(m, at + 4, at + 8, xx, yy, zz, xy, yz, xz);
            out[outAt + 24 + c] = form(m, at + 8, at + 8, xx, yy, zz, xy, yz, xz) / 2;
            out[outAt + 28 + c] = 2 * form(m, at, at + 8, xx, yy, zz, xy, yz, xz);
            out[outAt + 32 + c] = (turnedXx - turnedYy) / 2;
        }
    }

    /** Bilinear form of two columns. */
    private static float form(float[] m, int a, int b, float xx, float yy, float zz, float xy, float yz, float xz) {
        return m[a] * (xx * m[b] + xy * m[b + 1] + xz * m[b + 2]) + m[a + 1] * (xy * m[b] + yy * m[b + 1] + yz * m[b + 2])
                + m[a + 2] * (xz * m[b] + yz * m[b + 1] + zz * m[b + 2]);
    }
}
