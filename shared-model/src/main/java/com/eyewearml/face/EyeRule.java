package com.eyewearml.face;

/**
 * The one rule that turns a face into the two square regions the eye network looks at, and its answers back into landmarks. Training data
 * are cut by it too.
 *
 * <p>A region lies about the middle of an eye's corners, is turned like the line of the outer eye corners and has {@value #SIDE} times
 * their distance in space as its side, so that it covers the same part of the head however that is turned. The network knows
 * right eyes only: the left eye is shown to it mirrored.
 */
public final class EyeRule {
    /** Side of a region over the distance of the outer eye corners, depth included. */
    public static final float SIDE = 0.52f;
    /** Landmarks of an eye. */
    public static final int POINTS = 21;
    /** Place of the iris centre among them; the rim follows: +x side, top, -x side, bottom. */
    public static final int IRIS_CENTRE = 16;

    private static final int[] RIGHT = {
        33, 246, 161, 160, 159, 158, 157, 173, 133, 7, 163, 144, 145, 153, 154, 155, 468, 469, 470, 471, 472};
    private static final int[] LEFT = {
        263, 466, 388, 387, 386, 385, 384, 398, 362, 249, 390, 373, 374, 380, 381, 382, 473, 476, 475, 474, 477};

    private EyeRule() { }

    /**
     * Landmark behind place {@code i} of the network's answer: outer corner, seven points of the upper lid, inner corner, seven of the
     * lower lid from the outer corner on, iris centre and rim.
     */
    public static int landmark(boolean left, int i) {
        return left ? LEFT[i] : RIGHT[i];
    }

    /** Region of an eye. */
    public static Roi fromLandmarks(float[] landmarksPx, boolean left, Roi out) {
        int from = 3 * FacePoints.RIGHT_EYE_OUTER;
        int to = 3 * FacePoints.LEFT_EYE_OUTER;
        double dx = landmarksPx[to] - landmarksPx[from];
        double dy = landmarksPx[to + 1] - landmarksPx[from + 1];
        double dz = landmarksPx[to + 2] - landmarksPx[from + 2];
        int outer = left ? to : from;
        int inner = 3 * (left ? FacePoints.LEFT_EYE_INNER : FacePoints.RIGHT_EYE_INNER);
        return out.set((landmarksPx[outer] + landmarksPx[inner]) / 2, (landmarksPx[outer + 1] + landmarksPx[inner + 1]) / 2,
                SIDE * (float) Math.sqrt(dx * dx + dy * dy + dz * dz), (float) Math.atan2(dy, dx));
    }

    /**
     * Puts x and y of an eye's landmarks into the picture; z stays.
     *
     * @param points u, v of {@value #POINTS} points in units of half the region's side, mirrored for the left eye
     */
    public static void toPicture(float[] points, Roi roi, boolean left, float[] landmarksPx) {
        float half = roi.sidePx / 2;
        float cos = (float) Math.cos(roi.angleRad) * half;
        float sin = (float) Math.sin(roi.angleRad) * half;
        for (int i = 0; i < POINTS; i++) {
            float u = left ? -points[2 * i] : points[2 * i];
            float v = points[2 * i + 1];
            int at = 3 * landmark(left, i);
            landmarksPx[at] = roi.centreX + cos * u - sin * v;
            landmarksPx[at + 1] = roi.centreY + sin * u + cos * v;
        }
    }

    /** Inverse of {@link #toPicture}. */
    public static void toRegion(float[] landmarksPx, Roi roi, boolean left, float[] points) {
        float scale = 2 / roi.sidePx;
        float cos = (float) Math.cos(roi.angleRad) * scale;
        float sin = (float) Math.sin(roi.angleRad) * scale;
        for (int i = 0; i < POINTS; i++) {
            int at = 3 * landmark(left, i);
            float x = landmarksPx[at] - roi.centreX;
            float y = landmarksPx[at + 1] - roi.centreY;
            float u = cos * x + sin * y;
            points[2 * i] = left ? -u : u;
            points[2 * i + 1] = cos * y - sin * x;
        }
    }
}
