package com.eyewearml.frame.pattern;

/**
 * Which place of a sheet a point of a part shows: a front is seen along z, a temple, whose length runs in z, along x. One rule
 * does for both, since fronts are thin in z and temples in x; it turns the sheet by adding z to x.
 */
public final class SheetMapping {
    /** Width of the sheet, from {@link #LEFT_MM}. */
    public static final double WIDTH_MM = 256;
    /** Height of the sheet, from {@link #BOTTOM_MM}. */
    public static final double HEIGHT_MM = 104;
    /** Left edge. */
    public static final double LEFT_MM = -172;
    /** Lower edge. */
    public static final double BOTTOM_MM = -62;

    /** Twice the height that a turned part's straight edge is mirrored about; temples end up below where the others are. */
    private static final double TURNED_ABOUT_MM = -18;

    private SheetMapping() { }

    /** Place along the sheet of a point of a part, in the part's millimetres. */
    public static double xMm(double x, double z) {
        return x + z;
    }

    /**
     * Texture coordinates of a point of a part, v downwards, within 0 to 1.
     *
     * @param turned whether the part is cut from beside where others are, with the sheet turned over: the second of a pair
     */
    public static void uv(float xMm, float yMm, float zMm, boolean turned, float[] out, int at) {
        double y = turned ? TURNED_ABOUT_MM - yMm : yMm;
        out[at] = (float) Math.clamp((xMm(xMm, zMm) - LEFT_MM) / WIDTH_MM, 0, 1);
        out[at + 1] = (float) Math.clamp(1 - (y - BOTTOM_MM) / HEIGHT_MM, 0, 1);
    }

    /** Unit tangent x, y, z along the sheet, and the handedness with which the bitangent points up it, of a point with some normal. */
    public static void tangent(float nx, float ny, float nz, boolean turned, float[] out, int at) {
        // Across the upright direction and the normal, towards growing x + z.
        double length = Math.hypot(nx, nz);
        double sign = nx - nz < 0 ? -1 : 1;
        boolean upright = length > 1e-4;
        double tx = upright ? -sign * nz / length : Math.sqrt(0.5);
        double tz = upright ? sign * nx / length : Math.sqrt(0.5);
        out[at] = (float) tx;
        out[at + 1] = 0;
        out[at + 2] = (float) tz;
        // y of normal × tangent.
        out[at + 3] = nz * tx - nx * tz < 0 != turned ? -1 : 1;
    }

    /** Row-major 2 × 3 matrix from texture coordinates of the sheet to those of a tile that repeats and has a corner at the origin. */
    public static float[] tiled(double periodMm) {
        return new float[] {(float) (WIDTH_MM / periodMm), 0, (float) (LEFT_MM / periodMm), 0, (float) (HEIGHT_MM / periodMm),
            (float) (-(BOTTOM_MM + HEIGHT_MM) / periodMm)};
    }
}
