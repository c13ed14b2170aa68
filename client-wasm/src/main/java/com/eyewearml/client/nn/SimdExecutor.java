package com.eyewearml.client.nn;

import com.eyewearml.nn.ExecutionPlan;
import com.eyewearml.nn.ExecutionPlan.Place;
import com.eyewearml.nn.ExecutionPlan.Step;
import com.eyewearml.nn.Graph;
import com.eyewearml.nn.Layer;
import com.eyewearml.nn.PackedWeights;
import com.eyewearml.nn.Weights;
import com.eyewearml.nn.ZeroPadding;

/**
 * Runs a network with the SIMD kernels: parameters, activations and scratch lie in one block of linear memory, and each layer
 * is one or two calls over its addresses. Everything is allocated at construction. Not safe for use by several threads at once.
 */
public final class SimdExecutor {
    private final Kernels kernels;
    private final SimdStep[] steps;
    private final MemoryBlock block;
    private final NetworkMemory memory;
    private final int arenaOffset;
    private final Place input;
    private final Place[] outputPlaces;
    private final float[] outputs;

    /** @throws IllegalArgumentException where there is no kernel for a layer */
    public SimdExecutor(Weights weights, Kernels kernels, MemoryBlock.Allocator allocator) {
        this.kernels = kernels;
        Graph graph = weights.graph();
        ExecutionPlan plan = ExecutionPlan.of(graph, SimdStep.BLOCK);
        PackedWeights packed = new PackedWeights(weights);
        Parameters parameters = new Parameters();
        steps = new SimdStep[plan.steps().size()];
        int scratchFloats = 0;
        for (int i = 0; i < steps.length; i++) {
            Step step = plan.steps().get(i);
            steps[i] = SimdStep.of(step, packed, parameters);
            scratchFloats = Math.max(scratchFloats, scratchFloats(step));
        }
        arenaOffset = parameters.floats();
        int scratchOffset = arenaOffset + plan.arenaFloats();
        block = allocator.allocate(scratchOffset + scratchFloats);
        parameters.writeTo(block);
        memory = new NetworkMemory(block.address(), block.address() + Float.BYTES * arenaOffset,
                block.address() + Float.BYTES * scratchOffset);
        input = plan.input();
        outputPlaces = plan.outputs().toArray(Place[]::new);
        outputs = new float[graph.outputSize()];
    }

    /**
     * Address of the picture to run on: floats in row, column, channel order, values in [-1, 1], with four bytes of slack behind
     * them. Written before each run; a run overwrites it.
     */
    public int inputAddress() {
        return memory.activation(input);
    }

    /** Copies a picture to {@link #inputAddress()}. */
    public void setInput(float[] picture) {
        block.floats().put(arenaOffset + input.offset(), picture);
    }

    /** Copies the picture at {@link #inputAddress()}. */
    public void copyInput(float[] picture) {
        block.floats().get(arenaOffset + input.offset(), picture);
    }

    /** Runs the network; returns its outputs end to end, valid until the next run. */
    public float[] run() {
        for (SimdStep step : steps) {
            step.run(kernels, memory);
        }
        int to = 0;
        for (Place place : outputPlaces) {
            int channels = place.shape().channels();
            for (int pixel = 0; pixel < place.pixels(); pixel++) {
                block.floats().get(arenaOffset + place.offset() + pixel * place.pitch(), outputs, to, channels);
                to += channels;
            }
        }
        return outputs;
    }

    private static int scratchFloats(Step step) {
        return switch (step.layer()) {
            case Layer.Conv conv -> ZeroPadding.of(step.input(), conv.kernel()).floats();
            case Layer.Depthwise depthwise -> ZeroPadding.of(step.input(), depthwise.kernel()).floats();
            case Layer.Dense _, Layer.Add _, Layer.Upsample _, Layer.Expectation _ -> 0;
        };
    }
}
