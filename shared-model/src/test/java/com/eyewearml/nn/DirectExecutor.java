package com.eyewearml.nn;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A network straight from the definition of its layers, in double precision and channel, row, column order, with nothing
 * fused, padded, packed or reused: the oracle of the other executors.
 */
public final class DirectExecutor {
    private final Weights weights;

    public DirectExecutor(Weights weights) {
        this.weights = weights;
    }

    /** Outputs end to end, each in row, column, channel order. */
    public float[] run(float[] picture) {
        Graph graph = weights.graph();
        Map<String, ActivationShape> shapes = graph.shapes();
        Map<String, double[]> activations = new HashMap<>();
        activations.put(Graph.INPUT, planes(picture, shapes.get(Graph.INPUT)));
        for (Layer layer : graph.layers()) {
            ActivationShape out = shapes.get(layer.name());
            double[] result = switch (layer) {
                case Layer.Conv c -> conv(c, activations.get(c.input()), shapes.get(c.input()), out);
                case Layer.Depthwise d -> depthwise(d, activations.get(d.input()), shapes.get(d.input()), out);
                case Layer.Dense d -> dense(d, activations.get(d.input()));
                case Layer.Add a -> add(a, activations.get(a.left()), activations.get(a.right()));
                case Layer.Upsample u -> upsample(activations.get(u.input()), shapes.get(u.input()));
                case Layer.Expectation e -> expectation(activations.get(e.input()), shapes.get(e.input()));
            };
            activations.put(layer.name(), result);
        }
        float[] outputs = new float[graph.outputSize()];
        int at = 0;
        for (String name : graph.outputs()) {
            ActivationShape shape = shapes.get(name);
            int pixels = shape.height() * shape.width();
            for (int i = 0; i < shape.size(); i++) {
                outputs[at++] = (float) activations.get(name)[i % shape.channels() * pixels + i / shape.channels()];
            }
        }
        return outputs;
    }

    private static double[] planes(float[] picture, ActivationShape shape) {
        int pixels = shape.height() * shape.width();
        double[] planes = new double[shape.size()];
        for (int i = 0; i < planes.length; i++) {
            planes[i % shape.channels() * pixels + i / shape.channels()] = picture[i];
        }
        return planes;
    }

    private double[] conv(Layer.Conv conv, double[] x, ActivationShape in, ActivationShape out) {
        double[] y = new double[out.size()];
        int taps = conv.kernel() * conv.kernel();
        for (int o = 0; o < out.channels(); o++) {
            for (int i = 0; i < in.channels(); i++) {
                int w = weights.offset(conv) + (o * in.channels() + i) * taps;
                correlate(x, i, in, y, o, out, w, conv.kernel(), conv.stride());
            }
        }
        return finish(y, conv, out.height() * out.width(), conv.relu());
    }

    private double[] depthwise(Layer.Depthwise depthwise, double[] x, ActivationShape in, ActivationShape out) {
        double[] y = new double[out.size()];
        int taps = depthwise.kernel() * depthwise.kernel();
        for (int c = 0; c < out.channels(); c++) {
            correlate(x, c, in, y, c, out, weights.offset(depthwise) + c * taps, depthwise.kernel(), depthwise.stride());
        }
        return finish(y, depthwise, out.height() * out.width(), depthwise.relu());
    }

    /** Adds the correlation of one plane with one kernel to another plane. */
    private void correlate(double[] x, int xPlane, ActivationShape in, double[] y, int yPlane, ActivationShape out, int w,
            int kernel, int stride) {
        for (int row = 0; row < out.height(); row++) {
            for (int column = 0; column < out.width(); column++) {
                for (int tap = 0; tap < kernel * kernel; tap++) {
                    int r = row * stride + tap / kernel - kernel / 2;
                    int c = column * stride + tap % kernel - kernel / 2;
                    if (r >= 0 && r < in.height() && c >= 0 && c < in.width()) {
                        y[(yPlane * out.height() + row) * out.width() + column] +=
                                x[(xPlane * in.height() + r) * in.width() + c] * weights.values()[w + tap];
                    }
                }
            }
        }
    }

    private double[] dense(Layer.Dense dense, double[] x) {
        double[] y = new double[dense.outputs()];
        for (int o = 0; o < y.length; o++) {
            for (int i = 0; i < x.length; i++) {
                y[o] += x[i] * weights.values()[weights.offset(dense) + o * x.length + i];
            }
        }
        return finish(y, dense, 1, dense.relu());
    }

    private static double[] add(Layer.Add add, double[] left, double[] right) {
        double[] y = new double[left.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = add.relu() ? Math.max(0, left[i] + right[i]) : left[i] + right[i];
        }
        return y;
    }

    private static double[] upsample(double[] x, ActivationShape in) {
        double[] y = new double[4 * x.length];
        int width = 2 * in.width();
        for (int i = 0; i < y.length; i++) {
            int row = i / width;
            y[i] = x[row / 2 * in.width() + i % width / 2];
        }
        return y;
    }

    private static double[] expectation(double[] x, ActivationShape in) {
        int side = in.width();
        double[] y = new double[2 * in.channels()];
        for (int c = 0; c < in.channels(); c++) {
            double[] plane = Arrays.copyOfRange(x, c * side * side, (c + 1) * side * side);
            double largest = Arrays.stream(plane).max().orElseThrow();
            double sum = 0;
            for (int i = 0; i < plane.length; i++) {
                double weight = Math.exp(plane[i] - largest);
                sum += weight;
                y[2 * c] += weight * (2 * (i % side + 0.5) / side - 1);
                y[2 * c + 1] += weight * (2 * (i / side + 0.5) / side - 1);
            }
            y[2 * c] /= sum;
            y[2 * c + 1] /= sum;
        }
        return y;
    }

    /** Bias, then ReLU. */
    private double[] finish(double[] y, Layer layer, int pixels, boolean relu) {
        for (int i = 0; i < y.length; i++) {
            y[i] += weights.values()[weights.offset(layer) + layer.weightCount() + i / pixels];
            y[i] = relu ? Math.max(0, y[i]) : y[i];
        }
        return y;
    }
}
