package com.eyewearml.nn;

import com.eyewearml.nn.ModelFormatException.Code;

/**
 * Parameters of a network as bytes, layer after layer. Weights of convolutions over channels and of dense layers are
 * integers of a byte with common scales: for a {@link Layer.Conv} one scale for each output channel, for a {@link Layer.Dense} one for
 * each input, because the columns of a shape basis differ in size by orders of magnitude. First the scales, then the integers.
 * Depthwise weights and all biases, few and sensitive, are half-precision numbers. So are the scales, in units of
 * {@value #SCALE_UNITS} to the one, which keeps small ones out of the subnormal range. Little-endian.
 */
final class ParameterCoding {
    private static final float SCALE_UNITS = 1024;

    private ParameterCoding() { }

    /** Number of bytes the parameters of a graph take. */
    static int byteLength(Graph graph) {
        int bytes = 0;
        for (Layer layer : graph.layers()) {
            bytes += scaleCount(layer) > 0 ? 2 * scaleCount(layer) + layer.weightCount() : 2 * layer.weightCount();
            bytes += 2 * layer.biasCount();
        }
        return bytes;
    }

    /** Scales of a layer; 0 where its weights are half-precision numbers. */
    private static int scaleCount(Layer layer) {
        return switch (layer) {
            case Layer.Conv c -> c.outChannels();
            case Layer.Dense d -> d.inputs();
            case Layer.Depthwise _, Layer.Add _, Layer.Upsample _, Layer.Expectation _ -> 0;
        };
    }

    /** Which scale weight {@code i} of a layer has. */
    private static int scaleOf(Layer layer, int i) {
        return switch (layer) {
            case Layer.Conv c -> i / (c.weightCount() / c.outChannels());
            case Layer.Dense d -> i % d.inputs();
            case Layer.Depthwise _, Layer.Add _, Layer.Upsample _, Layer.Expectation _ ->
                    throw new IllegalArgumentException(layer.name() + " has no scales");
        };
    }

    /**
     * @param maxLevel largest integer that stands for a weight, up to 127: fewer levels compress better
     * @throws IllegalArgumentException where a parameter is not finite or, in half precision, would not be
     */
    static void encode(Weights weights, int maxLevel, byte[] out, int start) {
        float[] values = weights.values();
        int at = start;
        int from = 0;
        for (Layer layer : weights.graph().layers()) {
            int count = layer.weightCount();
            at = scaleCount(layer) > 0 ? integers(layer, values, from, maxLevel, out, at) : halves(layer, values, from, count, out, at);
            at = halves(layer, values, from + count, layer.biasCount(), out, at);
            from += count + layer.biasCount();
        }
    }

    private static int integers(Layer layer, float[] values, int from, int maxLevel, byte[] out, int start) {
        float[] scales = new float[scaleCount(layer)];
        for (int i = 0; i < layer.weightCount(); i++) {
            int s = scaleOf(layer, i);
            requireFinite(layer, values[from + i]);
            scales[s] = Math.max(scales[s], Math.abs(values[from + i]));
        }
        for (int s = 0; s < scales.length; s++) {
            scales[s] = HalfFloat.toFloat(HalfFloat.fromFloat(scales[s] / maxLevel * SCALE_UNITS));
        }
        int at = halves(layer, scales, 0, scales.length, out, start);
        for (int i = 0; i < layer.weightCount(); i++) {
            float scale = scales[scaleOf(layer, i)] / SCALE_UNITS;
            int level = scale == 0 ? 0 : Math.round(values[from + i] / scale);
            out[at++] = (byte) Math.max(-maxLevel, Math.min(maxLevel, level));
        }
        return at;
    }

    private static int halves(Layer layer, float[] values, int from, int count, byte[] out, int start) {
        int at = start;
        for (int i = from; i < from + count; i++) {
            requireFinite(layer, values[i]);
            short half = HalfFloat.fromFloat(values[i]);
            out[at++] = (byte) half;
            out[at++] = (byte) (half >> 8);
        }
        return at;
    }

    private static void requireFinite(Layer layer, float value) {
        if (!Float.isFinite(HalfFloat.toFloat(HalfFloat.fromFloat(value)))) {
            throw new IllegalArgumentException("layer " + layer.name() + " has the parameter " + value
                    + ", which half precision cannot hold");
        }
    }

    /** @throws ModelFormatException where a stored number is not finite */
    static float[] decode(Graph graph, byte[] file, int start) {
        float[] values = new float[graph.parameterCount()];
        int at = start;
        int from = 0;
        for (Layer layer : graph.layers()) {
            int count = layer.weightCount();
            if (scaleCount(layer) > 0) {
                float[] scales = new float[scaleCount(layer)];
                at = readHalves(graph, layer, file, at, scales, 0, scales.length);
                for (int i = 0; i < count; i++) {
                    values[from + i] = scales[scaleOf(layer, i)] / SCALE_UNITS * file[at++];
                }
            } else {
                at = readHalves(graph, layer, file, at, values, from, count);
            }
            at = readHalves(graph, layer, file, at, values, from + count, layer.biasCount());
            from += count + layer.biasCount();
        }
        return values;
    }

    private static int readHalves(Graph graph, Layer layer, byte[] file, int start, float[] out, int from, int count) {
        int at = start;
        for (int i = from; i < from + count; i++, at += 2) {
            out[i] = HalfFloat.toFloat((short) (file[at] & 0xff | file[at + 1] << 8));
            if (!Float.isFinite(out[i])) {
                throw new ModelFormatException(Code.NON_FINITE, "layer " + layer.name() + " of model " + graph.name()
                        + " holds " + out[i] + ", expected a finite number; export the network again");
            }
        }
        return at;
    }
}
