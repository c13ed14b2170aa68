package com.eyewearml.nn;

/**
 * Parameters of layers in the order kernels read them: outputs in blocks whose weights lie side by side, padding
 * channels with weight zero.
 */
public final class PackedWeights {
    private final Weights weights;

    /** Packs parameters of a graph's layers on request. */
    public PackedWeights(Weights weights) {
        this.weights = weights;
    }

    /** Bias, padded to a length with zeros. */
    public float[] bias(Layer layer, int length) {
        float[] packed = new float[length];
        System.arraycopy(weights.values(), weights.offset(layer) + layer.weightCount(), packed, 0, layer.biasCount());
        return packed;
    }

    /** {@code [output block][kernel row][kernel column][input channel][output of the block]}. */
    public float[] conv(Layer.Conv conv, int inputPitch, int outputPitch, int block) {
        int taps = conv.kernel() * conv.kernel();
        float[] packed = new float[outputPitch * taps * inputPitch];
        int from = weights.offset(conv);
        for (int out = 0; out < conv.outChannels(); out++) {
            for (int in = 0; in < conv.inChannels(); in++) {
                for (int tap = 0; tap < taps; tap++) {
                    packed[blocked(out, tap * inputPitch + in, taps * inputPitch, block)] = weights.values()[from++];
                }
            }
        }
        return packed;
    }

    /** {@code [channel block][kernel row][kernel column][channel of the block]}. */
    public float[] depthwise(Layer.Depthwise depthwise, int pitch, int block) {
        int taps = depthwise.kernel() * depthwise.kernel();
        float[] packed = new float[pitch * taps];
        int from = weights.offset(depthwise);
        for (int channel = 0; channel < depthwise.channels(); channel++) {
            for (int tap = 0; tap < taps; tap++) {
                packed[blocked(channel, tap, taps, block)] = weights.values()[from++];
            }
        }
        return packed;
    }

    /** {@code [output block][row][column][channel][output of the block]}: inputs in the order of the activation in memory. */
    public float[] dense(Layer.Dense dense, ActivationShape input, int inputPitch, int outputPitch, int block) {
        int pixels = input.height() * input.width();
        float[] packed = new float[outputPitch * pixels * inputPitch];
        int from = weights.offset(dense);
        for (int out = 0; out < dense.outputs(); out++) {
            for (int channel = 0; channel < input.channels(); channel++) {
                for (int pixel = 0; pixel < pixels; pixel++) {
                    packed[blocked(out, pixel * inputPitch + channel, pixels * inputPitch, block)] = weights.values()[from++];
                }
            }
        }
        return packed;
    }

    private static int blocked(int out, int in, int inputs, int block) {
        return (out / block * inputs + in) * block + out % block;
    }
}
