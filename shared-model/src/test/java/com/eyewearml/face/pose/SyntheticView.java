package com.eyewearml.face.pose;

import com.eyewearml.face.FacePoints;
import java.util.Random;
import org.joml.Matrix4d;
import org.joml.Vector3d;
import org.joml.Vector4d;

/** Projects heads with JOML's perspective matrix, an implementation independent of the engine's own. */
public final class SyntheticView {
    public static final int WIDTH = 640;
    public static final int HEIGHT = 480;

    public final Matrix4d headToCamera;
    public final double verticalFovRad;

    private SyntheticView(Matrix4d headToCamera, double verticalFovRad) {
        this.headToCamera = headToCamera;
        this.verticalFovRad = verticalFovRad;
    }

    /** A head at a distance along the optical axis, shifted aside, turned in the order roll, yaw, pitch. */
    public static SyntheticView of(double yawDeg, double pitchDeg, double rollDeg, double distanceMm, double fovDeg) {
        Matrix4d m = new Matrix4d().translate(0.05 * distanceMm, -0.04 * distanceMm, -distanceMm).rotateZ(Math.toRadians(rollDeg))
                .rotateY(Math.toRadians(yawDeg)).rotateX(Math.toRadians(pitchDeg));
        return new SyntheticView(m, Math.toRadians(fovDeg));
    }

    public PinholeCamera camera() {
        return new PinholeCamera().set(WIDTH, HEIGHT, verticalFovRad);
    }

    /** Pixels of all landmarks, each moved by normal noise. */
    public float[] landmarks(float[] shapeMm, double noisePx, Random random) {
        Matrix4d projection = new Matrix4d().perspective(verticalFovRad, (double) WIDTH / HEIGHT, 1, 10000).mul(headToCamera);
        float[] landmarks = new float[3 * FacePoints.COUNT];
        for (int i = 0; i < landmarks.length; i += 3) {
            Vector4d clip = projection.transform(new Vector4d(shapeMm[i], shapeMm[i + 1], shapeMm[i + 2], 1));
            landmarks[i] = (float) ((clip.x / clip.w + 1) / 2 * WIDTH + noisePx * random.nextGaussian());
            landmarks[i + 1] = (float) ((1 - clip.y / clip.w) / 2 * HEIGHT + noisePx * random.nextGaussian());
        }
        return landmarks;
    }

    /** Angle in degrees between the view's rotation and a solved one. */
    public double rotationErrorDeg(RigidPose pose) {
        double trace = 0;
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                trace += pose.r[3 * row + column] * headToCamera.get(column, row);
            }
        }
        return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, (trace - 1) / 2))));
    }

    /** Distance in millimetres between the true and a solved place of the head's origin. */
    public double translationErrorMm(RigidPose pose) {
        return headToCamera.getTranslation(new Vector3d()).distance(pose.t[0], pose.t[1], pose.t[2]);
    }
}
