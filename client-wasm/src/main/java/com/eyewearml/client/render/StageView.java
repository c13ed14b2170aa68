package com.eyewearml.client.render;

import java.util.Arrays;

/**
 * How a frame is seen on its stage: the camera and the light's side. Mutable, because one instance is reused for every picture.
 * Matrices are column-major 4 × 4; clip space is OpenGL's; the stage is right-handed in millimetres, y up, its ground at y = 0.
 *
 * <p>{@link #orbit} carries the studio around with the camera, as if the frame stood on a turntable: every side shows the
 * highlights that the studio was made for.
 */
public final class StageView {
    /** Vertical field of view of {@link #orbit}: a long lens, as product photographers use. */
    public static final double ORBIT_FOV_RAD = Math.toRadians(20);

    private final float[] clipFromCamera = new float[16];
    private final float[] cameraFromStage = new float[16];
    private final float[] environmentFromCamera = new float[16];
    private float gain = 1;

    /**
     * Looks at a point from a distance.
     *
     * @param yawRad how far the camera has walked to the wearer's left around the frame; 0 in front of it
     * @param pitchRad how high the camera stands; positive looks down
     * @param zoom focal length in units of the one for {@link #ORBIT_FOV_RAD}
     * @param targetYMm height above the ground of the point in the picture's centre
     * @param targetZMm where on the stage's z axis it is
     * @param radiusMm everything nearer to that point is between the clipping planes
     */
    public void orbit(double yawRad, double pitchRad, double distanceMm, double zoom, double targetYMm, double targetZMm,
            double radiusMm, double aspect) {
        perspective(zoom / Math.tan(ORBIT_FOV_RAD / 2), aspect, Math.max(distanceMm - radiusMm, 1), distanceMm + radiusMm);
        double cosYaw = Math.cos(yawRad);
        double sinYaw = Math.sin(yawRad);
        double cosPitch = Math.cos(pitchRad);
        double sinPitch = Math.sin(pitchRad);
        rotation(cameraFromStage,
                cosYaw, 0, -sinYaw,
                -sinPitch * sinYaw, cosPitch, -sinPitch * cosYaw,
                cosPitch * sinYaw, sinPitch, cosPitch * cosYaw);
        cameraFromStage[12] = (float) (sinYaw * targetZMm);
        cameraFromStage[13] = (float) (sinPitch * cosYaw * targetZMm - cosPitch * targetYMm);
        cameraFromStage[14] = (float) (-cosPitch * cosYaw * targetZMm - sinPitch * targetYMm - distanceMm);
        rotation(environmentFromCamera,
                1, 0, 0,
                0, cosPitch, sinPitch,
                0, -sinPitch, cosPitch);
    }

    private void perspective(double focal, double aspect, double near, double far) {
        Arrays.fill(clipFromCamera, 0);
        clipFromCamera[0] = (float) (focal / aspect);
        clipFromCamera[5] = (float) focal;
        clipFromCamera[10] = (float) ((far + near) / (near - far));
        clipFromCamera[11] = -1;
        clipFromCamera[14] = (float) (2 * far * near / (near - far));
    }

    private static void rotation(float[] out, double m00, double m01, double m02, double m10, double m11, double m12,
            double m20, double m21, double m22) {
        Arrays.fill(out, 0);
        out[0] = (float) m00;
        out[1] = (float) m10;
        out[2] = (float) m20;
        out[4] = (float) m01;
        out[5] = (float) m11;
        out[6] = (float) m21;
        out[8] = (float) m02;
        out[9] = (float) m12;
        out[10] = (float) m22;
        out[15] = 1;
    }

    /**
     * Takes any camera and any side of the light; arrays are copied.
     *
     * @throws IllegalArgumentException if a matrix has not 16 elements
     */
    public void set(float[] newClipFromCamera, float[] newCameraFromStage, float[] newEnvironmentFromCamera) {
        copy("clipFromCamera", newClipFromCamera, clipFromCamera);
        copy("cameraFromStage", newCameraFromStage, cameraFromStage);
        copy("environmentFromCamera", newEnvironmentFromCamera, environmentFromCamera);
    }

    private static void copy(String name, float[] from, float[] to) {
        if (from.length != 16) {
            throw new IllegalArgumentException(name + " has " + from.length + " elements, expected 16");
        }
        System.arraycopy(from, 0, to, 0, 16);
    }

    /** Sets the radiance of the picture for one unit of radiance in the environment; 1 at first. */
    public void setGain(float newGain) {
        gain = newGain;
    }

    public float[] clipFromCamera() {
        return clipFromCamera;
    }

    public float[] cameraFromStage() {
        return cameraFromStage;
    }

    public float[] environmentFromCamera() {
        return environmentFromCamera;
    }

    public float gain() {
        return gain;
    }

    /** Sine of the angle at which the camera looks down on the ground; negative from below. */
    public float downwards() {
        return cameraFromStage[6];
    }
}
