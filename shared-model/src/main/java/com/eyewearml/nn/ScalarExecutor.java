package com.eyewearml.nn;

import com.eyewearml.nn.ExecutionPlan.Place;
import com.eyewearml.nn.ExecutionPlan.Step;

/**
 * Runs a network in plain Java: the reference for other executors, and the way where vector instructions are missing.
 * Everything is allocated at construction. Not safe for use by several threads at once.
 */
public final class ScalarExecutor {
    private static final int CHANNEL_MULTIPLE = 4;

    private final Place inputPlace;
    private final Place[] outputPlaces;
    private final ScalarStep[] steps;
    private final float[] arena;
    private final float[] scratch;
    private final float[] input;
    private final float[] outputs;

    /** Packs the weights; later changes of them have no effect. */
    public ScalarExecutor(Weights weights) {
        Graph graph = weights.graph();
        ExecutionPlan plan = ExecutionPlan.of(graph, CHANNEL_MULTIPLE);
        PackedWeights packed = new PackedWeights(weights);
        steps = new ScalarStep[plan.steps().size()];
        int scratchFloats = 0;
        for (int i = 0; i < steps.length; i++) {
            Step step = plan.steps().get(i);
            steps[i] = step(step, packed);
            scratchFloats = Math.max(scratchFloats, scratchFloats(step));
        }
        inputPlace = plan.input();
        outputPlaces = plan.outputs().toArray(Place[]::new);
        arena = new float[plan.arenaFloats()];
        scratch = new float[scratchFloats];
        input = new float[inputPlace.shape().size()];
        outputs = new float[graph.outputSize()];
    }

    /** The picture to run on, row, column, channel order, values in [-1, 1]; filled by the caller before each run. */
    public float[] input() {
        return input;
    }

    /** Runs the network; returns its outputs end to end, valid until the next run. */
    public float[] run() {
        System.arraycopy(input, 0, arena, inputPlace.offset(), input.length);
        for (ScalarStep step : steps) {
            step.run(arena, scratch);
        }
        int to = 0;
        for (Place place : outputPlaces) {
            int channels = place.shape().channels();
            for (int pixel = 0; pixel < place.pixels(); pixel++) {
                System.arraycopy(arena, place.offset() + pixel * place.pitch(), outputs, to, channels);
                to += channels;
            }
        }
        return outputs;
    }

    private static ScalarStep step(Step step, PackedWeights packed) {
        return switch (step.layer()) {
            case Layer.Conv conv -> new ScalarConv(conv, step, packed);
            case Layer.Depthwise depthwise -> new ScalarDepthwise(depthwise, step, packed);
            case Layer.Dense dense -> new ScalarDense(dense, step, packed);
            case Layer.Add _ -> ScalarAdd.of(step);
            case Layer.Upsample _ -> new ScalarUpsample(step.input(), step.output());
            case Layer.Expectation _ -> new ScalarExpectation(step.input(), step.output());
        };
    }

    private static int scratchFloats(Step step) {
        return switch (step.layer()) {
            case Layer.Conv conv -> ZeroPadding.of(step.input(), conv.kernel()).floats();
            case Layer.Depthwise depthwise -> ZeroPadding.of(step.input(), depthwise.kernel()).floats();
            case Layer.Expectation _ -> new ScalarExpectation(step.input(), step.output()).scratchFloats();
            case Layer.Dense _, Layer.Add _, Layer.Upsample _ -> 0;
        };
    }
}
