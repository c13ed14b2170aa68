package com.eyewearml.facemodel.bench;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.RgbaImage;
import com.eyewearml.face.scale.ScaleEstimator;
import com.eyewearml.face.shape.HeadModel;
import com.eyewearml.facemodel.data.Pyramid;
import com.eyewearml.facemodel.eye.EyeLook;
import com.eyewearml.facemodel.head.Procrustes;
import com.eyewearml.facemodel.sample.Canvas;
import com.eyewearml.facemodel.sample.PaintedHead;
import java.util.Random;

/**
 * A person of known size, pupil distance and iris diameter before a known camera: a portrait's head with rendered eyes. Size and irises
 * are drawn as they vary among adults.
 */
final class PdPerson {
    static final int WIDTH = 640;
    static final int HEIGHT = 480;
    /** True depth over the labels' (docs/decisions/0006). */
    private static final float DEPTH_FACTOR = 0.904f;
    /** People look at the screen below the camera, not into it. */
    private static final double SCREEN_BELOW_MM = 60;
    private static final double SCREEN_SD_MM = 40;

    private static final double LABEL_SD_MM = 1;

    private final PaintedHead head;
    private final float[] labels;
    private final Webcam webcam;
    private final Random random;
    private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
    private final double pxPerMm;
    private final float faceWidthPx;
    /** Horizontal diameter of the irises. */
    final double irisMm;

    /**
     * @param labels     478 points of the portrait
     * @param softnessPx standard deviation of the portrait's own blur in its pixels
     */
    PdPerson(PaintedHead head, Pyramid portrait, float[] labels, double softnessPx, HeadModel model, Random random) {
        this.head = head;
        this.random = random;
        this.labels = labels.clone();
        for (int i = 2; i < labels.length; i += 3) {
            this.labels[i] *= DEPTH_FACTOR;
        }
        float min = Float.MAX_VALUE;
        float max = -Float.MAX_VALUE;
        for (int i = 0; i < 3 * FacePoints.MESH_COUNT; i += 3) {
            min = Math.min(min, labels[i]);
            max = Math.max(max, labels[i]);
        }
        faceWidthPx = max - min;
        double size = Math.exp(ScaleEstimator.HEAD_SIZE_SD * random.nextGaussian());
        pxPerMm = pxPerModelMm(this.labels, model) / size;
        irisMm = ScaleEstimator.IRIS_MM + ScaleEstimator.IRIS_SD_MM * random.nextGaussian();
        webcam = new Webcam(random, WIDTH, HEIGHT);
        head.person(portrait, this.labels, EyeLook.random(random), irisMm, pxPerMm, softnessPx, 1);
    }

    /** Portrait pixels a millimetre of the mean head, by the similarity that the head model itself was made with. */
    private static double pxPerModelMm(float[] points, HeadModel model) {
        int n = FacePoints.MESH_COUNT;
        double[] shape = new double[3 * n];
        double[] mean = new double[3 * n];
        double[] weights = new double[n];
        for (int i = 0; i < 3 * n; i++) {
            shape[i] = i % 3 == 0 ? points[i] : -points[i];
            mean[i] = model.meanMm(i);
            weights[i / 3] = 1 / (LABEL_SD_MM * LABEL_SD_MM + Math.pow(model.expressionSdMm(i / 3), 2));
        }
        double[] moved = new Procrustes(weights).align(shape, mean);
        return distance(shape) / distance(moved);
    }

    private static double distance(double[] points) {
        double sum = 0;
        for (int a = 0; a < 3; a++) {
            sum += Math.pow(points[3 * FacePoints.RIGHT_SIDE + a] - points[3 * FacePoints.LEFT_SIDE + a], 2);
        }
        return Math.sqrt(sum);
    }

    /** Distance of the pupils looking into the distance, which is that of the eyes' centres of rotation. Known after the first picture. */
    double pdMm() {
        double[] right = head.eyeCentre(false);
        double[] left = head.eyeCentre(true);
        return Math.sqrt(Math.pow(right[0] - left[0], 2) + Math.pow(right[1] - left[1], 2) + Math.pow(right[2] - left[2], 2)) / pxPerMm;
    }

    /** What the camera sees. */
    RgbaImage picture(double yawRad, double pitchRad, double rollRad, double distanceMm, double focalPx) {
        double distancePx = distanceMm * pxPerMm;
        head.turn((float) yawRad, (float) pitchRad, (float) (distancePx / faceWidthPx), 1);
        head.lookAt(new double[] {SCREEN_SD_MM * random.nextGaussian() * pxPerMm,
            (SCREEN_BELOW_MM + SCREEN_SD_MM * random.nextGaussian()) * pxPerMm, -head.cameraDistance()});
        head.draw(canvas, true, (float) (focalPx / head.cameraDistance()), (float) rollRad, head.axisX(), head.axisY(), WIDTH / 2f,
                HEIGHT / 2f);
        return webcam.take(canvas.rgb);
    }
}
