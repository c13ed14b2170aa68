package com.eyewearml.kernels;

import static com.eyewearml.kernels.wat.Ops.add;
import static com.eyewearml.kernels.wat.Ops.divide;
import static com.eyewearml.kernels.wat.Ops.f32;
import static com.eyewearml.kernels.wat.Ops.i32;
import static com.eyewearml.kernels.wat.Ops.interleaveHigh;
import static com.eyewearml.kernels.wat.Ops.interleaveLow;
import static com.eyewearml.kernels.wat.Ops.lessThanUnsigned;
import static com.eyewearml.kernels.wat.Ops.load;
import static com.eyewearml.kernels.wat.Ops.max;
import static com.eyewearml.kernels.wat.Ops.mul;
import static com.eyewearml.kernels.wat.Ops.shiftLeft;
import static com.eyewearml.kernels.wat.Ops.splat;
import static com.eyewearml.kernels.wat.Ops.sub;
import static com.eyewearml.kernels.wat.Ops.toFloat;
import static com.eyewearml.kernels.wat.Ops.zeroVector;

import com.eyewearml.kernels.wat.Func;
import com.eyewearml.kernels.wat.Local;
import com.eyewearml.kernels.wat.Type;

/**
 * Expected position under the spatial softmax of each channel of a square activation: its greatest value first, then the weighted
 * sums of positions, both over eight channels at a time. Positions count half pixels from the centre. Padding channels, being zero
 * everywhere, have their expectation at exactly zero.
 */
final class ExpectationKernel {
    private static final int VECTORS = 2;
    private static final int VECTOR_BYTES = 16;

    private final Func f;
    private final Local x;
    private final Local y;
    private final Local side;
    private final Local pitch;
    private final Local outputs;
    private final Local position;
    private final Local[] largest;
    private final Local[] rowSum;
    private final Local[] sum;
    private final Local[] sumX;
    private final Local[] sumY;

    private ExpectationKernel(String name) {
        f = Func.exported(name);
        x = f.parameter(Type.I32, "x");
        y = f.parameter(Type.I32, "y");
        side = f.parameter(Type.I32, "side");
        pitch = f.parameter(Type.I32, "pitch");
        outputs = f.parameter(Type.I32, "outputs");
        position = f.variable(Type.I32, "position");
        largest = vectors("largest");
        rowSum = vectors("rowSum");
        sum = vectors("sum");
        sumX = vectors("sumX");
        sumY = vectors("sumY");
    }

    /**
     * Parameters: {@code x, y} (addresses), {@code side} in pixels, {@code pitch} of a pixel in bytes, a multiple of eight floats,
     * {@code outputs}, a multiple of eight, two for each channel; up to eight more are written behind them.
     */
    static Func write(String name) {
        return new ExpectationKernel(name).write();
    }

    private Func write() {
        Local end = f.variable("end", add(y.get(), shiftLeft(outputs.get(), 2)));
        Local first = f.variable("first", splat(toFloat(sub(i32(1), side.get()))));
        Local sideVector = f.variable("sideVector", splat(toFloat(side.get())));
        f.repeatWhile(() -> {
            findLargest();
            accumulate(first);
            for (int i = 0; i < VECTORS; i++) {
                f.set(sum[i], mul(sum[i].get(), sideVector.get()));
                f.set(sumX[i], divide(sumX[i].get(), sum[i].get()));
                f.set(sumY[i], divide(sumY[i].get(), sum[i].get()));
                f.store(y.get(), 2 * i * VECTOR_BYTES, interleaveLow(sumX[i].get(), sumY[i].get()));
                f.store(y.get(), (2 * i + 1) * VECTOR_BYTES, interleaveHigh(sumX[i].get(), sumY[i].get()));
            }
            f.increase(x, i32(VECTORS * VECTOR_BYTES));
            f.increase(y, i32(2 * VECTORS * VECTOR_BYTES));
            return lessThanUnsigned(y.get(), end.get());
        });
        return f;
    }

    private void findLargest() {
        Local pixel = f.variable("pixel", mul(side.get(), side.get()));
        f.set(position, x.get());
        for (int i = 0; i < VECTORS; i++) {
            f.set(largest[i], load(x.get(), i * VECTOR_BYTES));
        }
        f.countDown(pixel, 1, () -> {
            for (int i = 0; i < VECTORS; i++) {
                f.set(largest[i], max(largest[i].get(), load(position.get(), i * VECTOR_BYTES)));
            }
            f.increase(position, pitch.get());
        });
    }

    private void accumulate(Local first) {
        Exponential exponential = new Exponential(f);
        Local weight = f.variable(Type.V128, "weight");
        Local two = f.variable("two", splat(f32(2)));
        f.set(position, x.get());
        for (int i = 0; i < VECTORS; i++) {
            f.set(sum[i], zeroVector());
            f.set(sumX[i], zeroVector());
            f.set(sumY[i], zeroVector());
        }
        Local row = f.variable("row", side.get());
        Local rowPosition = f.variable("rowPosition", first.get());
        f.countDown(row, 1, () -> {
            for (Local s : rowSum) {
                f.set(s, zeroVector());
            }
            Local column = f.variable("column", side.get());
            Local columnPosition = f.variable("columnPosition", first.get());
            f.countDown(column, 1, () -> {
                for (int i = 0; i < VECTORS; i++) {
                    f.set(weight, exponential.of(sub(load(position.get(), i * VECTOR_BYTES), largest[i].get())));
                    f.increase(rowSum[i], weight.get());
                    f.increase(sumX[i], mul(weight.get(), columnPosition.get()));
                }
                f.increase(columnPosition, two.get());
                f.increase(position, pitch.get());
            });
            for (int i = 0; i < VECTORS; i++) {
                f.increase(sum[i], rowSum[i].get());
                f.increase(sumY[i], mul(rowSum[i].get(), rowPosition.get()));
            }
            f.increase(rowPosition, two.get());
        });
    }

    private Local[] vectors(String name) {
        Local[] locals = new Local[VECTORS];
        for (int i = 0; i < VECTORS; i++) {
            locals[i] = f.variable(Type.V128, name + i);
        }
        return locals;
    }
}
