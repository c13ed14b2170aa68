package com.eyewearml.nn;

import com.eyewearml.nn.ExecutionPlan.Place;
import com.eyewearml.nn.ExecutionPlan.Step;

/**
 * How a convolution walks through memory, in floats. Kernel row {@code k} of the output pixel (row, column) reads the
 * {@code segment} values from {@code start + row * rowStep + column * columnStep + k * kernelRowStep} on. A convolution of one
 * pixel at stride one sees the whole activation as a single row.
 *
 * @param padded        whether input is read from a zero-padded copy, from its beginning; else from where it lies
 * @param start         first value of the first output pixel's kernel, in that copy or in the arena
 * @param rows          rows of the output
 * @param columns       output pixels in a row
 * @param segment       contiguous values in a kernel row, {@code kernel * pitch}
 * @param columnStep    from output pixel to output pixel
 * @param kernelRowStep from row to row of the input
 * @param rowStep       from output row to output row
 */
public record ConvGeometry(boolean padded, int start, int rows, int columns, int segment, int columnStep, int kernelRowStep,
        int rowStep) {
    /** Geometry of a planned convolution. */
    public static ConvGeometry of(Layer.Conv conv, Step step) {
        Place input = step.input();
        Place output = step.output();
        boolean padded = conv.kernel() > 1;
        boolean oneRow = !padded && conv.stride() == 1;
        int kernelRowStep = input.pitch() * (padded ? ZeroPadding.of(input, conv.kernel()).width() : input.shape().width());
        return new ConvGeometry(padded, padded ? 0 : input.offset(), oneRow ? 1 : output.shape().height(),
                oneRow ? output.pixels() : output.shape().width(), conv.kernel() * input.pitch(), conv.stride() * input.pitch(),
                kernelRowStep, conv.stride() * kernelRowStep);
    }
}
