package com.eyewearml.face.track;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.FaceVision;
import com.eyewearml.face.Roi;

/**
 * Finds a face and follows it. A face followed is looked for where its own landmarks of the last frame say; only when its presence falls
 * below {@link #KEEP_PRESENCE} does the detector run, and a face it proposes is taken only if two passes of the landmarker both see it
 * with {@link #START_PRESENCE}. While several faces are in view the one followed stays the one followed.
 */
public final class FaceTracker {
    /** Presence from which a new face is taken. */
    public static final float START_PRESENCE = 0.6f;
    /** Presence from which a face already followed is kept. */
    public static final float KEEP_PRESENCE = 0.35f;

    private static final int MAX_CANDIDATES = 3;
    private static final int STILL_PASSES = 2;
    /** The region stays put while the landmarks ask for less than this change, so that a still face gives still landmarks. */
    private static final float STEADY_SHIFT = 0.02f;
    private static final float STEADY_SIZE = 0.04f;
    private static final float STEADY_TURN_RAD = 0.03f;

    private final FaceSearch search;
    private final LandmarkPass pass;
    private final Roi roi = new Roi();
    private boolean following;
    private boolean justFound;
    private int facesDetected;
    private int nextTile;

    /** @param mirror for each landmark the one on the other side of the face */
    public FaceTracker(FaceVision vision, int[] mirror) {
        search = new FaceSearch(vision);
        pass = new LandmarkPass(vision, mirror);
    }

    /** Forgets the face. */
    public void reset() {
        following = false;
        justFound = false;
        facesDetected = 0;
        nextTile = 0;
    }

    /**
     * Takes the next frame of a video: follows, or searches the whole picture and one tile of it.
     *
     * @return whether a face is followed in this frame
     */
    public boolean step() {
        justFound = false;
        if (following) {
            pass.look(roi);
            if (pass.presence >= KEEP_PRESENCE) {
                steadyRoi();
                return true;
            }
            following = false;
        }
        Detections faces = search.wholePicture();
        if (faces.count() == 0) {
            faces = search.addTile(nextTile);
            nextTile = (nextTile + 1) % FaceSearch.tileCount();
        }
        facesDetected = faces.count();
        following = start(faces);
        justFound = following;
        return following;
    }

    /**
     * Takes a single picture: searches all of it and settles on the largest face.
     *
     * @return whether there is a face
     */
    public boolean still() {
        reset();
        Detections faces = search.wholePicture();
        for (int tile = 0; tile < FaceSearch.tileCount() && faces.count() == 0; tile++) {
            faces = search.addTile(tile);
        }
        facesDetected = faces.count();
        following = start(faces);
        for (int i = 0; following && i < STILL_PASSES; i++) {
            pass.lookBothWays(roi);
            following = pass.presence >= KEEP_PRESENCE;
            roi.set(pass.next);
        }
        justFound = following;
        return following;
    }

    /** Whether the face in this frame was not followed from the frame before. */
    public boolean justFound() {
        return justFound;
    }

    /** Presence of the face in the last frame, 0–1. */
    public float presence() {
        return following ? pass.presence : 0;
    }

    /** Faces that the last search saw. */
    public int facesDetected() {
        return facesDetected;
    }

    /** Copies x, y, z of each landmark in continuous pixels. */
    public void copyLandmarks(float[] landmarksPx) {
        System.arraycopy(pass.landmarksPx, 0, landmarksPx, 0, 3 * FacePoints.COUNT);
    }

    /** Tries detections, largest first. */
    private boolean start(Detections faces) {
        float below = Float.POSITIVE_INFINITY;
        for (int tries = 0; tries < MAX_CANDIDATES; tries++) {
            int candidate = largestBelow(faces, below);
            if (candidate < 0) {
                return false;
            }
            below = faces.sizePx(candidate);
            pass.look(faces.roi(candidate, roi));
            if (pass.presence >= START_PRESENCE) {
                pass.look(roi.set(pass.next));
                if (pass.presence >= START_PRESENCE) {
                    roi.set(pass.next);
                    return true;
                }
            }
        }
        return false;
    }

    private static int largestBelow(Detections faces, float sizePx) {
        int largest = -1;
        for (int i = 0; i < faces.count(); i++) {
            if (faces.sizePx(i) < sizePx && (largest < 0 || faces.sizePx(i) > faces.sizePx(largest))) {
                largest = i;
            }
        }
        return largest;
    }

    private void steadyRoi() {
        Roi next = pass.next;
        float shift = Math.max(Math.abs(next.centreX - roi.centreX), Math.abs(next.centreY - roi.centreY));
        boolean steady = shift < STEADY_SHIFT * roi.sidePx && Math.abs(next.sidePx - roi.sidePx) < STEADY_SIZE * roi.sidePx
                && Math.abs(next.angleRad - roi.angleRad) < STEADY_TURN_RAD;
        if (!steady) {
            roi.set(next);
        }
    }
}
