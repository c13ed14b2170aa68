package com.eyewearml.frame.build;

import com.eyewearml.frame.FrameSpec;

/**
 * The surface the front is bent to: over each lens a sphere of the base curve, turned by the wrap angle about the lens box centre;
 * smooth across the bridge and straight beyond the lenses. Its z is 0 at the box centres, where the origin of frame coordinates has its
 * plane. Symmetric in x.
 */
public final class FrontSurface {
    /** 1000 (n - 1) of the index 1.53 that base curves are quoted for, millimetres times dioptres. */
    private static final double TOOL_INDEX_MM = 530;

    private final double radiusMm;
    private final double wrapSlope;
    private final double centreMm;
    private final double halfWidthMm;

    /** The surface of a frame. */
    public FrontSurface(FrameSpec spec) {
        radiusMm = TOOL_INDEX_MM / spec.baseCurveDioptres();
        wrapSlope = Math.tan(spec.dimensions().wrapAngleRad());
        centreMm = spec.dimensions().boxCentreMm();
        halfWidthMm = spec.dimensions().lensWidthMm() / 2;
    }

    /** Height of the surface, millimetres, negative away from the viewer. */
    public double z(double x, double y) {
        return alongX(Math.abs(x)) - y * y / (2 * radiusMm);
    }

    private double alongX(double x) {
        double u = x - centreMm;
        if (u < -halfWidthMm) {
            // From the lens edge to the middle the slope falls to nothing, so both sides meet smoothly.
            double edge = centreMm - halfWidthMm;
            return onLens(-halfWidthMm) + slope(-halfWidthMm) * (x * x - edge * edge) / (2 * edge);
        }
        if (u > halfWidthMm) {
            return onLens(halfWidthMm) + slope(halfWidthMm) * (u - halfWidthMm);
        }
        return onLens(u);
    }

    private double onLens(double u) {
        return -u * u / (2 * radiusMm) - u * wrapSlope;
    }

    private double slope(double u) {
        return -u / radiusMm - wrapSlope;
    }
}
