package com.eyewearml.facemodel.eye;

/**
 * The opening between the lids in a picture: outer corner, {@value #LID_POINTS} points of the upper lid, inner corner, as many of the
 * lower lid. Measured along the line of the corners and square to it.
 */
final class LidContour {
    static final int LID_POINTS = 7;
    static final int POINTS = 2 * LID_POINTS + 2;
    private static final int SIDE_POINTS = LID_POINTS + 2;

    private final double[] upperAlong = new double[SIDE_POINTS];
    private final double[] upperHeight = new double[SIDE_POINTS];
    private final double[] lowerAlong = new double[SIDE_POINTS];
    private final double[] lowerHeight = new double[SIDE_POINTS];
    private double originX;
    private double originY;
    private double axisX;
    private double axisY;
    private double flip;
    private double length;

    /**
     * Takes a contour.
     *
     * @param contour x, y of {@value #POINTS} points: outer corner, upper lid from there to the inner corner, inner corner, lower lid from
     *                the outer corner to the inner
     */
    void set(float[] contour) {
        originX = contour[0];
        originY = contour[1];
        int inner = 2 * (LID_POINTS + 1);
        axisX = contour[inner] - originX;
        axisY = contour[inner + 1] - originY;
        length = Math.hypot(axisX, axisY);
        axisX /= length;
        axisY /= length;
        // heights grow downwards in the picture, whichever eye it is
        flip = axisX >= 0 ? 1 : -1;
        for (int i = 0; i < SIDE_POINTS; i++) {
            int lower = i == 0 ? 0 : i == SIDE_POINTS - 1 ? LID_POINTS + 1 : LID_POINTS + 1 + i;
            upperAlong[i] = along(contour[2 * i], contour[2 * i + 1]);
            upperHeight[i] = height(contour[2 * i], contour[2 * i + 1]);
            lowerAlong[i] = along(contour[2 * lower], contour[2 * lower + 1]);
            lowerHeight[i] = height(contour[2 * lower], contour[2 * lower + 1]);
        }
    }

    /** Place along the line of the corners, 0 at the outer corner and 1 at the inner. */
    double along(double x, double y) {
        return ((x - originX) * axisX + (y - originY) * axisY) / length;
    }

    /** Distance below the line of the corners. */
    double height(double x, double y) {
        return flip * ((y - originY) * axisX - (x - originX) * axisY);
    }

    /** Whether a point lies between the lids. */
    boolean contains(double x, double y) {
        double along = along(x, y);
        double height = height(x, y);
        return along > 0 && along < 1 && height > upper(along) && height < lower(along);
    }

    /** Height of the upper lid there. */
    double upper(double along) {
        return interpolate(upperAlong, upperHeight, along);
    }

    /** Height of the lower lid there. */
    double lower(double along) {
        return interpolate(lowerAlong, lowerHeight, along);
    }

    private static double interpolate(double[] x, double[] y, double at) {
        int i = 1;
        while (i < x.length - 1 && x[i] < at) {
            i++;
        }
        double width = x[i] - x[i - 1];
        double share = width > 1e-9 ? Math.clamp((at - x[i - 1]) / width, 0, 1) : 0.5;
        return y[i - 1] + share * (y[i] - y[i - 1]);
    }
}
