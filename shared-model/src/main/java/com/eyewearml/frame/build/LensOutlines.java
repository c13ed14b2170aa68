package com.eyewearml.frame.build;

import com.eyewearml.frame.FrameDimensions;
import com.eyewearml.frame.FrameShape;
import com.eyewearml.frame.geometry.BSpline;
import com.eyewearml.frame.geometry.Contour;

/**
 * The lens outlines. Each is a closed cubic B-spline (an ellipse for round and oval) whose control cage is drawn for the wearer's left
 * lens, temples at positive x, and stretched to the box of the frame.
 */
public final class LensOutlines {
    private static final int ELLIPSE_POINTS = 720;
    private static final int SAMPLES_PER_SPAN = 48;

    private LensOutlines() {
    }

    /** Outline of the left lens in frame coordinates, finely sampled, its box exactly A by B. */
    public static Contour left(FrameShape shape, FrameDimensions dimensions) {
        return unit(shape).fittedTo(dimensions.boxCentreMm(), 0, dimensions.lensWidthMm(), dimensions.lensHeightMm());
    }

    private static Contour unit(FrameShape shape) {
        return switch (shape) {
            case ROUND, OVAL -> superellipse(2);
            case PANTO -> cage(90, 66, 101, 14, 90, -42, 56, -92, 4, -108, -50, -96, -88, -50, -101, 10, -88, 64, -56, 94, -8, 98, 38, 97,
                    70, 88);
            case RECTANGLE -> cage(104, 60, 106, 0, 96, -70, 78, -100, 30, -104, -30, -104, -74, -98, -98, -62, -104, 0, -104, 62, -88,
                    98, -30, 104, 30, 104, 88, 102);
            case SQUARE -> cage(102, 62, 102, 0, 90, -66, 66, -98, 20, -106, -24, -104, -68, -94, -94, -58, -100, 0, -102, 60, -86, 96,
                    -34, 104, 30, 106, 84, 100);
            case AVIATOR -> cage(96, 34, 103, -16, 88, -74, 44, -106, -8, -96, -48, -62, -82, -18, -100, 26, -94, 74, -58, 100, -6, 103,
                    48, 96, 82, 76);
            case NAVIGATOR -> cage(102, 52, 102, -10, 86, -70, 48, -102, -4, -104, -54, -84, -88, -36, -102, 18, -102, 66, -84, 98, -30,
                    105, 32, 104, 84, 94);
            case CAT_EYE -> cage(112, 76, 96, 8, 78, -52, 42, -94, -8, -104, -58, -86, -92, -38, -102, 14, -94, 60, -64, 80, -14, 86, 44,
                    98, 96, 116);
            case TRAPEZOID -> cage(106, 66, 98, 4, 84, -62, 54, -98, 6, -106, -42, -100, -76, -70, -94, -10, -104, 50, -92, 92, -38, 102,
                    24, 104, 84, 106);
            case HEXAGON -> cage(98, 36, 106, 0, 92, -40, 68, -92, 44, -104, -44, -104, -68, -92, -92, -40, -106, 0, -98, 36, -76, 88,
                    -48, 104, 48, 104, 78, 90);
            case BUTTERFLY -> cage(110, 56, 108, -12, 94, -70, 52, -102, -4, -102, -54, -78, -86, -32, -98, 20, -92, 66, -64, 92, -16, 98,
                    38, 104, 90, 104);
            case BROW -> cage(102, 62, 98, 2, 82, -62, 46, -98, -4, -106, -50, -94, -84, -52, -100, 4, -102, 56, -86, 94, -32, 102, 30,
                    104, 84, 102);
        };
    }

    private static Contour superellipse(double exponent) {
        double[] x = new double[ELLIPSE_POINTS];
        double[] y = new double[ELLIPSE_POINTS];
        for (int i = 0; i < ELLIPSE_POINTS; i++) {
            double angle = 2 * Math.PI * i / ELLIPSE_POINTS;
            x[i] = Math.copySign(Math.pow(Math.abs(Math.cos(angle)), 2 / exponent), Math.cos(angle));
            y[i] = Math.copySign(Math.pow(Math.abs(Math.sin(angle)), 2 / exponent), Math.sin(angle));
        }
        return new Contour(x, y);
    }

    /** Control points in hundredths of the half box, clockwise from the upper outer corner. */
    private static Contour cage(double... clockwise) {
        double[] counterClockwise = new double[clockwise.length];
        for (int i = 0; i < clockwise.length; i += 2) {
            counterClockwise[clockwise.length - 2 - i] = clockwise[i];
            counterClockwise[clockwise.length - 1 - i] = clockwise[i + 1];
        }
        return BSpline.closed(counterClockwise, SAMPLES_PER_SPAN);
    }
}
