package com.eyewearml.kernels;

import static com.eyewearml.kernels.wat.Ops.add;
import static com.eyewearml.kernels.wat.Ops.addIntegers;
import static com.eyewearml.kernels.wat.Ops.f32;
import static com.eyewearml.kernels.wat.Ops.max;
import static com.eyewearml.kernels.wat.Ops.mul;
import static com.eyewearml.kernels.wat.Ops.shiftIntegersLeft;
import static com.eyewearml.kernels.wat.Ops.splat;
import static com.eyewearml.kernels.wat.Ops.sub;

import com.eyewearml.kernels.wat.Expr;
import com.eyewearml.kernels.wat.Func;
import com.eyewearml.kernels.wat.Local;
import com.eyewearml.kernels.wat.Type;

/**
 * Exponential function of four numbers that are not positive. With {@code x = (n + f) ln 2}, n whole and f within half,
 * {@code exp(x) = 2^n 2^f}: a polynomial for 2^f, and n added to its exponent. The exponential of zero is exactly one.
 *
 * <p>Relative error of the polynomial 9.2e-8, of the result in single precision {@code 3e-7 + 1e-7 |x|}: absolute error below 4e-7
 * throughout. Below {@value #LEAST} the result is that of {@value #LEAST}, 4.5e-38; NaN stays NaN.
 */
final class Exponential {
    private static final float LEAST = -86;
    private static final float LOG2_E = 1.442695f;
    /** Adding it rounds to a whole number, which is then in the lowest bits; its own lowest nine bits are zero. */
    private static final float ROUNDER = 0x1.8p23f;
    private static final int MANTISSA_BITS = 23;
    /** Coefficients of f, f^2 and so on: smallest greatest relative error of 2^f within half, constant term one. */
    private static final float[] POWERS = {0.693147f, 0.24022242f, 0.055507336f, 0.009671513f, 0.0013264727f};

    private final Func f;
    private final Local scaled;
    private final Local rounded;

    /** Declares the variables that the calculations of a function share. */
    Exponential(Func f) {
        this.f = f;
        scaled = f.variable(Type.V128, "scaled");
        rounded = f.variable(Type.V128, "rounded");
    }

    /** Writes the calculation. Result: expression to be used once, before the next calculation. */
    Expr of(Expr x) {
        f.set(scaled, mul(max(x, constant(LEAST)), constant(LOG2_E)));
        f.set(rounded, add(scaled.get(), constant(ROUNDER)));
        f.set(scaled, sub(scaled.get(), sub(rounded.get(), constant(ROUNDER))));
        Expr power = constant(POWERS[POWERS.length - 1]);
        for (int i = POWERS.length - 2; i >= 0; i--) {
            power = add(mul(power, scaled.get()), constant(POWERS[i]));
        }
        power = add(mul(power, scaled.get()), constant(1));
        return addIntegers(power, shiftIntegersLeft(rounded.get(), MANTISSA_BITS));
    }

    private static Expr constant(float value) {
        return splat(f32(value));
    }
}
