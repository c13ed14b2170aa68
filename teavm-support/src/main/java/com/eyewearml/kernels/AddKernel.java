package com.eyewearml.kernels;

import static com.eyewearml.kernels.wat.Ops.add;
import static com.eyewearml.kernels.wat.Ops.i32;
import static com.eyewearml.kernels.wat.Ops.load;
import static com.eyewearml.kernels.wat.Ops.max;
import static com.eyewearml.kernels.wat.Ops.splat;

import com.eyewearml.kernels.wat.Func;
import com.eyewearml.kernels.wat.Local;
import com.eyewearml.kernels.wat.Type;

/** Element-wise sum, then a lower bound (ReLU). */
final class AddKernel {
    private static final int LANES = 4;

    private AddKernel() { }

    /**
     * Parameters: {@code left, right, y} (addresses), {@code count} of floats, a multiple of 4, {@code floor}, the lower bound
     * of the results.
     */
    static Func write(String name) {
        Func f = Func.exported(name);
        Local left = f.parameter(Type.I32, "left");
        Local right = f.parameter(Type.I32, "right");
        Local y = f.parameter(Type.I32, "y");
        Local count = f.parameter(Type.I32, "count");
        Local floor = f.parameter(Type.F32, "floor");
        Local lower = f.variable("lower", splat(floor.get()));
        f.countDown(count, LANES, () -> {
            f.store(y.get(), 0, max(add(load(left.get(), 0), load(right.get(), 0)), lower.get()));
            for (Local pointer : new Local[] {left, right, y}) {
                f.increase(pointer, i32(4 * LANES));
            }
        });
        return f;
    }
}
