package com.eyewearml.facemodel.bench;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.pose.PinholeCamera;
import com.eyewearml.face.pose.RigidPose;
import com.eyewearml.face.shape.HeadModel;
import java.util.Random;

/**
 * A person drawn from the head model before an ideal pinhole camera: shape, size and irises vary as among adults. Networks answer with
 * the exact projection plus normal noise, one per cent of the outer eye corners' distance a coordinate unless told otherwise.
 */
final class SyntheticPerson {
    private static final double SIZE_SD = 0.045;
    private static final double IRIS_SD = 0.5 / 11.7;

    final RigidPose truth = new RigidPose();
    final float[] shapeMm;
    final PinholeCamera camera;
    final PointsVision vision;
    final float[] landmarksPx;
    private final Random random;

    SyntheticPerson(HeadModel head, Random random, int widthPx, int heightPx, double verticalFovRad) {
        this.random = random;
        vision = new PointsVision(head, widthPx, heightPx);
        landmarksPx = vision.landmarksPx;
        camera = new PinholeCamera().set(widthPx, heightPx, verticalFovRad);
        float[] coefficients = new float[head.modeCount()];
        for (int k = 0; k < coefficients.length; k++) {
            coefficients[k] = (float) random.nextGaussian();
        }
        shapeMm = new float[3 * head.vertexCount()];
        head.shape(coefficients, shapeMm);
        double size = Math.exp(SIZE_SD * random.nextGaussian());
        for (int i = 0; i < shapeMm.length; i++) {
            shapeMm[i] *= (float) size;
        }
        double iris = Math.exp(IRIS_SD * random.nextGaussian());
        setRing(head, FacePoints.RIGHT_IRIS_CENTRE, iris);
        setRing(head, FacePoints.LEFT_IRIS_CENTRE, iris);
    }

    private void setRing(HeadModel head, int centre, double size) {
        for (int point = centre + 1; point <= centre + 4; point++) {
            for (int axis = 0; axis < 3; axis++) {
                float offset = head.meanMm(3 * point + axis) - head.meanMm(3 * centre + axis);
                shapeMm[3 * point + axis] = (float) (shapeMm[3 * centre + axis] + size * offset);
            }
        }
    }

    /** Takes a place; angles in degrees, distance along the optical axis in millimetres. */
    void stand(double yawDeg, double pitchDeg, double xMm, double distanceMm) {
        truth.set(new RigidPose());
        truth.move(new double[] {Math.toRadians(pitchDeg), 0, 0, 0, 0, 0});
        truth.move(new double[] {0, Math.toRadians(yawDeg), 0, xMm, 0, -distanceMm});
    }

    /** Renews the landmarks of the present place. */
    void look(double relativeNoise) {
        for (int i = 0; i < 3 * FacePoints.COUNT; i += 3) {
            double[] c = new double[3];
            for (int a = 0; a < 3; a++) {
                c[a] = truth.r[3 * a] * shapeMm[i] + truth.r[3 * a + 1] * shapeMm[i + 1] + truth.r[3 * a + 2] * shapeMm[i + 2] + truth.t[a];
            }
            landmarksPx[i] = (float) camera.pixelX(c[0], c[2]);
            landmarksPx[i + 1] = (float) camera.pixelY(c[1], c[2]);
        }
        double noisePx = relativeNoise * distance(FacePoints.RIGHT_EYE_OUTER, FacePoints.LEFT_EYE_OUTER) / -truth.t[2] * camera.focalPx();
        for (int i = 0; i < 3 * FacePoints.COUNT; i++) {
            landmarksPx[i] += i % 3 == 2 ? 0 : (float) (noisePx * random.nextGaussian());
        }
    }

    /** Distance of two points of the head. */
    double distance(int a, int b) {
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            sum += Math.pow(shapeMm[3 * a + axis] - shapeMm[3 * b + axis], 2);
        }
        return Math.sqrt(sum);
    }
}
