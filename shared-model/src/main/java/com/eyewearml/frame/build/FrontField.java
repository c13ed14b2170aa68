package com.eyewearml.frame.build;

import com.eyewearml.frame.BridgeStyle;
import com.eyewearml.frame.FrameDimensions;
import com.eyewearml.frame.FrameSpec;
import com.eyewearml.frame.geometry.Contour;
import com.eyewearml.frame.geometry.OutlineTracer;

/**
 * The outer shape of an acetate front as a field over the plane, negative inside: two rims, a bridge and two end pieces, melted together
 * by smooth unions (the lenses are cut out elsewhere).
 */
final class FrontField implements OutlineTracer.Field {
    private static final double BRIDGE_BLEND_MM = 5;
    private static final double END_BLEND_MM = 9;
    private static final double END_CORNER_MM = 2.2;
    private static final double KEYHOLE_BLEND_MM = 1.6;

    private final Contour lens;
    private final FrameDimensions dimensions;
    private final AcetateStyle style;
    private final boolean keyhole;
    private final double temporalMm;
    private final double endX;

    /** @param endX where the end pieces end; the outline itself may reach a little further by the blending */
    FrontField(FrameSpec spec, Contour lens, AcetateStyle style, double endX) {
        this.lens = lens;
        this.style = style;
        this.endX = endX;
        dimensions = spec.dimensions();
        keyhole = spec.bridge() == BridgeStyle.KEYHOLE;
        double room = dimensions.totalWidthMm() / 2 - dimensions.boxCentreMm() - dimensions.lensWidthMm() / 2;
        temporalMm = Math.min(style.temporalMm(), room - 0.4);
    }

    double bridgeY() {
        return style.bridgeShare() * dimensions.lensHeightMm() / 2;
    }

    double hingeY() {
        return style.hingeShare() * dimensions.lensHeightMm() / 2;
    }

    @Override
    public double at(double x, double y) {
        double value = smoothMin(half(x, y), half(-x, y), 2);
        value = smoothMin(value, bridge(x, y), BRIDGE_BLEND_MM);
        return keyhole ? -smoothMin(-value, notch(x, y), KEYHOLE_BLEND_MM) : value;
    }

    double half(double x, double y) {
        return smoothMin(rim(x, y), endPiece(x, y), END_BLEND_MM);
    }

    double rim(double x, double y) {
        double across = (x - dimensions.boxCentreMm()) / (dimensions.lensWidthMm() / 2);
        double up = y / (dimensions.lensHeightMm() / 2);
        double square = Math.max(1e-9, across * across + up * up);
        double sideways = across > 0 ? temporalMm : Math.min(style.nasalMm(), dimensions.dblMm() / 2 - 1.2);
        double upright = up > 0 ? style.topMm() : style.bottomMm();
        return lens.signedDistance(x, y) - (sideways * across * across + upright * up * up) / square;
    }

    /** A box with rounded corners from inside the rim to the end, sheared upwards by the lift. */
    double endPiece(double x, double y) {
        double startX = dimensions.boxCentreMm() + dimensions.lensWidthMm() / 2 - 8;
        double along = Math.clamp((x - startX) / (endX - startX), 0, 1);
        double middleY = hingeY() + style.endLiftMm() * (along * along - 1);
        double dx = Math.abs(x - (startX + endX) / 2) - (endX - startX) / 2 + END_CORNER_MM;
        double dy = Math.abs(y - middleY) - style.endHeightMm() / 2 + END_CORNER_MM;
        return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - END_CORNER_MM;
    }

    /** A bar along a shallow arch between the rims. */
    private double bridge(double x, double y) {
        double halfSpan = dimensions.dblMm() / 2 + 2;
        double sag = 2.2;
        double t = Math.min(1, Math.abs(x) / halfSpan);
        double middleY = bridgeY() - sag * t * t;
        double slope = 2 * sag * t / halfSpan;
        double upright = Math.abs(y - middleY) / Math.sqrt(1 + slope * slope) - style.bridgeMm() / 2;
        double beyond = Math.abs(x) - halfSpan;
        return Math.max(upright, beyond);
    }

    /** The keyhole: an upright ellipse under the bridge, positive inside so that it is cut away. */
    private double notch(double x, double y) {
        double radiusX = dimensions.dblMm() * 0.235;
        double radiusY = radiusX * 1.12;
        double centreY = bridgeY() - style.bridgeMm() / 2 - radiusY + 1.6;
        double scaled = Math.hypot(x / radiusX, (y - centreY) / radiusY);
        return (scaled - 1) * Math.min(radiusX, radiusY);
    }

    static double smoothMin(double a, double b, double blend) {
        double overlap = Math.max(blend - Math.abs(a - b), 0) / blend;
        return Math.min(a, b) - overlap * overlap * blend / 4;
    }
}
