package com.eyewearml.face.track;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.FaceVision;
import com.eyewearml.face.Roi;
import com.eyewearml.face.RoiRule;

/** One look of the landmarker at a region: landmarks in the picture, presence, and the region to look at next. */
final class LandmarkPass {
    private static final int PRESENCE = 3 * FacePoints.COUNT;
    /** The next region may differ from this one by at most this factor in size, else what was seen is no face. */
    private static final float MAX_SIZE_CHANGE = 2;
    private static final float MIN_SIDE_PX = 16;

    private final FaceVision vision;
    private final int[] mirror;
    private final float[] mirrored = new float[3 * FacePoints.COUNT];
    private final float[] mirroredPx = new float[3 * FacePoints.COUNT];
    final float[] landmarksPx = new float[3 * FacePoints.COUNT];
    final Roi next = new Roi();
    float presence;

    /** @param mirror for each landmark the one on the other side of the face */
    LandmarkPass(FaceVision vision, int[] mirror) {
        this.vision = vision;
        this.mirror = mirror;
    }

    /** Looks at a region; where the network's answer is no plausible face the presence is 0. */
    void look(Roi roi) {
        presence = 0;
        if (!(roi.sidePx >= MIN_SIDE_PX)) {
            return;
        }
        float[] outputs = vision.landmark(roi);
        RoiRule.toPicture(outputs, roi, landmarksPx);
        RoiRule.fromLandmarks(landmarksPx, next);
        float ratio = next.sidePx / roi.sidePx;
        boolean sizeHolds = ratio > 1 / MAX_SIZE_CHANGE && ratio < MAX_SIZE_CHANGE;
        boolean inPicture = next.centreX > 0 && next.centreX < vision.widthPx() && next.centreY > 0 && next.centreY < vision.heightPx();
        float p = DetectorDecoder.sigmoid(outputs[PRESENCE]);
        if (sizeHolds && inPicture && p >= 0) {
            presence = p;
        }
    }

    /**
     * Looks at a region and at its mirror image and takes the mean of both answers, which cancels what the network does to one
     * side only. Costs twice as much.
     */
    void lookBothWays(Roi roi) {
        look(roi);
        if (presence == 0) {
            return;
        }
        float[] outputs = vision.landmarkMirrored(roi);
        for (int i = 0; i < FacePoints.COUNT; i++) {
            int from = 3 * mirror[i];
            mirrored[3 * i] = -outputs[from];
            mirrored[3 * i + 1] = outputs[from + 1];
            mirrored[3 * i + 2] = outputs[from + 2];
        }
        RoiRule.toPicture(mirrored, roi, mirroredPx);
        for (int i = 0; i < landmarksPx.length; i++) {
            landmarksPx[i] = (landmarksPx[i] + mirroredPx[i]) / 2;
        }
        RoiRule.fromLandmarks(landmarksPx, next);
    }
}
