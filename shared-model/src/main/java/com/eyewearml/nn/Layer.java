package com.eyewearml.nn;

/**
 * One operation of a {@link Graph}. Activations are images in height, width, channel order; spatial sizes follow from the
 * input size and the strides.
 *
 * <p>Parameters have a canonical order that every executor reads: weights as ONNX has them, then the bias.
 */
public sealed interface Layer {
    /** Unique name of the layer and of the activation it produces. */
    String name();

    /** Number of weights, without the bias. */
    int weightCount();

    /** Number of bias values, which is the number of output channels; 0 for layers without parameters. */
    int biasCount();

    /**
     * Convolution over all input channels, square odd kernel, zero padding {@code kernel / 2}.
     * Weights {@code [outChannels][inChannels][kernel][kernel]}, bias {@code [outChannels]}.
     */
    record Conv(String name, String input, int inChannels, int outChannels, int kernel, int stride, boolean relu)
            implements Layer {
        @Override
        public int weightCount() {
            return outChannels * inChannels * kernel * kernel;
        }

        @Override
        public int biasCount() {
            return outChannels;
        }
    }

    /**
     * Depthwise convolution, square odd kernel, zero padding {@code kernel / 2}.
     * Weights {@code [channels][kernel][kernel]}, bias {@code [channels]}.
     */
    record Depthwise(String name, String input, int channels, int kernel, int stride, boolean relu) implements Layer {
        @Override
        public int weightCount() {
            return channels * kernel * kernel;
        }

        @Override
        public int biasCount() {
            return channels;
        }
    }

    /** Element-wise sum of two activations of equal shape. */
    record Add(String name, String left, String right, boolean relu) implements Layer {
        @Override
        public int weightCount() {
            return 0;
        }

        @Override
        public int biasCount() {
            return 0;
        }
    }

    /**
     * Fully connected layer over a whole activation, flattened in <b>channel, row, column</b> order (ONNX's Flatten of NCHW).
     * Weights {@code [outputs][inputs]}, bias {@code [outputs]}; the output has shape 1 x 1 x outputs.
     */
    record Dense(String name, String input, int inputs, int outputs, boolean relu) implements Layer {
        @Override
        public int weightCount() {
            return outputs * inputs;
        }

        @Override
        public int biasCount() {
            return outputs;
        }
    }

    /** Each pixel repeated as a square of 2 x 2. */
    record Upsample(String name, String input) implements Layer {
        @Override
        public int weightCount() {
            return 0;
        }

        @Override
        public int biasCount() {
            return 0;
        }
    }

    /**
     * Expected position under the spatial softmax of each channel (integral regression: Sun et al. 2018, "Integral Human Pose
     * Regression", eq. 2). The output has shape 1 x 1 x 2 channels: x of channel 0, y of channel 0, x of channel 1 and so on, in
     * units of half the side, origin at the centre of the activation, x right, y down. Square activations only.
     */
    record Expectation(String name, String input) implements Layer {
        @Override
        public int weightCount() {
            return 0;
        }

        @Override
        public int biasCount() {
            return 0;
        }
    }
}
