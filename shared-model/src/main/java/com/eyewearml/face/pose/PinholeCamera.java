package com.eyewearml.face.pose;

/**
 * Ideal pinhole camera in OpenGL convention: at the origin, looking along −z, y up, square pixels, optical axis through the middle of
 * the picture. A point (x, y, z) with z &lt; 0 appears at the continuous pixel
 * {@code (width / 2 − f x / z, height / 2 + f y / z)}, {@code f = height / (2 tan(verticalFov / 2))}.
 */
public final class PinholeCamera {
    private double focalPx;
    private double centreX;
    private double centreY;

    /** Sets picture size and field of view and returns this. */
    public PinholeCamera set(int widthPx, int heightPx, double verticalFovRad) {
        focalPx = heightPx / (2 * Math.tan(verticalFovRad / 2));
        centreX = widthPx / 2.0;
        centreY = heightPx / 2.0;
        return this;
    }

    /** Focal length in pixels. */
    public double focalPx() {
        return focalPx;
    }

    /** Horizontal slope x / −z of the ray through a pixel column. */
    public double slopeX(double pixelX) {
        return (pixelX - centreX) / focalPx;
    }

    /** Vertical slope y / −z, upwards, of the ray through a pixel row. */
    public double slopeY(double pixelY) {
        return (centreY - pixelY) / focalPx;
    }

    /** Pixel column of a point. */
    public double pixelX(double x, double z) {
        return centreX - focalPx * x / z;
    }

    /** Pixel row of a point. */
    public double pixelY(double y, double z) {
        return centreY + focalPx * y / z;
    }
}
