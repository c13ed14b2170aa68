package com.eyewearml.kernels;

import static com.eyewearml.kernels.wat.Ops.squareRoot;

import com.eyewearml.kernels.wat.Func;
import com.eyewearml.kernels.wat.Type;

/** Square root of a double-precision number: compiled Java takes its functions from outside, and WebAssembly has this one as an instruction. */
final class SquareRoot {
    private SquareRoot() { }

    static Func write(String name) {
        Func f = Func.exported(name);
        f.result(squareRoot(f.parameter(Type.F64, "x").get()));
        return f;
    }
}
