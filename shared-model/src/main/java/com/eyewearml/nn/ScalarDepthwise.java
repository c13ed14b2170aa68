package com.eyewearml.nn;

import com.eyewearml.nn.ExecutionPlan.Place;
import com.eyewearml.nn.ExecutionPlan.Step;

/** Depthwise convolution in tiles of four pixels of one channel. */
final class ScalarDepthwise implements ScalarStep {
    private final Place output;
    private final ZeroPadding padding;
    private final int kernel;
    private final int stride;
    private final float floor;
    /** By channel, kernel row, kernel column. */
    private final float[] weights;
    private final float[] bias;

    ScalarDepthwise(Layer.Depthwise depthwise, Step step, PackedWeights packed) {
        output = step.output();
        kernel = depthwise.kernel();
        stride = depthwise.stride();
        padding = ZeroPadding.of(step.input(), kernel);
        floor = step.floor();
        weights = packed.depthwise(depthwise, step.input().pitch(), 1);
        bias = packed.bias(depthwise, output.pitch());
    }

    @Override
    public void run(float[] arena, float[] scratch) {
        padding.copy(arena, scratch);
        for (int row = 0; row < output.shape().height(); row++) {
            row(arena, scratch, row);
        }
    }

    private void row(float[] arena, float[] padded, int row) {
        float[] weights = this.weights;
        int pitch = padding.source().pitch();
        int step = stride * pitch;
        int kernelRowStep = (padding.width() - kernel) * pitch;
        int outPitch = output.pitch();
        int columns = output.shape().width();
        for (int column = 0; column < columns; column += 4) {
            int start = row * stride * padding.width() * pitch + column * step;
            int y = output.offset() + (row * columns + column) * outPitch;
            for (int channel = 0, w = 0; channel < pitch; channel++, y++) {
                float sum0 = bias[channel];
                float sum1 = sum0;
                float sum2 = sum0;
                float sum3 = sum0;
                int p = start + channel;
                for (int kernelRow = 0; kernelRow < kernel; kernelRow++, p += kernelRowStep) {
                    for (int end = w + kernel; w < end; w++, p += pitch) {
                        float weight = weights[w];
                        sum0 += weight * padded[p];
                        sum1 += weight * padded[p + step];
                        sum2 += weight * padded[p + 2 * step];
                        sum3 += weight * padded[p + 3 * step];
                    }
                }
                arena[y] = sum0 < floor ? floor : sum0;
                arena[y + outPitch] = sum1 < floor ? floor : sum1;
                arena[y + 2 * outPitch] = sum2 < floor ? floor : sum2;
                arena[y + 3 * outPitch] = sum3 < floor ? floor : sum3;
            }
        }
    }
}
