package com.eyewearml.kernels;

import static com.eyewearml.kernels.wat.Ops.add;
import static com.eyewearml.kernels.wat.Ops.i32;
import static com.eyewearml.kernels.wat.Ops.lessThanUnsigned;
import static com.eyewearml.kernels.wat.Ops.load;
import static com.eyewearml.kernels.wat.Ops.mul;
import static com.eyewearml.kernels.wat.Ops.shiftLeft;

import com.eyewearml.kernels.wat.Func;
import com.eyewearml.kernels.wat.Local;
import com.eyewearml.kernels.wat.Type;

/** Each pixel repeated as a square of 2 x 2. */
final class UpsampleKernel {
    private static final int VECTOR_BYTES = 16;

    private UpsampleKernel() { }

    /**
     * Parameters: {@code x, y} (addresses), {@code rows, columns} of the input, {@code pitch} of a pixel in bytes, a multiple of a
     * vector's, the same in input and output.
     */
    static Func write(String name) {
        Func f = Func.exported(name);
        Local x = f.parameter(Type.I32, "x");
        Local y = f.parameter(Type.I32, "y");
        Local rows = f.parameter(Type.I32, "rows");
        Local columns = f.parameter(Type.I32, "columns");
        Local pitch = f.parameter(Type.I32, "pitch");
        Local outputRow = f.variable("outputRow", mul(columns.get(), shiftLeft(pitch.get(), 1)));
        Local right = f.variable(Type.I32, "right");
        Local below = f.variable(Type.I32, "below");
        Local belowRight = f.variable(Type.I32, "belowRight");
        Local value = f.variable(Type.V128, "value");
        f.countDown(rows, 1, () -> {
            Local column = f.variable("column", columns.get());
            f.countDown(column, 1, () -> {
                Local pixelEnd = f.variable("pixelEnd", add(x.get(), pitch.get()));
                f.set(right, add(y.get(), pitch.get()));
                f.set(below, add(y.get(), outputRow.get()));
                f.set(belowRight, add(right.get(), outputRow.get()));
                f.repeatWhile(() -> {
                    f.set(value, load(x.get(), 0));
                    for (Local copy : new Local[] {y, right, below, belowRight}) {
                        f.store(copy.get(), 0, value.get());
                        f.increase(copy, i32(VECTOR_BYTES));
                    }
                    f.increase(x, i32(VECTOR_BYTES));
                    return lessThanUnsigned(x.get(), pixelEnd.get());
                });
                f.set(y, right.get());
            });
            f.increase(y, outputRow.get());
        });
        return f;
    }
}
