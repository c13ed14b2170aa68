package com.eyewearml.kernels;

import static com.eyewearml.kernels.wat.Ops.add;
import static com.eyewearml.kernels.wat.Ops.i32;
import static com.eyewearml.kernels.wat.Ops.lessThanUnsigned;
import static com.eyewearml.kernels.wat.Ops.load;
import static com.eyewearml.kernels.wat.Ops.max;
import static com.eyewearml.kernels.wat.Ops.mul;
import static com.eyewearml.kernels.wat.Ops.splat;

import com.eyewearml.kernels.wat.Func;
import com.eyewearml.kernels.wat.Local;
import com.eyewearml.kernels.wat.Type;

/**
 * Depthwise convolution of a zero-padded activation, then a lower bound (ReLU), for one kernel size and stride. Four channels
 * are one vector; a tile is four pixels of a row, whose sums and one row of weights stay in registers while each input vector
 * is loaded once.
 *
 * <p>Weights lie in blocks of four channels, {@code [channel / 4][kernel row][kernel column][4]}. The last tile of a row reads
 * and writes up to three pixels past its end.
 */
final class DepthwiseKernel {
    private static final int PIXELS = 4;
    private static final int VECTOR_BYTES = 16;

    private DepthwiseKernel() { }

    /**
     * Parameters: {@code x, weights, bias, y} (addresses), {@code rows, columns} of the output, {@code pitch} of a pixel in
     * bytes, the same in input and output, {@code inputRow} in bytes, {@code floor}, the lower bound of the results.
     */
    static Func write(String name, int kernel, int stride) {
        Func f = Func.exported(name);
        Local x = f.parameter(Type.I32, "x");
        Local weights = f.parameter(Type.I32, "weights");
        Local bias = f.parameter(Type.I32, "bias");
        Local y = f.parameter(Type.I32, "y");
        Local rows = f.parameter(Type.I32, "rows");
        Local columns = f.parameter(Type.I32, "columns");
        Local pitch = f.parameter(Type.I32, "pitch");
        Local inputRow = f.parameter(Type.I32, "inputRow");
        Local floor = f.parameter(Type.F32, "floor");
        Local[] sums = new Local[PIXELS];
        for (int pixel = 0; pixel < PIXELS; pixel++) {
            sums[pixel] = f.variable(Type.V128, "sum" + pixel);
        }
        Local[] taps = new Local[kernel];
        for (int tap = 0; tap < kernel; tap++) {
            taps[tap] = f.variable(Type.V128, "tap" + tap);
        }
        Local lower = f.variable("lower", splat(floor.get()));
        Local rowStep = f.variable("rowStep", mul(inputRow.get(), i32(stride)));
        Local tileStep = f.variable("tileStep", mul(pitch.get(), i32(PIXELS * stride)));
        Local outputRow = f.variable("outputRow", mul(columns.get(), pitch.get()));
        Local end = f.variable("end", add(y.get(), pitch.get()));
        f.repeatWhile(() -> {
            Local start = f.variable("start", load(bias.get(), 0));
            Local row = f.variable("row", rows.get());
            Local xRow = f.variable("xRow", x.get());
            Local yRow = f.variable("yRow", y.get());
            f.countDown(row, 1, () -> {
                Local column = f.variable("column", columns.get());
                Local xTile = f.variable("xTile", xRow.get());
                Local yTile = f.variable("yTile", yRow.get());
                f.countDown(column, PIXELS, () -> {
                    for (Local sum : sums) {
                        f.set(sum, start.get());
                    }
                    accumulate(f, xTile, weights, inputRow, pitch, stride, sums, taps);
                    for (Local sum : sums) {
                        f.store(yTile.get(), 0, max(sum.get(), lower.get()));
                        f.increase(yTile, pitch.get());
                    }
                    f.increase(xTile, tileStep.get());
                });
                f.increase(xRow, rowStep.get());
                f.increase(yRow, outputRow.get());
            });
            f.increase(weights, i32(kernel * kernel * VECTOR_BYTES));
            f.increase(bias, i32(VECTOR_BYTES));
            f.increase(x, i32(VECTOR_BYTES));
            f.increase(y, i32(VECTOR_BYTES));
            return lessThanUnsigned(y.get(), end.get());
        });
        return f;
    }

    private static void accumulate(Func f, Local xTile, Local weights, Local inputRow, Local pitch, int stride, Local[] sums,
            Local[] taps) {
        Local kernelRow = f.variable("kernelRow", i32(taps.length));
        Local weight = f.variable("weight", weights.get());
        Local xKernel = f.variable("xKernel", xTile.get());
        Local position = f.variable(Type.I32, "position");
        Local value = f.variable(Type.V128, "value");
        f.countDown(kernelRow, 1, () -> {
            for (int tap = 0; tap < taps.length; tap++) {
                f.set(taps[tap], load(weight.get(), tap * VECTOR_BYTES));
            }
            f.set(position, xKernel.get());
            int width = (PIXELS - 1) * stride + taps.length;
            for (int column = 0; column < width; column++) {
                f.set(value, load(position.get(), 0));
                for (int pixel = 0; pixel < PIXELS; pixel++) {
                    int tap = column - pixel * stride;
                    if (tap >= 0 && tap < taps.length) {
                        f.increase(sums[pixel], mul(value.get(), taps[tap].get()));
                    }
                }
                f.increase(position, pitch.get());
            }
            f.increase(weight, i32(taps.length * VECTOR_BYTES));
            f.increase(xKernel, inputRow.get());
        });
    }
}
