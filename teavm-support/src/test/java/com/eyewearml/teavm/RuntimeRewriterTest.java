package com.eyewearml.teavm;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RuntimeRewriterTest {
    /** The very text that the build rewrites, from the TeaVM tools on the class path. */
    private static final String ORIGINAL = original();

    @Test
    void leavesNoDynamicCodeInTheRuntimeOfThisVersion() {
        assertTrue(ORIGINAL.contains("new Function"), "the original needs no rewriting any more");
        String rewritten = RuntimeRewriter.rewrite(ORIGINAL);
        assertFalse(rewritten.contains("new Function"));
        assertFalse(rewritten.contains("eval("));
        assertTrue(rewritten.contains("export function registerBodies"));
    }

    @Test
    void refusesTextItDoesNotKnowAndNamesIt() {
        String other = ORIGINAL.replace("function defineFunction", "function exportFunction");
        IllegalStateException e = assertThrows(IllegalStateException.class, () -> RuntimeRewriter.rewrite(other));
        assertTrue(e.getMessage().contains("function defineFunction"), e.getMessage());
    }

    @Test
    void refusesARuntimeWithFurtherDynamicCode() {
        String other = ORIGINAL + "\nconst f = new Function('return 1');\n";
        assertThrows(IllegalStateException.class, () -> RuntimeRewriter.rewrite(other));
    }

    @Test
    void refusesAlreadyRewrittenText() {
        String rewritten = RuntimeRewriter.rewrite(ORIGINAL);
        assertThrows(IllegalStateException.class, () -> RuntimeRewriter.rewrite(rewritten));
    }

    private static String original() {
        String name = "/org/teavm/backend/wasm/wasm-gc-module-runtime.js";
        try (InputStream in = RuntimeRewriterTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
