package com.eyewearml.client.browser;

import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.client.browsertest.TestServer;
import com.eyewearml.nn.Graph;
import com.eyewearml.nn.ModelFile;
import com.eyewearml.nn.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One network in the compiled engine, in a page under the product's security policy. */
public final class NetworkPage implements AutoCloseable {
    private final TestServer server;
    private final TestPage page;

    /** Loads the engine and the network. */
    public NetworkPage(Chromium chromium, Weights weights) {
        server = TestServer.of(TestServer.engineFiles()).put("/test.ewml", ModelFile.encode(weights, "test"));
        try {
            page = chromium.open(Camera.none(), server.url("/"));
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
        Graph graph = weights.graph();
        page.evaluate("""
                async detector => {
                  const { load, registerBodies } = await import('/teavm-rt.js');
                  registerBodies((await import('/bodies.js')).default);
                  const kernels = await WebAssembly.compileStreaming(fetch('/kernels.wasm'));
                  const { exports } = await load('/engine.wasm', { installImports(imports) {
                    imports.kernels = new WebAssembly.Instance(kernels, { env: { memory: imports.env.memory } }).exports;
                  } });
                  exports.main([]);
                  const file = new Int8Array(await (await fetch('/test.ewml')).arrayBuffer());
                  globalThis.network = new exports.NetworkExports(file, detector);
                }""", graph.name().equals("detector"));
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
        List<Float> values = new ArrayList<>();
        for (float value : picture) {
            values.add(value);
        }
        List<?> outputs = (List<?>) page.evaluate("""
                ({ method, values }) => {
                  network.setInput(new Float32Array(values));
                  network[method]();
                  return Array.from(network.outputs());
                }""", Map.of("method", method, "values", values));
        float[] result = new float[outputs.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = ((Number) outputs.get(i)).floatValue();
        }
        return result;
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
