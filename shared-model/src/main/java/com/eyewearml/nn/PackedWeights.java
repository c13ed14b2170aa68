package com.eyewearml.nn;

/**
 * Parameters of layers in the order kernels read them: outputs in blocks of {@value #BLOCK}, padding channels with weight zero.
 */
public final class PackedWeights {
    /** Outputs whose weights lie side by side. */
    public static final int BLOCK = 4;

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
    public float[] conv(Layer.Conv conv, int inputPitch, int outputPitch) {
        int taps = conv.kernel() * conv.kernel();
        float[] packed = new float[outputPitch * taps * inputPitch];
        int from = weights.offset(conv);
        for (int out = 0; out < conv.outChannels(); out++) {
            for (int in = 0; in < conv.inChannels(); in++) {
                for (int tap = 0; tap < taps; tap++) {
                    packed[blocked(out, tap * inputPitch + in, taps * inputPitch)] = weights.values()[from++];
                }
            }
        }
        return packed;
    }

    /** {@code [channel][kernel row][kernel column]}. */
    public float[] depthwise(Layer.Depthwise depthwise, int pitch) {
        float[] packed = new float[pitch * depthwise.kernel() * depthwise.kernel()];
        System.arraycopy(weights.values(), weights.offset(depthwise), packed, 0, depthwise.weightCount());
        return packed;
    }

    /** {@code [output block][row][column][channel][output of the block]}: inputs in the order of the activation in memory. */
    public float[] dense(Layer.Dense dense, ActivationShape input, int inputPitch, int outputPitch) {
        int pixels = input.height() * input.width();
        float[] packed = new float[outputPitch * pixels * inputPitch];
        int from = weights.offset(dense);
        for (int out = 0; out < dense.outputs(); out++) {
            for (int channel = 0; channel < input.channels(); channel++) {
                for (int pixel = 0; pixel < pixels; pixel++) {
                    packed[blocked(out, pixel * inputPitch + channel, pixels * inputPitch)] = weights.values()[from++];
                }
            }
        }
        return packed;
    }

    private static int blocked(int out, int in, int inputs) {
        return (out / BLOCK * inputs + in) * BLOCK + out % BLOCK;
    }
}
