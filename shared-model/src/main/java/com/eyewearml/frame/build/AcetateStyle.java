package com.eyewearml.frame.build;

import com.eyewearml.frame.FrameShape;

/**
 * Proportions of an acetate front by lens shape. Millimetres, or shares of half the lens height B / 2 above the middle.
 *
 * @param topMm         rim width over the lens
 * @param temporalMm    rim width towards the temple
 * @param bottomMm      rim width under the lens
 * @param nasalMm       rim width towards the nose
 * @param hingeShare    height of the hinges
 * @param endHeightMm   height of the end piece and of the temple behind it
 * @param endLiftMm     how much the end piece rises outwards
 * @param bridgeShare   height of the middle of the bridge
 * @param bridgeMm      height of the bridge's cross-section
 */
record AcetateStyle(double topMm, double temporalMm, double bottomMm, double nasalMm, double hingeShare, double endHeightMm,
                    double endLiftMm, double bridgeShare, double bridgeMm) {
    /** How far from the end the end piece has its full height. */
    static final double END_INSET_MM = 2.5;
    private static final double MIN_END_MM = 5;
    private static final double MAX_END_MM = 16;

    /** With end pieces at another height, of another height. */
    AcetateStyle withEnd(double newHingeShare, double newEndHeightMm) {
        return new AcetateStyle(topMm, temporalMm, bottomMm, nasalMm, newHingeShare, Math.clamp(newEndHeightMm, MIN_END_MM, MAX_END_MM),
                endLiftMm, bridgeShare, bridgeMm);
    }

    static AcetateStyle of(FrameShape shape) {
        return switch (shape) {
            case ROUND -> new AcetateStyle(3.7, 3.8, 3.5, 3.4, 0.34, 7.4, 0.3, 0.34, 5.8);
            case PANTO -> new AcetateStyle(4.0, 4.0, 3.3, 3.3, 0.52, 8.2, 0.4, 0.42, 6.2);
            case OVAL -> new AcetateStyle(3.6, 4.0, 3.3, 3.3, 0.36, 7.0, 0.2, 0.36, 5.8);
            case SQUARE -> new AcetateStyle(4.6, 4.4, 3.5, 3.4, 0.58, 9.6, 0.4, 0.40, 7.0);
            case CAT_EYE -> new AcetateStyle(4.6, 4.4, 3.0, 3.3, 0.74, 8.4, 2.8, 0.40, 6.2);
            case TRAPEZOID -> new AcetateStyle(5.0, 4.8, 3.7, 3.6, 0.64, 10.4, 1.2, 0.44, 6.8);
            case BUTTERFLY -> new AcetateStyle(4.6, 5.0, 3.7, 3.5, 0.60, 9.6, 0.8, 0.44, 6.4);
            case BROW -> new AcetateStyle(6.2, 5.0, 3.8, 3.8, 0.60, 9.0, 0.8, 0.40, 6.8);
            case RECTANGLE, AVIATOR, NAVIGATOR, HEXAGON -> new AcetateStyle(4.2, 4.5, 3.8, 3.8, 0.50, 8.0, 0.3, 0.36, 6.6);
        };
    }
}
