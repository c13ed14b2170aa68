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
    static AcetateStyle of(FrameShape shape) {
        return switch (shape) {
            case ROUND -> new AcetateStyle(3.9, 4.0, 3.8, 3.7, 0.30, 7.5, 0.3, 0.34, 6.0);
            case PANTO -> new AcetateStyle(4.3, 4.2, 3.7, 3.6, 0.46, 8.2, 0.4, 0.40, 6.4);
            case OVAL -> new AcetateStyle(3.8, 4.2, 3.6, 3.6, 0.34, 7.0, 0.2, 0.36, 6.0);
            case SQUARE -> new AcetateStyle(5.2, 5.0, 4.5, 4.2, 0.56, 10.0, 0.4, 0.36, 7.6);
            case CAT_EYE -> new AcetateStyle(4.8, 4.6, 3.4, 3.6, 0.72, 8.6, 2.6, 0.38, 6.4);
            case TRAPEZOID -> new AcetateStyle(5.4, 5.0, 4.2, 4.0, 0.62, 10.5, 1.2, 0.42, 7.2);
            case BUTTERFLY -> new AcetateStyle(4.8, 5.2, 4.2, 3.8, 0.58, 9.6, 0.8, 0.42, 6.8);
            case BROW -> new AcetateStyle(6.2, 5.0, 3.8, 3.8, 0.60, 9.0, 0.8, 0.40, 6.8);
            case RECTANGLE, AVIATOR, NAVIGATOR, HEXAGON -> new AcetateStyle(4.2, 4.5, 3.8, 3.8, 0.50, 8.0, 0.3, 0.36, 6.6);
        };
    }
}
