package com.eyewearml.client.render;

/**
 * How a picture lies on a canvas, and the camera that goes with it. Mutable, because one instance is reused for every picture.
 *
 * <p>The camera is the solver's: a pinhole at the origin that looks along −z with y up, whose vertical field of view spans the
 * picture's height and whose optical axis meets the picture's centre. Clip space is OpenGL's.
 */
public final class PictureView {
    /** Nearest distance drawn. */
    public static final float NEAR_MM = 60;
    /** Farthest distance drawn. */
    public static final float FAR_MM = 6000;

    /** As the CSS property {@code object-fit}. */
    public enum Fit {
        /** The whole picture is shown; bars fill the rest of the canvas. */
        CONTAIN,
        /** The picture fills the canvas; what stands out is cut off. */
        COVER
    }

    private float scaleX = 1;
    private float scaleY = 1;
    private float pictureAspect = 1;
    private float verticalFovRad;
    private float focal;

    /**
     * Sets the sizes, in pixels, and the placement.
     *
     * @param mirrored shows the picture as a mirror does; nothing but the display is affected
     * @throws IllegalArgumentException if a size is not positive
     */
    public void set(int pictureWidth, int pictureHeight, int canvasWidth, int canvasHeight, Fit fit, boolean mirrored) {
        if (pictureWidth <= 0 || pictureHeight <= 0 || canvasWidth <= 0 || canvasHeight <= 0) {
            throw new IllegalArgumentException("picture of " + pictureWidth + " x " + pictureHeight + " on a canvas of "
                    + canvasWidth + " x " + canvasHeight + ": sizes must be positive");
        }
        float horizontal = (float) canvasWidth / pictureWidth;
        float vertical = (float) canvasHeight / pictureHeight;
        float scale = fit == Fit.COVER ? Math.max(horizontal, vertical) : Math.min(horizontal, vertical);
        scaleX = scale / horizontal * (mirrored ? -1 : 1);
        scaleY = scale / vertical;
        pictureAspect = (float) pictureWidth / pictureHeight;
    }

    /** Width of the picture in units of the canvas width; negative if mirrored. */
    public float scaleX() {
        return scaleX;
    }

    /** Height of the picture in units of the canvas height. */
    public float scaleY() {
        return scaleY;
    }

    /** Whether the picture is shown mirrored, which turns front faces clockwise. */
    public boolean mirrored() {
        return scaleX < 0;
    }

    /**
     * Writes the projection from the camera frame to the canvas's clip space, column-major.
     *
     * @param out receives 16 values from {@code offset} on
     */
    public void clipFromCamera(float newVerticalFovRad, float[] out, int offset) {
        if (newVerticalFovRad != verticalFovRad) {
            verticalFovRad = newVerticalFovRad;
            focal = (float) (1 / Math.tan(verticalFovRad / 2));
        }
        for (int i = 0; i < 16; i++) {
            out[offset + i] = 0;
        }
        out[offset] = scaleX * focal / pictureAspect;
        out[offset + 5] = scaleY * focal;
        out[offset + 10] = (FAR_MM + NEAR_MM) / (NEAR_MM - FAR_MM);
        out[offset + 11] = -1;
        out[offset + 14] = 2 * FAR_MM * NEAR_MM / (NEAR_MM - FAR_MM);
    }
}
