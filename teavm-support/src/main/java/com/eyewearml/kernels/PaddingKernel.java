package com.eyewearml.kernels;

import static com.eyewearml.kernels.wat.Ops.shiftLeft;

import com.eyewearml.kernels.wat.Func;
import com.eyewearml.kernels.wat.Local;
import com.eyewearml.kernels.wat.Type;

/** Copies an activation into one with a border of zeros, so that convolutions need no border cases. */
final class PaddingKernel {
    private PaddingKernel() { }

    /**
     * Parameters: {@code x, y} (addresses), {@code rows}, {@code row}, bytes of a row, {@code side}, bytes of the border at each
     * end of a row, {@code before}, bytes of zeros before the first row, and {@code after}, behind the last.
     */
    static Func write(String name) {
        Func f = Func.exported(name);
        Local x = f.parameter(Type.I32, "x");
        Local y = f.parameter(Type.I32, "y");
        Local rows = f.parameter(Type.I32, "rows");
        Local row = f.parameter(Type.I32, "row");
        Local side = f.parameter(Type.I32, "side");
        Local before = f.parameter(Type.I32, "before");
        Local after = f.parameter(Type.I32, "after");
        Local sides = f.variable("sides", shiftLeft(side.get(), 1));
        f.zero(y.get(), before.get());
        f.increase(y, before.get());
        f.countDown(rows, 1, () -> {
            f.copy(y.get(), x.get(), row.get());
            f.increase(x, row.get());
            f.increase(y, row.get());
            f.zero(y.get(), sides.get());
            f.increase(y, sides.get());
        });
        f.zero(y.get(), after.get());
        return f;
    }
}
