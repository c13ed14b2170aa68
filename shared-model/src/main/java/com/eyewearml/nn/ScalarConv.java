package com.eyewearml.nn;

import com.eyewearml.nn.ExecutionPlan.Place;
import com.eyewearml.nn.ExecutionPlan.Step;

/**
 * Convolution over all channels in tiles of two pixels and four outputs. A kernel row of one pixel is contiguous in row, column,
 * channel order, so the inner loop runs over {@code kernel * channels} values whatever the kernel.
 */
final class ScalarConv implements ScalarStep {
    private static final int BLOCK = 4;

    private final Place output;
    private final Place addend;
    private final ZeroPadding padding;
    private final ConvGeometry geometry;
    private final int kernel;
    /** Lower bound of the results: zero for ReLU, else minus infinity. */
    private final float floor;
    private final float[] weights;
    private final float[] bias;

    ScalarConv(Layer.Conv conv, Step step, PackedWeights packed) {
        output = step.output();
        addend = step.addend();
        padding = ZeroPadding.of(step.input(), conv.kernel());
        geometry = ConvGeometry.of(conv, step);
        kernel = conv.kernel();
        floor = step.floor();
        weights = packed.conv(conv, step.input().pitch(), output.pitch(), BLOCK);
        bias = packed.bias(conv, output.pitch());
    }

    @Override
    public void run(float[] arena, float[] scratch) {
        if (geometry.padded()) {
            padding.copy(arena, scratch);
        }
        float[] source = geometry.padded() ? scratch : arena;
        for (int out = 0; out < output.pitch(); out += BLOCK) {
            for (int row = 0; row < geometry.rows(); row++) {
                row(arena, source, row, out);
            }
        }
    }

    private void row(float[] arena, float[] source, int row, int out) {
        float[] weights = this.weights;
        int outPitch = output.pitch();
        int columns = geometry.columns();
        int segment = geometry.segment();
        int columnStep = geometry.columnStep();
        int kernelRowStep = geometry.kernelRowStep();
        int y = output.offset() + row * columns * outPitch + out;
        int skip = addend == null ? -1 : addend.offset() + row * columns * outPitch + out;
        float b0 = bias[out];
        float b1 = bias[out + 1];
        float b2 = bias[out + 2];
        float b3 = bias[out + 3];
        for (int column = 0; column < columns; column += 2) {
            float p0 = b0;
            float p1 = b1;
            float p2 = b2;
            float p3 = b3;
            float q0 = b0;
            float q1 = b1;
            float q2 = b2;
            float q3 = b3;
            int w = out * kernel * segment;
            int start = geometry.start() + row * geometry.rowStep() + column * columnStep;
            for (int kernelRow = 0; kernelRow < kernel; kernelRow++, start += kernelRowStep) {
                int q = start + columnStep;
                for (int p = start; p < start + segment; p++, q++, w += 4) {
                    float w0 = weights[w];
                    float w1 = weights[w + 1];
                    float w2 = weights[w + 2];
                    float w3 = weights[w + 3];
                    float left = source[p];
                    float right = source[q];
                    p0 += left * w0;
                    p1 += left * w1;
                    p2 += left * w2;
                    p3 += left * w3;
                    q0 += right * w0;
                    q1 += right * w1;
                    q2 += right * w2;
                    q3 += right * w3;
                }
            }
            store(arena, y, skip, p0, p1, p2, p3);
            store(arena, y + outPitch, skip < 0 ? skip : skip + outPitch, q0, q1, q2, q3);
            y += 2 * outPitch;
            skip = skip < 0 ? skip : skip + 2 * outPitch;
        }
    }

    private void store(float[] arena, int y, int skip, float v0, float v1, float v2, float v3) {
        if (skip >= 0) {
            v0 += arena[skip];
            v1 += arena[skip + 1];
            v2 += arena[skip + 2];
            v3 += arena[skip + 3];
        }
        arena[y] = v0 < floor ? floor : v0;
        arena[y + 1] = v1 < floor ? floor : v1;
        arena[y + 2] = v2 < floor ? floor : v2;
        arena[y + 3] = v3 < floor ? floor : v3;
    }
}
