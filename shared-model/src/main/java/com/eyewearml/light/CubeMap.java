package com.eyewearml.light;

/** Directions of cube map texels, faces in the order +x, −x, +y, −y, +z, −z (OpenGL ES 3.0, table 3.21). */
final class CubeMap {
    static final int FACES = 6;

    private CubeMap() { }

    /**
     * Unit vector through a point of a face.
     *
     * @param s from the face's left edge, 0–1
     * @param t from the face's first row, 0–1
     */
    static void direction(int face, double s, double t, double[] out) {
        double sc = 2 * s - 1;
        double tc = 2 * t - 1;
        switch (face) {
            case 0 -> set(out, 1, -tc, -sc);
            case 1 -> set(out, -1, -tc, sc);
            case 2 -> set(out, sc, 1, tc);
            case 3 -> set(out, sc, -1, -tc);
            case 4 -> set(out, sc, -tc, 1);
            case 5 -> set(out, -sc, -tc, -1);
            default -> throw new IllegalArgumentException("face " + face + " of a cube");
        }
    }

    private static void set(double[] out, double x, double y, double z) {
        double length = Math.sqrt(x * x + y * y + z * z);
        out[0] = x / length;
        out[1] = y / length;
        out[2] = z / length;
    }
}
