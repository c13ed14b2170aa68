package com.eyewearml.client.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.client.browsertest.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which loading can fail ends in a typed error, and the page stays usable. */
@BrowserTest
class LoadTest {
    private static final String LOAD = """
            async () => {
              const { load, EngineError } = await import('/eyewearml.js');
              try {
                (await load()).close();
                return { code: 'loaded' };
              } catch (e) {
                if (!(e instanceof EngineError)) throw e;
                return { code: e.code, nextStep: e.nextStep, message: e.message };
              }
            }""";

    private final TestServer server = TestModels.server();

    @AfterEach
    void close() {
        server.close();
    }

    private Map<?, ?> load(Chromium chromium) {
        try (TestPage page = chromium.open(Camera.none(), server.url("/"))) {
            return (Map<?, ?>) page.evaluate(LOAD);
        }
    }

    @Test
    void loadsUnderTheStrictPolicy(Chromium chromium) {
        assertEquals(Map.of("code", "loaded"), load(chromium));
    }

    @Test
    void aPolicyWithoutWebAssembly(Chromium chromium) {
        server.policy(TestServer.POLICY_WITHOUT_WASM);
        Map<?, ?> error = load(chromium);
        assertEquals("WASM_BLOCKED", error.get("code"));
        assertTrue(error.get("message").toString().contains("'wasm-unsafe-eval'"), error.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine.wasm", "/kernels.wasm", "/landmarker.ewml", "/detector.ewml", "/head.ewhd"})
    void aMissingFile(String path, Chromium chromium) {
        server.fail(path, 404);
        Map<?, ?> error = load(chromium);
        assertEquals("ASSET_UNAVAILABLE", error.get("code"));
        assertEquals("retry", error.get("nextStep"));
        assertTrue(error.get("message").toString().contains(path + ": the server answered 404"), error.toString());
    }

    @Test
    void noNetwork(Chromium chromium) {
        try (TestPage page = chromium.open(Camera.none(), server.url("/"))) {
            page.evaluate("async () => { await import('/eyewearml.js'); }");
            page.page().context().setOffline(true);
            Map<?, ?> error = (Map<?, ?>) page.evaluate(LOAD);
            assertEquals("ASSET_UNAVAILABLE", error.get("code"));
            page.page().context().setOffline(false);
            assertEquals(Map.of("code", "loaded"), page.evaluate(LOAD));
        }
    }

    @Test
    void aDamagedModule(Chromium chromium) throws IOException {
        byte[] module = Files.readAllBytes(TestServer.engineFiles().resolve("engine.wasm"));
        server.put("/engine.wasm", Arrays.copyOf(module, module.length / 2));
        assertEquals("ASSET_DAMAGED", load(chromium).get("code"));
    }

    @Test
    void truncatedModels(Chromium chromium) throws IOException {
        byte[] landmarker = TestModels.landmarker();
        server.put("/landmarker.ewml", Arrays.copyOf(landmarker, landmarker.length - 1));
        Map<?, ?> error = load(chromium);
        assertEquals("MODEL_TRUNCATED", error.get("code"));
        assertTrue(error.get("message").toString().contains("landmarker.ewml"), error.toString());
        server.put("/landmarker.ewml", landmarker);
        byte[] head = head();
        server.put("/head.ewhd", Arrays.copyOf(head, 1000));
        assertEquals("MODEL_TRUNCATED", load(chromium).get("code"));
    }

    @Test
    void flippedBits(Chromium chromium) throws IOException {
        byte[] detector = TestModels.detector();
        detector[detector.length / 2] ^= 1;
        server.put("/detector.ewml", detector);
        assertEquals("MODEL_CHECKSUM", load(chromium).get("code"));
        server.put("/detector.ewml", TestModels.detector());
        byte[] head = head();
        head[head.length / 2] ^= 1;
        server.put("/head.ewhd", head);
        assertEquals("MODEL_CHECKSUM", load(chromium).get("code"));
    }

    @Test
    void otherVersionsAndNetworks(Chromium chromium) throws IOException {
        byte[] detector = TestModels.detector();
        detector[4]++;
        server.put("/detector.ewml", detector);
        assertEquals("MODEL_VERSION", load(chromium).get("code"));
        server.put("/detector.ewml", TestModels.landmarker());
        assertEquals("MODEL_VERSION", load(chromium).get("code"));
        server.put("/detector.ewml", TestModels.detector());
        byte[] head = head();
        head[4]++;
        server.put("/head.ewhd", head);
        assertEquals("MODEL_VERSION", load(chromium).get("code"));
    }

    @Test
    void anErrorPageInPlaceOfAModel(Chromium chromium) {
        server.put("/landmarker.ewml", "<!doctype html><title>Not found</title>".repeat(100).getBytes(StandardCharsets.UTF_8));
        assertEquals("MODEL_CHECKSUM", load(chromium).get("code"));
    }

    private static byte[] head() throws IOException {
        return Files.readAllBytes(TestServer.engineFiles().resolve("head.ewhd"));
    }
}
