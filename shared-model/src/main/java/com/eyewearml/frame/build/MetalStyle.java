package com.eyewearml.frame.build;

import com.eyewearml.frame.FrameShape;

/**
 * Proportions of a metal front by lens shape; shares of half the lens height B / 2 above the middle.
 *
 * @param hingeShare   height of the end pieces
 * @param bridgeShare  height of the bridge's ends
 * @param bridgeRiseMm how much higher its middle is
 * @param browBarShare height of the brow bar of a double bridge
 */
record MetalStyle(double hingeShare, double bridgeShare, double bridgeRiseMm, double browBarShare) {
    static MetalStyle of(FrameShape shape) {
        return switch (shape) {
            case ROUND -> new MetalStyle(0.18, 0.26, 2.6, 0.7);
            case AVIATOR -> new MetalStyle(0.56, 0.30, 1.2, 0.80);
            case NAVIGATOR -> new MetalStyle(0.62, 0.32, 1.2, 0.84);
            case HEXAGON -> new MetalStyle(0.30, 0.28, 2.2, 0.7);
            case OVAL -> new MetalStyle(0.22, 0.26, 2.2, 0.7);
            default -> new MetalStyle(0.5, 0.3, 2.2, 0.8);
        };
    }
}
