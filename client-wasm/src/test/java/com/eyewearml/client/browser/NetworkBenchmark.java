package com.eyewearml.client.browser;

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
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Times the landmarker on one thread: SIMD kernels and TeaVM's scalar code in headless Chromium, and the scalar executor on the
 * JVM. Run in the folder of this module after it is built; the weights are the released ones where there are any, and make no
 * difference to the time.
 */
public final class NetworkBenchmark {
    private static final int SIMD_RUNS = 500;
    private static final int SCALAR_RUNS = 100;
    private static final Path RELEASED = Path.of("../face-model/release/landmarker.ewml");
    private static final String COMMAND = "./eyewearml bench";

    private NetworkBenchmark() { }

    public static void main(String[] args) throws IOException {
        Graph graph = FaceNetworks.landmarker();
        SplittableRandom random = new SplittableRandom(1);
        Weights weights = Files.exists(RELEASED) ? ModelFile.parse(Files.readAllBytes(RELEASED), graph).weights()
                : RandomGraphs.weights(graph, random);
        float[] picture = RandomGraphs.picture(graph, random);
        print("landmarker, %.1f M multiply-adds, one thread, %s, %d processors%n", graph.multiplyAdds() / 1e6,
                System.getProperty("os.arch"), Runtime.getRuntime().availableProcessors());
        try (Chromium chromium = new Chromium(); NetworkPage page = new NetworkPage(chromium, weights)) {
            page.runSimd(picture);
            report("Chromium, SIMD kernels", graph, page.timesMs("runSimd", SIMD_RUNS));
            report("Chromium, scalar code", graph, page.timesMs("runScalar", SCALAR_RUNS));
        }
        report("JVM, scalar code", graph, jvmTimesMs(new ScalarExecutor(weights), picture));
        print("reproduce: %s%n", COMMAND);
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
        Arrays.sort(timesMs);
        double p50 = timesMs[timesMs.length / 2];
        double p95 = timesMs[timesMs.length * 95 / 100];
        print("%-24s p50 %6.2f ms   p95 %6.2f ms   best %6.2f ms   %5.1f GFLOP/s at p50%n", what, p50, p95, timesMs[0],
                2 * graph.multiplyAdds() / p50 / 1e6);
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
