package com.eyewearml.face;

import com.eyewearml.face.shape.HeadModel;

/**
 * What the engine knows of the face in one picture. Allocated once and overwritten by every step; when {@link #found} is
 * false, everything but {@link #facesDetected} and the field of view is that of the last face found, or zero.
 *
 * <p>Uncertainties are standard uncertainties (one standard deviation, GUM 2.3.1).
 */
public final class TrackedFace {
    /** Whether the picture shows a face. */
    public boolean found;
    /** Probability that the region followed shows a face, 0–1. */
    public float confidence;
    /** Faces the last detection saw; while one face is followed without detection, 1. */
    public int facesDetected;
    /** x, y, z of {@value FacePoints#COUNT} landmarks: continuous pixels, y down, z in pixels, negative towards the camera. */
    public final float[] landmarksPx = new float[3 * FacePoints.COUNT];
    /** Head frame to camera frame, column-major 4 × 4, rigid, millimetres; camera at the origin looking along −z, y up. */
    public final float[] pose = new float[16];
    /** Vertical field of view of the pinhole camera that {@link #pose} is solved for and the glasses are to be drawn with. */
    public float verticalFovRad;
    /** Standard uncertainty of {@link #verticalFovRad}; 0 where it was given. */
    public float verticalFovUncertaintyRad;
    /**
     * The head's own neutral shape, millimetres in the head frame, x, y, z of every vertex of the {@link HeadModel}: first the
     * {@value FacePoints#COUNT} landmarks, then the vertices of the occluder.
     */
    public final float[] headShapeMm;
    /** Grows by one whenever {@link #headShapeMm} has changed, so that copies of it are renewed only then. */
    public int headShapeVersion;
    /** Distance between the pupils looking into the distance. */
    public float pdMm;
    /** Standard uncertainty of {@link #pdMm}, the scatter of iris diameters among people included. */
    public float pdUncertaintyMm;
    /** Breadth of the face from temple to temple. */
    public float faceWidthMm;
    /** Standard uncertainty of {@link #faceWidthMm}. */
    public float faceWidthUncertaintyMm;
    /** Relative standard uncertainty of every length in this object. */
    public float scaleUncertainty;

    /** Makes room for a face shaped by the given model, with its mean shape. */
    public TrackedFace(HeadModel head) {
        headShapeMm = new float[3 * head.vertexCount()];
        head.copyMeanMm(headShapeMm);
    }
}
