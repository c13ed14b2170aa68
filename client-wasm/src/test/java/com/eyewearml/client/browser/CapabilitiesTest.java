package com.eyewearml.client.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.client.browsertest.TestServer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@BrowserTest
class CapabilitiesTest {
    private static final String PROBE = "async () => (await import('/eyewearml.js')).capabilities()";

    private final TestServer server = TestServer.of(TestServer.engineFiles());

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void thisBrowserHasEverything(Chromium chromium) {
        try (TestPage page = chromium.open(Camera.none(), server.url("/"))) {
            assertEquals(Map.of("secureContext", true, "camera", true, "webgl2", true, "wasmGc", true, "simd", true,
                    "wasmAllowed", true, "inAppBrowser", false), page.evaluate(PROBE));
        }
    }

    @Test
    void seesAPolicyThatForbidsWebAssembly(Chromium chromium) {
        server.policy(TestServer.POLICY_WITHOUT_WASM);
        try (TestPage page = chromium.open(Camera.none(), server.url("/"))) {
            Map<?, ?> probed = (Map<?, ?>) page.evaluate(PROBE);
            assertEquals(false, probed.get("wasmAllowed"));
            assertEquals(true, probed.get("wasmGc"));
        }
    }

    @Test
    void seesAnInsecurePage(Chromium chromium) {
        try (TestPage page = chromium.open(Camera.none(), server.insecureUrl("/"))) {
            Map<?, ?> probed = (Map<?, ?>) page.evaluate(PROBE);
            assertEquals(false, probed.get("secureContext"));
            assertEquals(false, probed.get("camera"));
        }
    }
}
