package com.eyewearml.facemodel.train;

import ai.djl.ndarray.NDArray;

/** Loss terms. */
final class Losses {
    private Losses() { }

    /** Element-wise cross-entropy of logits against targets in [0, 1]: {@code max(x, 0) - x t + log(1 + exp(-|x|))}. */
    static NDArray logistic(NDArray logits, NDArray targets) {
        return logits.maximum(0).sub(logits.mul(targets)).add(logits.abs().neg().exp().add(1).log());
    }
}
