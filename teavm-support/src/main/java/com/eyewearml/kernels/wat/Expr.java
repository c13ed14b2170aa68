package com.eyewearml.kernels.wat;

/**
 * A WebAssembly expression with the type of its value.
 *
 * @param text folded form of the text format
 */
public record Expr(Type type, String text) {
    /** @throws IllegalArgumentException where the value has another type */
    Expr require(Type expected) {
        if (type != expected) {
            throw new IllegalArgumentException("expected " + expected + ", got " + type + ": " + text);
        }
        return this;
    }
}
