package com.eyewearml.kernels.wat;

import java.util.List;

/** A module of functions over the memory of another one, imported as {@code env.memory}. */
public record Module(List<Func> functions) {
    /** The module in WebAssembly's text format. */
    public String text() {
        StringBuilder text = new StringBuilder("(module\n  (import \"env\" \"memory\" (memory 1))\n");
        functions.forEach(function -> text.append(function.text()));
        return text.append(")\n").toString();
    }
}
