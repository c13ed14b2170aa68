package com.eyewearml.kernels.wat;

/** Instructions, each checked for the types of its operands. Integer comparisons and divisions are signed. */
public final class Ops {
    private Ops() { }

    public static Expr i32(int value) {
        return new Expr(Type.I32, "(i32.const " + value + ")");
    }

    public static Expr f32(float value) {
        return new Expr(Type.F32, "(f32.const " + value + ")");
    }

    public static Expr zeroVector() {
        return new Expr(Type.V128, "(v128.const i32x4 0 0 0 0)");
    }

    /** Sum of integers, numbers, or vectors lane by lane. */
    public static Expr add(Expr a, Expr b) {
        return arithmetic("add", a, b);
    }

    /** Difference of integers, numbers, or vectors lane by lane. */
    public static Expr sub(Expr a, Expr b) {
        return arithmetic("sub", a, b);
    }

    /** Product of integers, numbers, or vectors lane by lane. */
    public static Expr mul(Expr a, Expr b) {
        return arithmetic("mul", a, b);
    }

    /** Quotient of numbers, or vectors lane by lane. */
    public static Expr divide(Expr a, Expr b) {
        return a.type() == Type.V128 ? binary(Type.V128, "f32x4.div", Type.V128, a, b) : binary(Type.F32, "f32.div", Type.F32, a, b);
    }

    public static Expr shiftLeft(Expr a, int bits) {
        return binary(Type.I32, "i32.shl", Type.I32, a, i32(bits));
    }

    public static Expr lessThan(Expr a, Expr b) {
        return binary(Type.I32, "i32.lt_s", Type.I32, a, b);
    }

    /** For addresses and for range checks of both ends at once. */
    public static Expr lessThanUnsigned(Expr a, Expr b) {
        return binary(Type.I32, "i32.lt_u", Type.I32, a, b);
    }

    public static Expr and(Expr a, Expr b) {
        return binary(Type.I32, "i32.and", Type.I32, a, b);
    }

    public static Expr notZero(Expr a) {
        return binary(Type.I32, "i32.ne", Type.I32, a, i32(0));
    }

    public static Expr floor(Expr a) {
        return unary(Type.F32, "f32.floor", Type.F32, a);
    }

    public static Expr squareRoot(Expr a) {
        return unary(Type.F64, "f64.sqrt", Type.F64, a);
    }

    /** Nearest integer towards zero, the largest or smallest one where the number is out of range. */
    public static Expr toInt(Expr a) {
        return unary(Type.I32, "i32.trunc_sat_f32_s", Type.F32, a);
    }

    public static Expr toFloat(Expr a) {
        return unary(Type.F32, "f32.convert_i32_s", Type.I32, a);
    }

    public static Expr splat(Expr a) {
        return unary(Type.V128, "f32x4.splat", Type.F32, a);
    }

    /** Lane by lane the larger one; a NaN in {@code a} stays. */
    public static Expr max(Expr a, Expr b) {
        return binary(Type.V128, "f32x4.pmax", Type.V128, a, b);
    }

    /** Sum of lanes as 32-bit integers. */
    public static Expr addIntegers(Expr a, Expr b) {
        return binary(Type.V128, "i32x4.add", Type.V128, a, b);
    }

    /** Lanes as 32-bit integers, shifted. */
    public static Expr shiftIntegersLeft(Expr a, int bits) {
        return new Expr(Type.V128, "(i32x4.shl " + a.require(Type.V128).text() + " " + i32(bits).text() + ")");
    }

    /** First lane of a, first of b, second of a, second of b. */
    public static Expr interleaveLow(Expr a, Expr b) {
        return binary(Type.V128, "i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23", Type.V128, a, b);
    }

    /** Third lane of a, third of b, fourth of a, fourth of b. */
    public static Expr interleaveHigh(Expr a, Expr b) {
        return binary(Type.V128, "i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31", Type.V128, a, b);
    }

    public static Expr load(Expr address, int offset) {
        return memory(Type.V128, "v128.load", address, offset);
    }

    /** One number in all four lanes. */
    public static Expr loadSplat(Expr address, int offset) {
        return memory(Type.V128, "v128.load32_splat", address, offset);
    }

    /** Four bytes, zeros in the other lanes. */
    public static Expr load4Bytes(Expr address) {
        return memory(Type.V128, "v128.load32_zero", address, 0);
    }

    /** Eight bytes as unsigned 16-bit lanes. */
    public static Expr load8Shorts(Expr address) {
        return memory(Type.V128, "v128.load8x8_u", address, 0);
    }

    /** The first eight unsigned bytes as 16-bit lanes. */
    public static Expr bytesToShorts(Expr a) {
        return unary(Type.V128, "i16x8.extend_low_i8x16_u", Type.V128, a);
    }

    /** The first four unsigned 16-bit lanes as numbers. */
    public static Expr lowShortsToFloats(Expr a) {
        return intsToFloats(unary(Type.V128, "i32x4.extend_low_i16x8_u", Type.V128, a));
    }

    /** The last four unsigned 16-bit lanes as numbers. */
    public static Expr highShortsToFloats(Expr a) {
        return intsToFloats(unary(Type.V128, "i32x4.extend_high_i16x8_u", Type.V128, a));
    }

    /** Value of another function. */
    public static Expr call(Func function, Expr... arguments) {
        if (arguments.length != function.parameters().size()) {
            throw new IllegalArgumentException(function.name() + " takes " + function.parameters().size() + " arguments, given "
                    + arguments.length);
        }
        StringBuilder text = new StringBuilder("(call $" + function.name());
        for (int i = 0; i < arguments.length; i++) {
            text.append(' ').append(arguments[i].require(function.parameters().get(i).type()).text());
        }
        return new Expr(function.result(), text + ")");
    }

    private static Expr intsToFloats(Expr a) {
        return unary(Type.V128, "f32x4.convert_i32x4_s", Type.V128, a);
    }

    private static Expr arithmetic(String name, Expr a, Expr b) {
        String prefix = a.type() == Type.V128 ? "f32x4" : a.type().text();
        return binary(a.type(), prefix + "." + name, a.type(), a, b);
    }

    private static Expr unary(Type result, String instruction, Type operand, Expr a) {
        return new Expr(result, "(" + instruction + " " + a.require(operand).text() + ")");
    }

    private static Expr binary(Type result, String instruction, Type operands, Expr a, Expr b) {
        return new Expr(result, "(" + instruction + " " + a.require(operands).text() + " " + b.require(operands).text() + ")");
    }

    private static Expr memory(Type result, String instruction, Expr address, int offset) {
        String where = offset == 0 ? "" : " offset=" + offset;
        return new Expr(result, "(" + instruction + where + " " + address.require(Type.I32).text() + ")");
    }
}
