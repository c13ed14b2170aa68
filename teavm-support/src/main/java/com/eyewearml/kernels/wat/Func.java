package com.eyewearml.kernels.wat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A function being written: parameters first, then variables and statements in any order. */
public final class Func {
    private final String name;
    private final boolean exported;
    private final List<Local> parameters = new ArrayList<>();
    private final List<Local> locals = new ArrayList<>();
    private final StringBuilder body = new StringBuilder();
    private Type result;
    private int depth = 1;
    private int loops;

    private Func(String name, boolean exported) {
        this.name = name;
        this.exported = exported;
    }

    /** A function that other modules call. */
    public static Func exported(String name) {
        return new Func(name, true);
    }

    /** A function for this module alone. */
    public static Func internal(String name) {
        return new Func(name, false);
    }

    public Local parameter(Type type, String parameterName) {
        Local local = new Local(type, parameterName);
        parameters.add(local);
        return local;
    }

    public Local variable(Type type, String variableName) {
        Local local = new Local(type, variableName);
        locals.add(local);
        return local;
    }

    /** A new variable with a first value. */
    public Local variable(String variableName, Expr value) {
        Local local = variable(value.type(), variableName);
        set(local, value);
        return local;
    }

    public void set(Local local, Expr value) {
        line("(local.set $" + local.name() + " " + value.require(local.type()).text() + ")");
    }

    /** {@code local += value} */
    public void increase(Local local, Expr value) {
        set(local, Ops.add(local.get(), value));
    }

    /** Stores all four lanes. */
    public void store(Expr address, int offset, Expr value) {
        String where = offset == 0 ? "" : " offset=" + offset;
        line("(v128.store" + where + " " + address.require(Type.I32).text() + " " + value.require(Type.V128).text() + ")");
    }

    /** Sets bytes to zero. */
    public void zero(Expr address, Expr bytes) {
        line("(memory.fill " + address.require(Type.I32).text() + " (i32.const 0) " + bytes.require(Type.I32).text() + ")");
    }

    public void copy(Expr to, Expr from, Expr bytes) {
        line("(memory.copy " + to.require(Type.I32).text() + " " + from.require(Type.I32).text() + " "
                + bytes.require(Type.I32).text() + ")");
    }

    /** Runs statements at least once, and again while the condition they end with holds. */
    public void repeatWhile(Supplier<Expr> statements) {
        String label = "$again" + loops++;
        line("(loop " + label);
        depth++;
        Expr condition = statements.get().require(Type.I32);
        line("(br_if " + label + " " + condition.text() + "))");
        depth--;
    }

    /** Runs statements {@code count} times, at least once; counts the variable down to zero by {@code step}. */
    public void countDown(Local count, int step, Runnable statements) {
        repeatWhile(() -> {
            statements.run();
            increase(count, Ops.i32(-step));
            return Ops.lessThan(Ops.i32(0), count.get());
        });
    }

    public void when(Expr condition, Runnable statements) {
        when(condition, statements, null);
    }

    /** Either the statements of one or those of the other branch. */
    public void when(Expr condition, Runnable then, Runnable otherwise) {
        line("(if " + condition.require(Type.I32).text());
        depth++;
        branch("then", then);
        if (otherwise != null) {
            branch("else", otherwise);
        }
        depth--;
        line(")");
    }

    /** Ends the function with a value. */
    public void result(Expr value) {
        result = value.type();
        line(value.text());
    }

    private void branch(String keyword, Runnable statements) {
        line("(" + keyword);
        depth++;
        statements.run();
        depth--;
        line(")");
    }

    private void line(String text) {
        body.append("  ".repeat(depth + 1)).append(text).append('\n');
    }

    String name() {
        return name;
    }

    List<Local> parameters() {
        return parameters;
    }

    Type result() {
        return result;
    }

    String text() {
        StringBuilder text = new StringBuilder("  (func $" + name + (exported ? " (export \"" + name + "\")" : ""));
        parameters.forEach(p -> text.append(" (param $").append(p.name()).append(' ').append(p.type().text()).append(')'));
        if (result != null) {
            text.append(" (result ").append(result.text()).append(')');
        }
        text.append('\n');
        locals.forEach(l -> text.append("    (local $").append(l.name()).append(' ').append(l.type().text()).append(")\n"));
        return text.append(body).append("  )\n").toString();
    }
}
