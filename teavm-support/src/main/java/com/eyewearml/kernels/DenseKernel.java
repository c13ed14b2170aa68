package com.eyewearml.kernels;

import static com.eyewearml.kernels.wat.Ops.add;
import static com.eyewearml.kernels.wat.Ops.i32;
import static com.eyewearml.kernels.wat.Ops.lessThanUnsigned;
import static com.eyewearml.kernels.wat.Ops.load;
import static com.eyewearml.kernels.wat.Ops.loadSplat;
import static com.eyewearml.kernels.wat.Ops.max;
import static com.eyewearml.kernels.wat.Ops.mul;
import static com.eyewearml.kernels.wat.Ops.shiftLeft;
import static com.eyewearml.kernels.wat.Ops.splat;
import static com.eyewearml.kernels.wat.Ops.zeroVector;

import com.eyewearml.kernels.wat.Func;
import com.eyewearml.kernels.wat.Local;
import com.eyewearml.kernels.wat.Type;

/**
 * Matrix times vector, plus bias, then a lower bound (ReLU). Weights lie in blocks of 8 outputs,
 * {@code [output / 8][input][8]}. Inputs are taken in turns by {@value #CHAINS} pairs of sums, because one chain of additions would
 * wait for itself.
 */
final class DenseKernel {
    private static final int CHAINS = 4;
    private static final int VECTOR_BYTES = 16;
    private static final int BLOCK_BYTES = 2 * VECTOR_BYTES;

    private DenseKernel() { }

    /**
     * Parameters: {@code x, weights, bias, y} (addresses), {@code inputs} (a multiple of 4), {@code outputs} (a multiple of 8),
     * {@code floor}, the lower bound of the results.
     */
    static Func write(String name) {
        Func f = Func.exported(name);
        Local x = f.parameter(Type.I32, "x");
        Local weights = f.parameter(Type.I32, "weights");
        Local bias = f.parameter(Type.I32, "bias");
        Local y = f.parameter(Type.I32, "y");
        Local inputs = f.parameter(Type.I32, "inputs");
        Local outputs = f.parameter(Type.I32, "outputs");
        Local floor = f.parameter(Type.F32, "floor");
        Local lower = f.variable("lower", splat(floor.get()));
        Local xEnd = f.variable("xEnd", add(x.get(), shiftLeft(inputs.get(), 2)));
        Local yEnd = f.variable("yEnd", add(y.get(), shiftLeft(outputs.get(), 2)));
        Local[][] sums = new Local[CHAINS][2];
        for (int chain = 0; chain < CHAINS; chain++) {
            sums[chain][0] = f.variable(Type.V128, "sum" + chain + "a");
            sums[chain][1] = f.variable(Type.V128, "sum" + chain + "b");
        }
        Local position = f.variable(Type.I32, "position");
        Local value = f.variable(Type.V128, "value");
        f.repeatWhile(() -> {
            f.set(sums[0][0], load(bias.get(), 0));
            f.set(sums[0][1], load(bias.get(), VECTOR_BYTES));
            for (int chain = 1; chain < CHAINS; chain++) {
                f.set(sums[chain][0], zeroVector());
                f.set(sums[chain][1], zeroVector());
            }
            f.set(position, x.get());
            f.repeatWhile(() -> {
                for (int chain = 0; chain < CHAINS; chain++) {
                    f.set(value, loadSplat(position.get(), 4 * chain));
                    int block = chain * BLOCK_BYTES;
                    f.increase(sums[chain][0], mul(value.get(), load(weights.get(), block)));
                    f.increase(sums[chain][1], mul(value.get(), load(weights.get(), block + VECTOR_BYTES)));
                }
                f.increase(weights, i32(CHAINS * BLOCK_BYTES));
                f.increase(position, i32(CHAINS * 4));
                return lessThanUnsigned(position.get(), xEnd.get());
            });
            for (int half = 0; half < 2; half++) {
                Local first = sums[0][half];
                for (int chain = 1; chain < CHAINS; chain++) {
                    f.increase(first, sums[chain][half].get());
                }
                f.store(y.get(), half * VECTOR_BYTES, max(first.get(), lower.get()));
            }
            f.increase(bias, i32(BLOCK_BYTES));
            f.increase(y, i32(BLOCK_BYTES));
            return lessThanUnsigned(y.get(), yEnd.get());
        });
        return f;
    }
}
