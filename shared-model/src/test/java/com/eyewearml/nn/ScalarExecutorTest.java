package com.eyewearml.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScalarExecutorTest {
    /** Permitted difference in units of the output range. */
    private static final double TOLERANCE = 1e-5;

    @Test
    void randomNetworksEqualTheirDefinition() {
        for (int seed = 0; seed < 2000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            assertEqualsDefinition(RandomGraphs.graph(random), random);
        }
    }

    @Test
    void faceNetworksEqualTheirDefinition() {
        for (Graph graph : List.of(FaceNetworks.landmarker(), FaceNetworks.detector())) {
            assertEqualsDefinition(graph, new SplittableRandom(5));
        }
    }

    @Test
    void branchesThatRejoinLateAreKept() {
        Graph graph = new Graph("branches", 1, 6, List.of(
                new Layer.Conv("a", Graph.INPUT, 3, 5, 3, 1, true),
                new Layer.Conv("b", "a", 5, 5, 1, 1, false),
                new Layer.Depthwise("c", "b", 5, 5, 1, true),
                new Layer.Depthwise("unused", "a", 5, 3, 2, true),
                new Layer.Conv("d", "c", 5, 5, 3, 1, false),
                new Layer.Add("e", "a", "d", true),
                new Layer.Add("f", "e", "b", false),
                new Layer.Add("twice", "d", "d", false),
                new Layer.Conv("g", "f", 5, 5, 1, 1, false),
                new Layer.Add("h", "g", "g", false),
                new Layer.Add("i", "e", "a", false)), List.of("h", "b", "i", "twice"));
        assertEqualsDefinition(graph, new SplittableRandom(8));
    }

    /** Slack and scratch hold leftovers of the run before; they must not reach the results. */
    @Test
    void runDependsOnItsInputOnly() {
        SplittableRandom random = new SplittableRandom(3);
        Graph graph = FaceNetworks.detector();
        ScalarExecutor executor = new ScalarExecutor(RandomGraphs.weights(graph, random));
        float[] picture = RandomGraphs.picture(graph, random);
        float[] first = run(executor, picture).clone();
        run(executor, RandomGraphs.picture(graph, random));
        assertArrayEquals(first, run(executor, picture));
    }

    @Test
    void runReusesItsResult() {
        SplittableRandom random = new SplittableRandom(4);
        ScalarExecutor executor = new ScalarExecutor(RandomGraphs.weights(RandomGraphs.graph(random), random));
        assertSame(executor.run(), executor.run());
    }

    /** A broken network must not look like a quiet one. */
    @Test
    void notANumberIsNotHiddenByRelu() {
        Graph graph = new Graph("relu", 1, 1, List.of(new Layer.Conv("out", Graph.INPUT, 3, 1, 1, 1, true)), List.of("out"));
        ScalarExecutor executor = new ScalarExecutor(new Weights(graph, new float[] {1, 1, 1, 0}));
        executor.input()[1] = Float.NaN;
        assertTrue(Float.isNaN(executor.run()[0]));
    }

    @Test
    void depthwiseConvolutionOfThePictureIsRefused() {
        Graph graph = new Graph("depthwise", 1, 4, List.of(new Layer.Depthwise("out", Graph.INPUT, 3, 3, 1, true)), List.of("out"));
        Weights weights = RandomGraphs.weights(graph, new SplittableRandom(6));
        assertThrows(IllegalArgumentException.class, () -> new ScalarExecutor(weights));
    }

    @Test
    void strideBeyondTheSlackIsRefused() {
        Graph graph = new Graph("stride", 1, 9, List.of(new Layer.Conv("out", Graph.INPUT, 3, 4, 3, 3, true)), List.of("out"));
        Weights weights = RandomGraphs.weights(graph, new SplittableRandom(6));
        assertThrows(IllegalArgumentException.class, () -> new ScalarExecutor(weights));
    }

    private static void assertEqualsDefinition(Graph graph, SplittableRandom random) {
        Weights weights = RandomGraphs.weights(graph, random);
        float[] picture = RandomGraphs.picture(graph, random);
        float[] expected = new DirectExecutor(weights).run(picture);
        float[] actual = run(new ScalarExecutor(weights), picture);
        assertEquals(expected.length, actual.length);
        double range = 0;
        for (float value : expected) {
            range = Math.max(range, Math.abs(value));
        }
        for (int i = 0; i < expected.length; i++) {
            int index = i;
            assertEquals(expected[i], actual[i], TOLERANCE * Math.max(range, 1), () -> "value " + index + " of " + graph);
        }
    }

    private static float[] run(ScalarExecutor executor, float[] picture) {
        System.arraycopy(picture, 0, executor.input(), 0, picture.length);
        return executor.run();
    }
}
