package com.eyewearml.client.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.client.browsertest.TestServer;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code eyewearml.d.ts} is sound TypeScript and says what the module exports. */
@BrowserTest
class DeclarationsTest {
    private static final String TYPESCRIPT = "/META-INF/resources/webjars/typescript/5.9.3/lib/";
    private static final Pattern LIBRARY_REFERENCE = Pattern.compile("/// <reference lib=\"([^\"]+)\"");

    @Test
    void declarationsMatchTheModuleAndCompile(Chromium chromium) throws IOException {
        try (TestServer server = TestServer.of(TestServer.engineFiles());
                TestPage page = chromium.open(Camera.none(), server.url("/"))) {
            server.put("/typescript.js", resource(TYPESCRIPT + "typescript.js"));
            page.page().addScriptTag(new Page.AddScriptTagOptions().setUrl("/typescript.js"));
            Map<?, ?> checked = (Map<?, ?>) page.evaluate(text("check-declarations.js"),
                    Map.of("usage", text("usage.ts"), "libraries", serveLibraries(server)));
            assertEquals(List.of(), checked.get("problems"));
            assertEquals(checked.get("actual"), checked.get("declared"));
            assertEquals(checked.get("actualCodes"), checked.get("declaredCodes"));
            assertEquals(List.of(), checked.get("undocumented"));
        }
    }

    /** Serves the standard library's declarations with all they refer to and gives their file names. */
    private static List<String> serveLibraries(TestServer server) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of("es2022", "dom", "dom.iterable"));
        while (!open.isEmpty()) {
            String name = "lib." + open.pop() + ".d.ts";
            if (names.add(name)) {
                byte[] text = resource(TYPESCRIPT + name);
                server.put("/typescript/" + name, text);
                Matcher reference = LIBRARY_REFERENCE.matcher(new String(text, StandardCharsets.UTF_8));
                while (reference.find()) {
                    open.push(reference.group(1));
                }
            }
        }
        return List.copyOf(names);
    }

    private static String text(String name) throws IOException {
        return new String(resource(name), StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = DeclarationsTest.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no resource " + name);
            }
            return in.readAllBytes();
        }
    }
}
