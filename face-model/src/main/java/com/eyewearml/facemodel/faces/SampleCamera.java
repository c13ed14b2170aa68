package com.eyewearml.facemodel.faces;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.pose.PinholeCamera;

/**
 * Camera of an average face. Portraits are taken from afar with lenses nobody knows, so the average is given a camera: at
 * {@link #DISTANCE_MM} from the middle between the inner eye corners, its field of view such that the irises have their usual size.
 *
 * @param widthPx        size of the picture
 * @param heightPx       the same
 * @param verticalFovRad field of view
 */
record SampleCamera(int widthPx, int heightPx, double verticalFovRad) {
    /** Usual distance of a portrait photographer. */
    static final double DISTANCE_MM = 1500;
    /** Horizontal visible iris diameter: 11.7 mm (Rüfer et al., White-to-white corneal diameter, Cornea 24, 2005). */
    static final double IRIS_MM = 11.7;

    /** @param points 478 x, y, z, pixels */
    static SampleCamera of(float[] points, int widthPx, int heightPx) {
        double focalPx = DISTANCE_MM / mmPerPx(points);
        return new SampleCamera(widthPx, heightPx, 2 * Math.atan(heightPx / (2 * focalPx)));
    }

    private static double mmPerPx(float[] points) {
        double right = points[3 * FacePoints.RIGHT_IRIS_PLUS_X] - points[3 * FacePoints.RIGHT_IRIS_MINUS_X];
        double left = points[3 * FacePoints.LEFT_IRIS_PLUS_X] - points[3 * FacePoints.LEFT_IRIS_MINUS_X];
        return 2 * IRIS_MM / (Math.abs(right) + Math.abs(left));
    }

    PinholeCamera pinhole() {
        return new PinholeCamera().set(widthPx, heightPx, verticalFovRad);
    }

    /**
     * Camera-frame place, millimetres, of what appears at a pixel.
     *
     * @param nearerPx how much nearer than the middle between the inner eye corners, in pixels of the picture
     */
    void unproject(double x, double y, double nearerPx, double[] out) {
        PinholeCamera camera = pinhole();
        double away = DISTANCE_MM - nearerPx * DISTANCE_MM / camera.focalPx();
        out[0] = camera.slopeX(x) * away;
        out[1] = camera.slopeY(y) * away;
        out[2] = -away;
    }
}
