package com.eyewearml.client.bench;

import com.eyewearml.client.browser.NetworkPage;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.nn.FaceNetworks;
import com.eyewearml.nn.Graph;
import com.eyewearml.nn.ModelFile;
import com.eyewearml.nn.RandomGraphs;
import com.eyewearml.nn.ScalarExecutor;
import com.eyewearml.nn.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Times the networks that run for each frame on one thread: SIMD kernels and TeaVM's scalar code in headless Chromium, and the scalar
 * executor on the JVM. The argument is the folder of the released client files; without one the weights are random, which makes no
 * difference to the time.
 */
public final class NetworkBench {
    private static final int SIMD_RUNS = 500;
    private static final int SCALAR_RUNS = 100;
    private static final Map<String, Double> TARGETS_MS = Map.of("landmarker", 4.0, "visibility", 1.5);

    private NetworkBench() { }

    public static void main(String[] args) throws IOException {
        System.out.println("machine: " + Machine.describe());
        System.out.println("command: ./eyewearml bench network");
        try (Chromium chromium = new Chromium()) {
            for (String name : List.of("landmarker", "visibility")) {
                time(FaceNetworks.named(name), chromium, args);
            }
        }
    }

    private static void time(Graph graph, Chromium chromium, String[] args) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        Weights weights = args.length == 1 ? ModelFile.parse(Files.readAllBytes(Path.of(args[0], graph.name() + ".ewml")), graph).weights()
                : RandomGraphs.weights(graph, random);
        float[] picture = RandomGraphs.picture(graph, random);
        try (NetworkPage page = new NetworkPage(chromium, weights)) {
            page.runSimd(picture);
            report("Chromium, SIMD kernels (target p50 " + TARGETS_MS.get(graph.name()) + ")", graph, page.timesMs("runSimd", SIMD_RUNS));
            report("Chromium, scalar code", graph, page.timesMs("runScalar", SCALAR_RUNS));
        }
        report("JVM, scalar code", graph, jvmTimesMs(new ScalarExecutor(weights), picture));
    }

    private static double[] jvmTimesMs(ScalarExecutor executor, float[] picture) {
        System.arraycopy(picture, 0, executor.input(), 0, picture.length);
        double[] times = new double[SCALAR_RUNS];
        for (int i = -SCALAR_RUNS; i < SCALAR_RUNS; i++) {
            long start = System.nanoTime();
            executor.run();
            if (i >= 0) {
                times[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        return times;
    }

    private static void report(String what, Graph graph, double[] timesMs) {
        Quantiles times = Quantiles.of(timesMs);
        double gflops = 2 * graph.multiplyAdds() / times.p50Ms() / 1e6;
        double bestMs = Arrays.stream(timesMs).min().orElseThrow();
        System.out.println(String.format(Locale.ROOT, "%s network, one thread, %s: %s, best %.2f ms, %.1f GFLOP/s at p50",
                graph.name(), what, times, bestMs, gflops));
    }
}
