package com.eyewearml.client.browser;

import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.client.browsertest.TestServer;
import com.eyewearml.nn.ModelFile;
import com.eyewearml.nn.Weights;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** One network in the compiled engine, in a page under the product's security policy. */
public final class NetworkPage implements AutoCloseable {
    private final TestServer server;
    private final TestPage page;

    /** Loads the engine and a network. */
    public NetworkPage(Chromium chromium, Weights weights) {
        this(chromium, weights.graph().name(), ModelFile.encode(weights, "test"));
    }

    /** Loads the engine and the client file of a network. */
    NetworkPage(Chromium chromium, String name, byte[] file) {
        server = TestServer.of(TestServer.engineFiles()).put("/test.ewml", file);
        try {
            page = chromium.open(Camera.none(), server.url("/"));
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
        page.evaluate("""
                async name => {
                  const { load, registerBodies } = await import('/teavm-rt.js');
                  registerBodies((await import('/bodies.js')).default);
                  const kernels = await WebAssembly.compileStreaming(fetch('/kernels.wasm'));
                  const { exports } = await load('/engine.wasm', { installImports(imports) {
                    imports.kernels = new WebAssembly.Instance(kernels, { env: { memory: imports.env.memory } }).exports;
                  } });
                  exports.main([]);
                  const file = new Int8Array(await (await fetch('/test.ewml')).arrayBuffer());
                  globalThis.network = new exports.NetworkExports(file, name);
                }""", name);
    }

    /** Outputs of the SIMD executor. */
    public float[] runSimd(float[] picture) {
        return run("runSimd", picture);
    }

    /** Outputs of the scalar executor as TeaVM compiled it. */
    public float[] runScalar(float[] picture) {
        return run("runScalar", picture);
    }

    private float[] run(String method, float[] picture) {
        ByteBuffer input = littleEndian(Float.BYTES * picture.length);
        input.asFloatBuffer().put(picture);
        String outputs = (String) page.evaluate("""
                ({ method, picture }) => {
                  network.setInput(new Float32Array(Uint8Array.fromBase64(picture).buffer));
                  network[method]();
                  return new Uint8Array(network.outputs().slice().buffer).toBase64();
                }""", Map.of("method", method, "picture", Base64.getEncoder().encodeToString(input.array())));
        byte[] bytes = Base64.getDecoder().decode(outputs);
        float[] result = new float[bytes.length / Float.BYTES];
        littleEndian(bytes.length).put(0, bytes).asFloatBuffer().get(result);
        return result;
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Milliseconds of each of {@code runs} runs, after as many to warm up. */
    public double[] timesMs(String method, int runs) {
        List<?> times = (List<?>) page.evaluate("""
                ({ method, runs }) => {
                  const once = () => {
                    const start = performance.now();
                    network[method]();
                    return performance.now() - start;
                  };
                  for (let i = 0; i < runs; i++) {
                    once();
                  }
                  return Array.from({ length: runs }, once);
                }""", Map.of("method", method, "runs", runs));
        return times.stream().mapToDouble(time -> ((Number) time).doubleValue()).toArray();
    }

    @Override
    public void close() {
        try (server; page) {
            // Closing both is all there is to do.
        }
    }
}
