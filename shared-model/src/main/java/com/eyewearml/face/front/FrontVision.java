package com.eyewearml.face.front;

import com.eyewearml.face.Roi;

/** What a platform lends to {@link FrontWatch}: the visibility network over the current picture. */
public interface FrontVision {
    /**
     * Runs the network on a region, sampled as {@link com.eyewearml.face.FaceVision} says.
     *
     * @return outputs of {@link com.eyewearml.nn.FaceNetworks#visibility()}; valid until the next call, not to be changed
     */
    float[] front(Roi roi);
}
