package com.eyewearml.face;

/**
 * A square region of a picture that a network looks at, possibly turned and partly outside the picture. Mutable, because one
 * instance is reused for every video frame.
 *
 * <p>Continuous pixel coordinates: origin at the top-left corner of the picture, pixel centres at half-integers. A point at
 * {@code (u, v)} of the region, both in [-1, 1], lies in the picture at
 * {@code (centreX, centreY) + sidePx / 2 * R(angleRad) * (u, v)} with {@code R} turning x towards y.
 */
public final class Roi {
    /** Centre, pixels from the left edge. */
    public float centreX;
    /** Centre, pixels from the top edge. */
    public float centreY;
    /** Side length in pixels. */
    public float sidePx;
    /** Turn of the region's x axis towards the picture's y axis. */
    public float angleRad;

    /** Sets all fields and returns this. */
    public Roi set(float centreX, float centreY, float sidePx, float angleRad) {
        this.centreX = centreX;
        this.centreY = centreY;
        this.sidePx = sidePx;
        this.angleRad = angleRad;
        return this;
    }

    /** Copies the fields of another region and returns this. */
    public Roi set(Roi other) {
        return set(other.centreX, other.centreY, other.sidePx, other.angleRad);
    }
}
