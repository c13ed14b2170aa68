package com.eyewearml.kernels.wat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class OpsTest {
    private final Local number = new Local(Type.F32, "number");
    private final Local vector = new Local(Type.V128, "vector");

    @Test
    void arithmeticFollowsTheTypeOfItsOperands() {
        assertEquals("(i32.add (i32.const 1) (i32.const 2))", Ops.add(Ops.i32(1), Ops.i32(2)).text());
        assertEquals("(f32.mul (local.get $number) (local.get $number))", Ops.mul(number.get(), number.get()).text());
        assertEquals("(f32x4.sub (local.get $vector) (local.get $vector))", Ops.sub(vector.get(), vector.get()).text());
    }

    @Test
    void mixedOperandsAreRefusedWhereTheyAreWritten() {
        assertThrows(IllegalArgumentException.class, () -> Ops.add(number.get(), vector.get()));
        assertThrows(IllegalArgumentException.class, () -> Ops.load(number.get(), 0));
        Func function = Func.internal("f");
        assertThrows(IllegalArgumentException.class, () -> function.set(vector, number.get()));
        assertThrows(IllegalArgumentException.class, () -> function.repeatWhile(number::get));
    }

    @Test
    void argumentsOfCallsAreChecked() {
        Func callee = Func.internal("callee");
        callee.parameter(Type.F32, "x");
        callee.result(Ops.i32(0));
        assertEquals("(call $callee (local.get $number))", Ops.call(callee, number.get()).text());
        assertThrows(IllegalArgumentException.class, () -> Ops.call(callee, vector.get()));
        assertThrows(IllegalArgumentException.class, () -> Ops.call(callee));
    }
}
