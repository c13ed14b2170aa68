package com.eyewearml.client.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.nn.DirectExecutor;
import com.eyewearml.nn.FaceNetworks;
import com.eyewearml.nn.Graph;
import com.eyewearml.nn.ModelFile;
import com.eyewearml.nn.RandomGraphs;
import com.eyewearml.nn.RecordedVectors;
import com.eyewearml.nn.ScalarExecutor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same vectors through every executor of a network: its definition, or ONNX Runtime which recorded them, the scalar
 * executor on the JVM and as compiled for the browser, and the SIMD kernels.
 */
@BrowserTest
class NetworkConformanceTest {
    /** Permitted difference in units of the output range. */
    private static final double TOLERANCE = 1e-3;
    private static final Path RELEASE = Path.of("../face-model/release");

    @ParameterizedTest
    @ValueSource(strings = {"landmarker", "detector", "visibility"})
    void randomWeightsEqualTheDefinition(String network, Chromium chromium) {
        Graph graph = FaceNetworks.named(network);
        SplittableRandom random = new SplittableRandom(21);
        // Through the file, because the page gets what the file can hold.
        byte[] file = ModelFile.encode(RandomGraphs.weights(graph, random), "");
        DirectExecutor direct = new DirectExecutor(ModelFile.parse(file, graph).weights());
        List<RecordedVectors.Vector> vectors = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            byte[] picture = new byte[graph.inputSize() * graph.inputSize() * Graph.INPUT_CHANNELS];
            random.nextBytes(picture);
            float[] input = new RecordedVectors.Vector(picture, new float[0]).input();
            vectors.add(new RecordedVectors.Vector(picture, direct.run(input)));
        }
        assertConformance(graph, file, vectors, chromium);
    }

    @ParameterizedTest
    @ValueSource(strings = {"landmarker", "detector", "visibility"})
    void releasedWeightsEqualOnnxRuntime(String network, Chromium chromium) throws IOException {
        Path file = RELEASE.resolve(network + ".ewml");
        Path vectors = RELEASE.resolve(network + ".vectors");
        Assumptions.assumeTrue(Files.exists(file) && Files.exists(vectors), () -> "no released " + network + " with vectors in " + RELEASE);
        assertConformance(FaceNetworks.named(network), Files.readAllBytes(file), RecordedVectors.parse(Files.readAllBytes(vectors)).vectors(), chromium);
    }

    private static void assertConformance(Graph graph, byte[] file, List<RecordedVectors.Vector> vectors, Chromium chromium) {
        ScalarExecutor scalar = new ScalarExecutor(ModelFile.parse(file, graph).weights());
        try (NetworkPage page = new NetworkPage(chromium, graph.name(), file)) {
            for (RecordedVectors.Vector vector : vectors) {
                float[] input = vector.input();
                System.arraycopy(input, 0, scalar.input(), 0, input.length);
                assertClose(vector, scalar.run(), "scalar on the JVM");
                assertClose(vector, page.runScalar(input), "scalar in the browser");
                assertClose(vector, page.runSimd(input), "SIMD");
            }
        }
    }

    private static void assertClose(RecordedVectors.Vector vector, float[] actual, String executor) {
        assertEquals(vector.output().length, actual.length);
        for (int i = 0; i < actual.length; i++) {
            int index = i;
            assertEquals(vector.output()[i], actual[i], TOLERANCE * vector.range(), () -> executor + ", value " + index);
        }
    }
}
