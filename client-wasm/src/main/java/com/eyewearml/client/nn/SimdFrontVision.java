package com.eyewearml.client.nn;

import com.eyewearml.face.Roi;
import com.eyewearml.face.front.FrontVision;
import com.eyewearml.nn.Weights;

/** {@link FrontVision} on the SIMD kernels over the picture that a {@link SimdVision} shows. */
public final class SimdFrontVision implements FrontVision {
    private final SimdVision pictures;
    private final SimdExecutor executor;
    private final int size;

    /** With the parameters of the visibility network. */
    public SimdFrontVision(Weights visibility, SimdVision pictures, Kernels kernels, MemoryBlock.Allocator allocator) {
        this.pictures = pictures;
        executor = new SimdExecutor(visibility, kernels, allocator);
        size = visibility.graph().inputSize();
    }

    @Override
    public float[] front(Roi roi) {
        pictures.crop(executor, size, roi);
        return executor.run();
    }
}
