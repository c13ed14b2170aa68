package com.eyewearml.kernels.wat;

/** A parameter or variable of a function. */
public record Local(Type type, String name) {
    /** Its value. */
    public Expr get() {
        return new Expr(type, "(local.get $" + name + ")");
    }
}
