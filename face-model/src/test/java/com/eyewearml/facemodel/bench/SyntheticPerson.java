package com.eyewearml.facemodel.bench;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.FaceVision;
import com.eyewearml.face.Roi;
import com.eyewearml.face.RoiRule;
import com.eyewearml.face.pose.PinholeCamera;
import com.eyewearml.face.pose.RigidPose;
import com.eyewearml.face.shape.HeadModel;
import com.eyewearml.face.track.DetectorDecoder;
import java.util.Random;

/**
 * A person drawn from the head model before an ideal pinhole camera: shape, size and irises vary as among adults. Networks answer with
 * the exact projection plus normal noise, one per cent of the outer eye corners' distance a coordinate unless told otherwise.
 */
final class SyntheticPerson implements FaceVision {
    private static final double SIZE_SD = 0.045;
    private static final double IRIS_SD = 0.5 / 11.7;
    private static final int LARGE_MAP = 16 * 16 * 6;

    final RigidPose truth = new RigidPose();
    final float[] shapeMm;
    final PinholeCamera camera;
    final float[] landmarksPx = new float[3 * FacePoints.COUNT];
    private final int widthPx;
    private final int heightPx;
    private final Random random;
    private final float[] answer = new float[3 * FacePoints.COUNT + 1];
    private final float[] detection = new float[DetectorDecoder.outputLength()];
    private final float[] mirrored = new float[3 * FacePoints.COUNT + 1];
    private final int[] mirror;
    private final Roi face = new Roi();

    SyntheticPerson(HeadModel head, Random random, int widthPx, int heightPx, double verticalFovRad) {
        this.random = random;
        mirror = head.landmarkMirror();
        this.widthPx = widthPx;
        this.heightPx = heightPx;
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

    @Override
    public int widthPx() {
        return widthPx;
    }

    @Override
    public int heightPx() {
        return heightPx;
    }

    @Override
    public float[] detect(Roi view) {
        java.util.Arrays.fill(detection, -10);
        RoiRule.fromLandmarks(landmarksPx, face);
        float scale = DetectorDecoder.INPUT_PX / view.sidePx;
        float x = (face.centreX - view.centreX) * scale / 16 + 4;
        float y = (face.centreY - view.centreY) * scale / 16 + 4;
        int column = Math.clamp((int) x, 0, 7);
        int row = Math.clamp((int) y, 0, 7);
        int at = LARGE_MAP + 6 * (8 * row + column);
        detection[at] = 5;
        detection[at + 1] = x - column - 0.5f;
        detection[at + 2] = y - row - 0.5f;
        detection[at + 3] = (float) Math.log(face.sidePx / RoiRule.MARGIN * scale / 64);
        detection[at + 4] = (float) Math.cos(face.angleRad);
        detection[at + 5] = (float) Math.sin(face.angleRad);
        return detection;
    }

    @Override
    public float[] landmark(Roi view) {
        RoiRule.toRegion(landmarksPx, view, answer);
        answer[3 * FacePoints.COUNT] = 5;
        return answer;
    }

    @Override
    public float[] landmarkMirrored(Roi view) {
        landmark(view);
        for (int i = 0; i < FacePoints.COUNT; i++) {
            mirrored[3 * mirror[i]] = -answer[3 * i];
            mirrored[3 * mirror[i] + 1] = answer[3 * i + 1];
            mirrored[3 * mirror[i] + 2] = answer[3 * i + 2];
        }
        mirrored[3 * FacePoints.COUNT] = answer[3 * FacePoints.COUNT];
        return mirrored;
    }
}
