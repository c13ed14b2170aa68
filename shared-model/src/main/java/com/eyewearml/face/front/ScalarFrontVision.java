package com.eyewearml.face.front;

import com.eyewearml.face.RegionSampler;
import com.eyewearml.face.RgbaImage;
import com.eyewearml.face.Roi;
import com.eyewearml.nn.ScalarExecutor;
import com.eyewearml.nn.Weights;
import java.util.function.Supplier;

/** {@link FrontVision} in plain Java over a picture in an array. Not safe for use by several threads at once. */
public final class ScalarFrontVision implements FrontVision {
    private final Supplier<RgbaImage> picture;
    private final ScalarExecutor executor;
    private final RegionSampler sampler;

    /** @param picture the current picture, asked for at each look */
    public ScalarFrontVision(Weights visibility, Supplier<RgbaImage> picture) {
        this.picture = picture;
        executor = new ScalarExecutor(visibility);
        sampler = new RegionSampler(visibility.graph().inputSize());
    }

    @Override
    public float[] front(Roi roi) {
        sampler.sample(picture.get(), roi, executor.input());
        return executor.run();
    }
}
