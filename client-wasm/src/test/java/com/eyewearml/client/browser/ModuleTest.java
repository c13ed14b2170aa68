package com.eyewearml.client.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.client.browsertest.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@BrowserTest
class ModuleTest {
    private static final Path COMMITTED = Path.of("src/main/web/bodies.js");
    private static final Path GENERATED = Path.of("target/bodies.js");

    /**
     * {@code bodies.js} holds, as plain functions, every snippet of JavaScript the compiled Java declares. The module asks for
     * all of them while it is instantiated.
     */
    @Test
    void bodiesAreThoseTheModuleAsksFor(Chromium chromium) throws IOException {
        try (TestServer server = TestServer.of(TestServer.engineFiles());
                TestPage page = chromium.open(Camera.none(), server.url("/"))) {
            String generated = (String) page.evaluate("""
                    async () => {
                      const { load, requestedBodies } = await import('/teavm-rt.js');
                      await load('/engine.wasm', { installImports(imports) {
                        imports.kernels = new Proxy({}, { get: () => () => 0 });
                      } });
                      const entry = key => {
                        const parameters = JSON.parse(key);
                        const text = parameters.pop();
                        const list = ['wrapCallFromJavaToJs', ...parameters].join(', ');
                        return `  [${JSON.stringify(key)}, wrap => (function(${list}) { ${text} }).bind(null, wrap)],\\n`;
                      };
                      return '// Snippets of JavaScript in the compiled Java; ModuleTest says when to renew them.\\nexport default [\\n'
                          + [...requestedBodies].sort().map(entry).join('') + '];\\n';
                    }""");
            Files.writeString(GENERATED, generated);
            assertEquals(Files.readString(COMMITTED), generated, COMMITTED + " is out of date; copy " + GENERATED + " over it");
        }
    }
}
