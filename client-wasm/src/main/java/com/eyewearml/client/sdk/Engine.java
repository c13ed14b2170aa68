package com.eyewearml.client.sdk;

import com.eyewearml.face.FaceEngine;
import com.eyewearml.face.FacePoints;
import com.eyewearml.face.Roi;
import com.eyewearml.face.RoiRule;
import com.eyewearml.face.TrackedFace;
import com.eyewearml.face.shape.HeadModel;

/**
 * Follows one face through one stream of pictures of any size. For each picture: {@link #begin}, write the scaled picture
 * into {@link PictureVision#pixels()}, then {@link #trackFrame} or {@link #trackStill}. Allocates nothing per frame.
 */
public final class Engine {
    /** Runs of each network before the first frame, after which a browser has replaced its baseline code. */
    private static final int WARM_UP_RUNS = 8;

    private final PictureVision vision;
    private final FaceEngine faces;
    private final TrackedFace face;
    private final WorkingSize workingSize = new WorkingSize();
    private final float[] landmarksPx = new float[3 * FacePoints.COUNT];

    /** An engine that has seen nothing yet. */
    public Engine(PictureVision vision, HeadModel head) {
        this.vision = vision;
        faces = new FaceEngine(vision, head);
        face = new TrackedFace(head);
    }

    /** Runs both networks on a black picture, so that the first frame is as fast as the others. */
    public void warmUp() {
        vision.show(1, 1);
        Roi roi = RoiRule.wholePicture(1, 1, new Roi());
        for (int i = 0; i < WARM_UP_RUNS; i++) {
            vision.detect(roi);
            vision.landmark(roi);
        }
    }

    /**
     * Chooses the size at which the next picture is to be written.
     *
     * @param still whether {@link #trackStill} will follow rather than {@link #trackFrame}
     * @throws IllegalArgumentException where a side is not positive
     */
    public WorkingSize begin(int sourceWidthPx, int sourceHeightPx, boolean still) {
        workingSize.fit(sourceWidthPx, sourceHeightPx, still);
        return workingSize;
    }

    /**
     * Takes the written picture as the next frame of a video.
     *
     * @param timestampMs the frame's own time
     * @return whether it shows a face
     */
    public boolean trackFrame(double timestampMs) {
        vision.show(workingSize.widthPx(), workingSize.heightPx());
        faces.step(timestampMs, face);
        return finish();
    }

    /**
     * Takes the written picture as a photograph of its own.
     *
     * @return whether it shows a face
     */
    public boolean trackStill() {
        vision.show(workingSize.widthPx(), workingSize.heightPx());
        faces.still(face);
        return finish();
    }

    /** Sets the camera's vertical field of view, see {@link FaceEngine#setVerticalFovRad}. */
    public void setVerticalFovRad(float verticalFovRad) {
        faces.setVerticalFovRad(verticalFovRad);
    }

    /** Forgets the face and its shape. */
    public void reset() {
        faces.reset();
    }

    /** The face of the last picture; its landmarks are in working pixels. */
    public TrackedFace face() {
        return face;
    }

    /** Landmarks of the last face found, x, y, z each, in pixels of the source. */
    public float[] landmarksPx() {
        return landmarksPx;
    }

    private boolean finish() {
        if (face.found) {
            float scaleX = workingSize.scaleX();
            float scaleY = workingSize.scaleY();
            for (int i = 0; i < landmarksPx.length; i += 3) {
                landmarksPx[i] = scaleX * face.landmarksPx[i];
                landmarksPx[i + 1] = scaleY * face.landmarksPx[i + 1];
                landmarksPx[i + 2] = scaleX * face.landmarksPx[i + 2];
            }
        }
        return face.found;
    }
}
