package com.eyewearml.teavm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Rewrites the modular, unminified WebAssembly GC runtime of TeaVM 0.15.0 so that it compiles no text in the browser and
 * therefore runs under {@code script-src 'self' 'wasm-unsafe-eval'}:
 * <ul>
 * <li>globals are looked up by property, exports and calls are plain functions;
 * <li>snippets declared by {@code @JSBody} come from a registered table;
 * <li>exported constructors receive all arguments (the original passes two), methods without an array of them, which would be garbage;
 * <li>{@code load} also accepts a compiled {@code WebAssembly.Module}.
 * </ul>
 * The replacement texts are the JavaScript resources beside this class.
 */
public final class RuntimeRewriter {
    /** Most arguments that Java and JavaScript pass to each other's functions; TeaVM's own limit is 31. */
    private static final int MAX_ARITY = 16;
    private static final String[] FORBIDDEN = {"new Function", "eval("};

    private String text;

    private RuntimeRewriter(String text) {
        this.text = text;
    }

    /**
     * @param args file to read, file to write
     * @throws IllegalStateException where the runtime is of another version, naming the text that was not found
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("usage: RuntimeRewriter <runtime of TeaVM> <output file>");
        }
        Path output = Path.of(args[1]);
        Files.createDirectories(output.toAbsolutePath().getParent());
        Files.writeString(output, rewrite(Files.readString(Path.of(args[0]))));
    }

    /**
     * @param runtime text of the original runtime
     * @return text of the rewritten one
     * @throws IllegalStateException where the runtime is of another version, naming the text that was not found
     */
    public static String rewrite(String runtime) {
        RuntimeRewriter rewriter = new RuntimeRewriter(runtime);
        rewriter.replace("var globalsCache =", "var exceptionFrameRegex", "");
        rewriter.replace("function getGlobalName", "function defaults", resource("globals.js"));
        rewriter.replace("function defineFunction", "imports.teavmJso = {",
                resource("exported-functions.js") + ofEachArity("exported-methods-of-arity.js") + "  ");
        rewriter.replace("defineMethod(cls, name, fn, vararg) {", "defineStaticMethod(", resource("exported-methods.js"));
        rewriter.replace("const argumentList = [];", "function wrapImport(", calls());
        rewriter.replace("async function compileModule(src, isNodeJs) {", "if (typeof src !== \"string\")",
                resource("compile-module.js"));
        for (String forbidden : FORBIDDEN) {
            if (rewriter.text.contains(forbidden)) {
                throw new IllegalStateException("unknown version of the TeaVM runtime: \"" + forbidden + "\" is left");
            }
        }
        return rewriter.text;
    }

    /** Replaces from the only occurrence of {@code from} up to, not including, the next {@code until}. */
    private void replace(String from, String until, String replacement) {
        int start = text.indexOf(from);
        int end = start < 0 ? -1 : text.indexOf(until, start);
        if (end < 0 || text.indexOf(from, start + 1) >= 0) {
            throw new IllegalStateException("unknown version of the TeaVM runtime: expected \"" + from + "\" once, then \""
                    + until + "\"");
        }
        text = text.substring(0, start) + replacement + text.substring(end);
    }

    private static String calls() {
        return resource("calls.js") + ofEachArity("calls-of-arity.js") + "}\n";
    }

    /** The resource once for each number of arguments, so that none are gathered in an array. */
    private static String ofEachArity(String name) {
        StringBuilder js = new StringBuilder();
        String perArity = resource(name);
        StringBuilder list = new StringBuilder();
        for (int arity = 0; arity <= MAX_ARITY; arity++) {
            if (arity > 0) {
                list.append(arity > 1 ? ", a" : "a").append(arity);
            }
            js.append(perArity
                    .replace("$TAIL", arity > 0 ? ", " + list : "")
                    .replace("$LIST", list)
                    .replace("$N", Integer.toString(arity)));
        }
        return js.toString();
    }

    private static String resource(String name) {
        try (InputStream in = RuntimeRewriter.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
