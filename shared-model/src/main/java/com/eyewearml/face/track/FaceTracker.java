package com.eyewearml.face.track;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.FaceVision;
import com.eyewearml.face.Roi;

/**
 * Finds a face and follows it. A face followed is looked for where its own landmarks of the last frame say; only when its presence falls
 * below {@link #KEEP_PRESENCE} does the detector run, and a face it proposes is taken only if the landmarker, looking
 * twice, sees it with {@link #START_PRESENCE}. While several faces are in view the one followed stays the one followed.
 */
public final class FaceTracker {
    /** Presence from which a new face is taken where the detector is sure. */
    public static final float START_PRESENCE = 0.6f;
    /** Presence from which a face already followed is kept. */
    public static final float KEEP_PRESENCE = 0.35f;

    /** Presence from which a region cut by a detection, which is coarse, is looked at again. */
    private static final float COARSE_PRESENCE = 0.3f;
    /** Least detector score that is looked at. */
    private static final float MIN_SCORE = 0.5f;
    /** Detector score below which the search's own mistakes begin: there only certain faces are taken, see decision 0018. */
    private static final float SURE_SCORE = 0.75f;
    private static final int VIDEO_CANDIDATES = 3;
    private static final int STILL_CANDIDATES = 8;
    private static final int STILL_LOOKS = 3;
    /** Presence that only well-placed faces reach; others stand back behind them. */
    private static final float CERTAIN_PRESENCE = 0.98f;
    private static final float UNCERTAIN_WEIGHT = 0.25f;
    /** Faces whose centres are closer than this part of their region's side are one. */
    private static final float SAME_FACE = 0.3f;
    /** How far an expected region may differ from the one that the landmarks ask for. */
    private static final float EXPECTED_SHIFT = 0.12f;
    private static final float EXPECTED_SIZE = 0.12f;
    private static final double EXPECTED_TURN_COSINE = Math.cos(0.15);

    private final FaceVision vision;
    private final FaceSearch search;
    private final LandmarkPass pass;
    private final Roi roi = new Roi();
    private final Roi candidate = new Roi();
    private final float[] foundX = new float[STILL_CANDIDATES];
    private final float[] foundY = new float[STILL_CANDIDATES];
    private boolean following;
    private boolean justFound;
    private int facesDetected;
    private int nextTile;

    /** @param mirror for each landmark the one on the other side of the face */
    public FaceTracker(FaceVision vision, int[] mirror) {
        this.vision = vision;
        search = new FaceSearch(vision, MIN_SCORE);
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
                roi.set(pass.next);
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
     * Takes a single picture: searches all of it and settles on the most prominent face.
     *
     * @return whether there is a face
     */
    public boolean still() {
        reset();
        following = startStill(search.wholePicture());
        if (!following) {
            following = startStill(search.allTiles());
        }
        if (following) {
            pass.lookBothWays(roi);
            following = pass.presence >= START_PRESENCE;
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

    /** Tries detections, most prominent first, and takes the first that the landmarker confirms. */
    private boolean start(Detections faces) {
        float below = Float.POSITIVE_INFINITY;
        for (int tries = 0; tries < VIDEO_CANDIDATES; tries++) {
            int next = mostProminent(faces, below);
            if (next < 0) {
                return false;
            }
            below = prominence(faces, next);
            if (confirm(faces.roi(next, roi), neededPresence(faces.score(next)))) {
                return true;
            }
        }
        return false;
    }

    /** Looks at every candidate and takes the most prominent confirmed face, certain ones before uncertain ones. */
    private boolean startStill(Detections faces) {
        facesDetected = 0;
        float best = 0;
        float below = Float.POSITIVE_INFINITY;
        for (int tries = 0; tries < STILL_CANDIDATES; tries++) {
            int next = mostProminent(faces, below);
            if (next < 0) {
                break;
            }
            below = prominence(faces, next);
            settle(faces.roi(next, candidate));
            if (pass.presence < neededPresence(faces.score(next)) || !isNew(candidate)) {
                continue;
            }
            foundX[facesDetected] = candidate.centreX;
            foundY[facesDetected] = candidate.centreY;
            facesDetected++;
            float weight = pass.presence >= CERTAIN_PRESENCE ? below : UNCERTAIN_WEIGHT * below;
            if (weight > best) {
                best = weight;
                roi.set(candidate);
            }
        }
        return facesDetected > 0;
    }

    /** Follows a region to where its face asks for it, as far as the coarse cut of a detection allows. */
    private void settle(Roi region) {
        for (int i = 0; i < STILL_LOOKS; i++) {
            pass.look(region);
            if (pass.presence == 0) {
                return;
            }
            region.set(pass.next);
        }
    }

    /** Looks twice; leaves the region where the face asks for it. */
    private boolean confirm(Roi region, float neededPresence) {
        pass.look(region);
        if (pass.presence < COARSE_PRESENCE) {
            return false;
        }
        pass.look(region.set(pass.next));
        region.set(pass.next);
        return pass.presence >= neededPresence;
    }

    private static float neededPresence(float score) {
        return score >= SURE_SCORE ? START_PRESENCE : CERTAIN_PRESENCE;
    }

    private boolean isNew(Roi region) {
        for (int i = 0; i < facesDetected; i++) {
            if (Math.hypot(region.centreX - foundX[i], region.centreY - foundY[i]) < SAME_FACE * region.sidePx) {
                return false;
            }
        }
        return true;
    }

    private int mostProminent(Detections faces, float below) {
        int best = -1;
        for (int i = 0; i < faces.count(); i++) {
            float prominence = prominence(faces, i);
            if (prominence < below && (best < 0 || prominence > prominence(faces, best))) {
                best = i;
            }
        }
        return best;
    }

    /** Certain, large and central faces are what a picture is about: score times size, less towards the border. */
    private float prominence(Detections faces, int i) {
        int width = vision.widthPx();
        int height = vision.heightPx();
        double offCentre = Math.hypot(faces.centreX(i) - width / 2f, faces.centreY(i) - height / 2f) / Math.max(width, height);
        return faces.score(i) * faces.sizePx(i) * (float) (1 - Math.min(1, offCentre));
    }

    /**
     * Says where the face is expected in the next frame. A region that keeps its place on the face gives landmarks that err alike in
     * every frame. One that is far from what the landmarks themselves ask for is not taken.
     */
    public void expect(Roi region) {
        Roi next = pass.next;
        float shift = Math.max(Math.abs(next.centreX - region.centreX), Math.abs(next.centreY - region.centreY));
        boolean plausible = shift < EXPECTED_SHIFT * next.sidePx && Math.abs(region.sidePx - next.sidePx) < EXPECTED_SIZE * next.sidePx
                && Math.cos(region.angleRad - next.angleRad) > EXPECTED_TURN_COSINE;
        if (following && plausible) {
            roi.set(region);
        }
    }
}
