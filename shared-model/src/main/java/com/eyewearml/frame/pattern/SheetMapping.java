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

    private SheetMapping() { }

    /** Place along the sheet of a point of a part, in the part's millimetres. */
    public static double xMm(double x, double z) {
        return x + z;
    }

    /** Texture coordinates of a point of a part, v downwards, within 0 to 1. */
    public static void uv(float xMm, float yMm, float zMm, float[] out, int at) {
        out[at] = (float) Math.clamp((xMm(xMm, zMm) - LEFT_MM) / WIDTH_MM, 0, 1);
        out[at + 1] = (float) Math.clamp(1 - (yMm - BOTTOM_MM) / HEIGHT_MM, 0, 1);
    }
}
