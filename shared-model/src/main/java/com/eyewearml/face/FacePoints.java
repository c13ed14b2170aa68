package com.eyewearml.face;

/**
 * Numbers of the landmarks that the engine names. Order: the 468 vertices of the canonical face mesh, then the irises.
 * Right and left are the subject's own: the right eye lies on the left of an unmirrored picture.
 */
public final class FacePoints {
    /** Number of landmarks. */
    public static final int COUNT = 478;
    /** Landmarks on the skin; the rest lie on the irises. */
    public static final int MESH_COUNT = 468;

    public static final int RIGHT_EYE_OUTER = 33;
    public static final int RIGHT_EYE_INNER = 133;
    public static final int RIGHT_EYE_UPPER_LID = 159;
    public static final int RIGHT_EYE_LOWER_LID = 145;
    public static final int LEFT_EYE_INNER = 362;
    public static final int LEFT_EYE_OUTER = 263;
    public static final int LEFT_EYE_UPPER_LID = 386;
    public static final int LEFT_EYE_LOWER_LID = 374;

    public static final int RIGHT_IRIS_CENTRE = 468;
    public static final int RIGHT_IRIS_PLUS_X = 469;
    public static final int RIGHT_IRIS_TOP = 470;
    public static final int RIGHT_IRIS_MINUS_X = 471;
    public static final int RIGHT_IRIS_BOTTOM = 472;
    public static final int LEFT_IRIS_CENTRE = 473;
    public static final int LEFT_IRIS_PLUS_X = 474;
    public static final int LEFT_IRIS_TOP = 475;
    public static final int LEFT_IRIS_MINUS_X = 476;
    public static final int LEFT_IRIS_BOTTOM = 477;

    /** Highest point of the nose ridge, between the eyes. */
    public static final int NOSE_BRIDGE_TOP = 168;
    public static final int NOSE_TIP = 4;
    public static final int NOSE_BASE = 2;
    public static final int RIGHT_NOSE_WING = 98;
    public static final int LEFT_NOSE_WING = 327;
    public static final int RIGHT_TEMPLE = 127;
    public static final int LEFT_TEMPLE = 356;
    /** Side of the face in front of the ear, where the face is widest. */
    public static final int RIGHT_SIDE = 234;
    public static final int LEFT_SIDE = 454;
    public static final int CHIN = 152;
    public static final int FOREHEAD_TOP = 10;

    private static final int[] NOSE_RIDGE = {NOSE_BRIDGE_TOP, 6, 197, 195, 5, NOSE_TIP};

    private FacePoints() { }

    /** Number of points along the nose ridge. */
    public static int noseRidgeCount() {
        return NOSE_RIDGE.length;
    }

    /** Landmark at place {@code i} along the nose ridge, counted from between the eyes down to the tip. */
    public static int noseRidge(int i) {
        return NOSE_RIDGE[i];
    }
}
