package com.eyewearml.kernels.wat;

/** Value types that kernels use. */
public enum Type {
    /** Integer, address or condition. */
    I32,
    /** Single-precision number. */
    F32,
    /** Double-precision number. */
    F64,
    /** Vector of 16 bytes, here mostly four single-precision numbers. */
    V128;

    String text() {
        return name().toLowerCase();
    }
}
