package com.eyewearml.frame.preview;

/** Where the camera stands; angles around the frame on its table. */
public enum ProductView {
    /** From the front, a little from above. */
    FRONT(0, 5, 164),
    /** From the wearer's left front. */
    THREE_QUARTER(33, 13, 206),
    /** From the wearer's left. */
    SIDE(90, 4, 196);

    private final double azimuthRad;
    private final double elevationRad;
    private final double fieldWidthMm;

    ProductView(double azimuthDeg, double elevationDeg, double fieldWidthMm) {
        this.azimuthRad = Math.toRadians(azimuthDeg);
        this.elevationRad = Math.toRadians(elevationDeg);
        this.fieldWidthMm = fieldWidthMm;
    }

    double azimuthRad() {
        return azimuthRad;
    }

    double elevationRad() {
        return elevationRad;
    }

    /** Width of the picture at the middle of the frame. */
    double fieldWidthMm() {
        return fieldWidthMm;
    }
}
