package com.eyewearml.facemodel.faces;

import java.util.List;

/**
 * Content of {@code samples.json}.
 *
 * @param samples the average faces
 * @param clips   average faces that move
 */
public record SampleManifest(List<Sample> samples, List<Clip> clips) {
    /**
     * @param file              JPEG beside the manifest
     * @param title             what a shopper reads
     * @param portraits         how many portraits were averaged
     * @param nearestDifference mean absolute difference over the face, 8-bit levels, to the nearest of them after alignment
     * @param verticalFovRad    camera that the face was given
     * @param distanceMm        from that camera to the middle between the inner eye corners
     * @param pointsFile        JSON with the 478 landmarks of the average
     */
    public record Sample(String file, String title, int width, int height, int portraits, float nearestDifference,
            double verticalFovRad, double distanceMm, String pointsFile) { }

    /**
     * @param file      motion JPEG beside the manifest
     * @param posesFile JSON with the pose of every frame
     */
    public record Clip(String file, String posesFile) { }

    /**
     * Landmarks of a sample.
     *
     * @param points x, y, z of each of 478; continuous pixels with centres at half-integers, z in the same unit, negative towards
     *               the camera
     */
    public record Points(float[] points) { }

    /**
     * Poses of a clip. A landmark of a frame is the projection of its head-frame point through
     * {@link com.eyewearml.face.pose.PinholeCamera} of the given field of view.
     *
     * @param pointsMm 478 x, y, z, head frame
     * @param frames   one a picture
     */
    public record Poses(int width, int height, double framesPerSecond, double verticalFovRad, float[] pointsMm, List<Frame> frames) { }

    /**
     * @param rollRad       turn about the face's own axis; rotation = Ry(yaw) Rx(pitch) Rz(roll)
     * @param translationMm the head frame's origin in the camera frame
     */
    public record Frame(double yawRad, double pitchRad, double rollRad, double[] translationMm) { }
}
