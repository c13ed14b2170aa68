package com.eyewearml.nn;

import com.eyewearml.nn.ExecutionPlan.Place;
import com.eyewearml.nn.ExecutionPlan.Step;

/**
 * Convolution over all channels in tiles of two pixels and four outputs. A kernel row of one pixel is contiguous in row, column,
 * channel order, so the inner loop runs over {@code kernel * channels} values whatever the kernel.
 */
final class ScalarConv implements ScalarStep {
    private final Place output;
    private final Place addend;
    private final ZeroPadding padding;
    private final int inputOffset;
    private final int rows;
    private final int columns;
    private final int kernel;
    private final int segment;
    private final int rowStep;
    private final int columnStep;
    private final int kernelRowStep;
    /** Lower bound of the results: zero for ReLU, else minus infinity. */
    private final float floor;
    private final float[] weights;
    private final float[] bias;

    ScalarConv(Layer.Conv conv, Step step, PackedWeights packed) {
        Place input = step.input();
        output = step.output();
        addend = step.addend();
        kernel = conv.kernel();
        padding = kernel == 1 ? null : ZeroPadding.of(input, kernel);
        inputOffset = padding == null ? input.offset() : 0;
        int paddedWidth = padding == null ? input.shape().width() : padding.width();
        boolean oneRow = kernel == 1 && conv.stride() == 1;
        rows = oneRow ? 1 : output.shape().height();
        columns = oneRow ? output.pixels() : output.shape().width();
        segment = kernel * input.pitch();
        columnStep = conv.stride() * input.pitch();
        kernelRowStep = paddedWidth * input.pitch();
        rowStep = conv.stride() * kernelRowStep;
        floor = step.relu() ? 0 : Float.NEGATIVE_INFINITY;
        weights = packed.conv(conv, input.pitch(), output.pitch());
        bias = packed.bias(conv, output.pitch());
    }

    @Override
    public void run(float[] arena, float[] scratch) {
        if (padding != null) {
            padding.copy(arena, scratch);
        }
        float[] source = padding == null ? arena : scratch;
        for (int out = 0; out < output.pitch(); out += 4) {
            for (int row = 0; row < rows; row++) {
                row(arena, source, row, out);
            }
        }
    }

    private void row(float[] arena, float[] source, int row, int out) {
        float[] weights = this.weights;
        int outPitch = output.pitch();
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
            int start = inputOffset + row * rowStep + column * columnStep;
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
