package com.eyewearml.kernels;

import static com.eyewearml.kernels.wat.Ops.add;
import static com.eyewearml.kernels.wat.Ops.i32;
import static com.eyewearml.kernels.wat.Ops.lessThanUnsigned;
import static com.eyewearml.kernels.wat.Ops.load;
import static com.eyewearml.kernels.wat.Ops.loadSplat;
import static com.eyewearml.kernels.wat.Ops.max;
import static com.eyewearml.kernels.wat.Ops.mul;
import static com.eyewearml.kernels.wat.Ops.notZero;
import static com.eyewearml.kernels.wat.Ops.shiftLeft;
import static com.eyewearml.kernels.wat.Ops.splat;

import com.eyewearml.kernels.wat.Expr;
import com.eyewearml.kernels.wat.Func;
import com.eyewearml.kernels.wat.Local;
import com.eyewearml.kernels.wat.Type;

/**
 * Convolution over all channels, then an optional addition, then a lower bound (ReLU). Tiles of 4 pixels and 8 outputs keep
 * their 8 sums in registers; each inner step loads 2 vectors of weights and 4 values for 8 multiply-adds of 4 lanes.
 *
 * <p>Value (row, column, channel) of the input is read at {@code x + row * inputRow + column * pitch + 4 * channel}, of the
 * output written at {@code y + (row * columns + column) * outputPitch + 4 * channel}. A kernel row of one pixel is contiguous,
 * {@code segment} floats. Weights lie in blocks of 8 outputs, {@code [output / 8][kernel row][segment][8]}. The last tile of a
 * row reads and writes up to three pixels past its end.
 */
final class ConvKernel {
    private static final int PIXELS = 4;
    private static final int VECTOR_BYTES = 16;
    private static final int BLOCK_BYTES = 2 * VECTOR_BYTES;

    private final Func f;
    private final int unrolled;
    private final Local x;
    private final Local weights;
    private final Local bias;
    private final Local addend;
    private final Local y;
    private final Local rows;
    private final Local columns;
    private final Local kernelRows;
    private final Local segment;
    private final Local columnStep;
    private final Local inputRow;
    private final Local rowStep;
    private final Local outputPitch;
    private final Local floor;
    private final Local[] inputs = new Local[PIXELS];
    private final Local[][] sums = new Local[PIXELS][2];

    private ConvKernel(String name, int unrolled) {
        f = Func.exported(name);
        this.unrolled = unrolled;
        x = f.parameter(Type.I32, "x");
        weights = f.parameter(Type.I32, "weights");
        bias = f.parameter(Type.I32, "bias");
        addend = f.parameter(Type.I32, "addend");
        y = f.parameter(Type.I32, "y");
        rows = f.parameter(Type.I32, "rows");
        columns = f.parameter(Type.I32, "columns");
        kernelRows = f.parameter(Type.I32, "kernelRows");
        segment = f.parameter(Type.I32, "segment");
        columnStep = f.parameter(Type.I32, "columnStep");
        inputRow = f.parameter(Type.I32, "inputRow");
        rowStep = f.parameter(Type.I32, "rowStep");
        outputPitch = f.parameter(Type.I32, "outputPitch");
        floor = f.parameter(Type.F32, "floor");
        for (int pixel = 0; pixel < PIXELS; pixel++) {
            inputs[pixel] = f.variable(Type.I32, "x" + pixel);
            sums[pixel][0] = f.variable(Type.V128, "sum" + pixel + "a");
            sums[pixel][1] = f.variable(Type.V128, "sum" + pixel + "b");
        }
    }

    /**
     * Parameters: {@code x, weights, bias, addend, y} (addresses; addend 0 for none), {@code rows, columns} of the output,
     * {@code kernelRows}, {@code segment} in floats, {@code columnStep, inputRow, rowStep, outputPitch} in bytes,
     * {@code floor}, the lower bound of the results.
     *
     * @param unrolled values of a segment handled in one step of the inner loop; segments are multiples of it
     */
    static Func write(String name, int unrolled) {
        return new ConvKernel(name, unrolled).write();
    }

    private Func write() {
        Local lower = f.variable("lower", splat(floor.get()));
        Local segmentBytes = f.variable("segmentBytes", shiftLeft(segment.get(), 2));
        Local outputRow = f.variable("outputRow", mul(columns.get(), outputPitch.get()));
        Local end = f.variable("end", add(y.get(), outputPitch.get()));
        Local hasAddend = f.variable("hasAddend", notZero(addend.get()));
        Local weight = f.variable(Type.I32, "weight");
        f.repeatWhile(() -> {
            Local bias0 = f.variable("bias0", load(bias.get(), 0));
            Local bias1 = f.variable("bias1", load(bias.get(), VECTOR_BYTES));
            Local row = f.variable("row", rows.get());
            Local xRow = f.variable("xRow", x.get());
            Local yRow = f.variable("yRow", y.get());
            Local addendRow = f.variable("addendRow", addend.get());
            f.countDown(row, 1, () -> {
                Local column = f.variable("column", columns.get());
                Local xTile = f.variable("xTile", xRow.get());
                Local yTile = f.variable("yTile", yRow.get());
                Local addendTile = f.variable("addendTile", addendRow.get());
                f.countDown(column, PIXELS, () -> {
                    f.set(weight, weights.get());
                    for (Local[] sum : sums) {
                        f.set(sum[0], bias0.get());
                        f.set(sum[1], bias1.get());
                    }
                    accumulate(xTile, segmentBytes, weight);
                    f.when(hasAddend.get(), () -> addTile(addendTile));
                    storeTile(yTile, lower);
                    f.increase(xTile, shiftLeft(columnStep.get(), 2));
                });
                f.increase(xRow, rowStep.get());
                f.increase(yRow, outputRow.get());
                f.increase(addendRow, outputRow.get());
            });
            f.set(weights, weight.get());
            f.increase(bias, i32(BLOCK_BYTES));
            f.increase(addend, i32(BLOCK_BYTES));
            f.increase(y, i32(BLOCK_BYTES));
            return lessThanUnsigned(y.get(), end.get());
        });
        return f;
    }

    private void accumulate(Local xTile, Local segmentBytes, Local weight) {
        Local kernelRow = f.variable("kernelRow", kernelRows.get());
        Local xKernel = f.variable("xKernel", xTile.get());
        Local weight0 = f.variable(Type.V128, "weight0");
        Local weight1 = f.variable(Type.V128, "weight1");
        Local value = f.variable(Type.V128, "value");
        f.countDown(kernelRow, 1, () -> {
            f.set(inputs[0], xKernel.get());
            for (int pixel = 1; pixel < PIXELS; pixel++) {
                f.set(inputs[pixel], add(inputs[pixel - 1].get(), columnStep.get()));
            }
            Local segmentEnd = f.variable("segmentEnd", add(xKernel.get(), segmentBytes.get()));
            f.repeatWhile(() -> {
                for (int i = 0; i < unrolled; i++) {
                    f.set(weight0, load(weight.get(), i * BLOCK_BYTES));
                    f.set(weight1, load(weight.get(), i * BLOCK_BYTES + VECTOR_BYTES));
                    for (int pixel = 0; pixel < PIXELS; pixel++) {
                        f.set(value, loadSplat(inputs[pixel].get(), 4 * i));
                        f.increase(sums[pixel][0], mul(value.get(), weight0.get()));
                        f.increase(sums[pixel][1], mul(value.get(), weight1.get()));
                    }
                }
                f.increase(weight, i32(unrolled * BLOCK_BYTES));
                for (Local input : inputs) {
                    f.increase(input, i32(4 * unrolled));
                }
                return lessThanUnsigned(inputs[0].get(), segmentEnd.get());
            });
            f.increase(xKernel, inputRow.get());
        });
    }

    private void addTile(Local tile) {
        for (Local[] sum : sums) {
            f.increase(sum[0], load(tile.get(), 0));
            f.increase(sum[1], load(tile.get(), VECTOR_BYTES));
            f.increase(tile, outputPitch.get());
        }
    }

    private void storeTile(Local tile, Local lower) {
        for (Local[] sum : sums) {
            f.store(tile.get(), 0, bounded(sum[0], lower));
            f.store(tile.get(), VECTOR_BYTES, bounded(sum[1], lower));
            f.increase(tile, outputPitch.get());
        }
    }

    private static Expr bounded(Local sum, Local lower) {
        return max(sum.get(), lower.get());
    }
}
