package com.eyewearml.client.nn;

import com.eyewearml.nn.ConvGeometry;
import com.eyewearml.nn.ExecutionPlan.Place;
import com.eyewearml.nn.ExecutionPlan.Step;
import com.eyewearml.nn.Layer;
import com.eyewearml.nn.PackedWeights;
import com.eyewearml.nn.ZeroPadding;

/** One step of a {@link SimdExecutor}: which kernels it calls, with offsets resolved when it runs. */
sealed interface SimdStep {
    /** Channels and outputs are padded to this, two vectors. */
    int BLOCK = 8;
    /** Channels that a depthwise kernel handles at once, one vector. */
    int DEPTHWISE_BLOCK = 4;

    void run(Kernels kernels, NetworkMemory memory);

    /** Packs a step's parameters and decides its calls. */
    static SimdStep of(Step step, PackedWeights packed, Parameters parameters) {
        Place in = step.input();
        Place out = step.output();
        return switch (step.layer()) {
            case Layer.Conv conv -> new Conv(step, conv.kernel(), ConvGeometry.of(conv, step),
                    ZeroPadding.of(in, conv.kernel()), parameters.add(packed.conv(conv, in.pitch(), out.pitch(), BLOCK)),
                    parameters.add(packed.bias(conv, out.pitch())));
            case Layer.Depthwise depthwise -> new Depthwise(step, depthwise.kernel(), depthwise.stride(),
                    ZeroPadding.of(in, depthwise.kernel()),
                    parameters.add(packed.depthwise(depthwise, in.pitch(), DEPTHWISE_BLOCK)),
                    parameters.add(packed.bias(depthwise, out.pitch())));
            case Layer.Dense dense -> new Dense(step,
                    parameters.add(packed.dense(dense, in.shape(), in.pitch(), out.pitch(), BLOCK)),
                    parameters.add(packed.bias(dense, out.pitch())));
            case Layer.Add _ -> new Add(step);
            case Layer.Upsample _ -> new Upsample(in, out);
            case Layer.Expectation _ -> new Expectation(in, out);
        };
    }

    private static void pad(ZeroPadding padding, Kernels kernels, NetworkMemory memory) {
        int rows = padding.source().shape().height();
        int row = padding.rowFloats();
        int side = padding.sideFloats();
        int after = padding.floats() - padding.before() - rows * (row + 2 * side);
        kernels.pad(memory.activation(padding.source()), memory.scratch(), rows, Float.BYTES * row, Float.BYTES * side,
                Float.BYTES * padding.before(), Float.BYTES * after);
    }

    /** Convolution over all channels with the addition that follows it. */
    record Conv(Step step, int kernel, ConvGeometry geometry, ZeroPadding padding, int weights, int bias) implements SimdStep {
        @Override
        public void run(Kernels kernels, NetworkMemory memory) {
            if (geometry.padded()) {
                pad(padding, kernels, memory);
            }
            int x = geometry.padded() ? memory.scratch() : memory.activation(geometry.start());
            int addend = step.addend() == null ? 0 : memory.activation(step.addend());
            int y = memory.activation(step.output());
            int columnStep = Float.BYTES * geometry.columnStep();
            int inputRow = Float.BYTES * geometry.kernelRowStep();
            int rowStep = Float.BYTES * geometry.rowStep();
            int pitch = Float.BYTES * step.output().pitch();
            if (geometry.segment() % 4 == 0) {
                kernels.conv(x, memory.parameter(weights), memory.parameter(bias), addend, y, geometry.rows(),
                        geometry.columns(), kernel, geometry.segment(), columnStep, inputRow, rowStep, pitch, step.floor());
            } else {
                kernels.convPicture(x, memory.parameter(weights), memory.parameter(bias), addend, y, geometry.rows(),
                        geometry.columns(), kernel, geometry.segment(), columnStep, inputRow, rowStep, pitch, step.floor());
            }
        }
    }

    /** Depthwise convolution. */
    record Depthwise(Step step, int kernel, int stride, ZeroPadding padding, int weights, int bias) implements SimdStep {
        /** @throws IllegalArgumentException where there is no kernel for the layer */
        public Depthwise {
            if (kernel != 3 && kernel != 5 || stride != 1 && stride != 2) {
                throw new IllegalArgumentException("layer " + step.layer().name() + ": depthwise kernel " + kernel + ", stride "
                        + stride + "; there are kernels of 3 and 5 at strides 1 and 2");
            }
        }

        @Override
        public void run(Kernels kernels, NetworkMemory memory) {
            pad(padding, kernels, memory);
            Place output = step.output();
            int x = memory.scratch();
            int w = memory.parameter(weights);
            int b = memory.parameter(bias);
            int y = memory.activation(output);
            int rows = output.shape().height();
            int columns = output.shape().width();
            int pitch = Float.BYTES * output.pitch();
            int inputRow = padding.width() * pitch;
            if (kernel == 3 && stride == 1) {
                kernels.depthwise3s1(x, w, b, y, rows, columns, pitch, inputRow, step.floor());
            } else if (kernel == 3) {
                kernels.depthwise3s2(x, w, b, y, rows, columns, pitch, inputRow, step.floor());
            } else if (stride == 1) {
                kernels.depthwise5s1(x, w, b, y, rows, columns, pitch, inputRow, step.floor());
            } else {
                kernels.depthwise5s2(x, w, b, y, rows, columns, pitch, inputRow, step.floor());
            }
        }
    }

    /** Fully connected layer. */
    record Dense(Step step, int weights, int bias) implements SimdStep {
        @Override
        public void run(Kernels kernels, NetworkMemory memory) {
            Place input = step.input();
            kernels.dense(memory.activation(input), memory.parameter(weights), memory.parameter(bias),
                    memory.activation(step.output()), input.pixels() * input.pitch(), step.output().pitch(), step.floor());
        }
    }

    /** Addition that could not be fused. */
    record Add(Step step) implements SimdStep {
        @Override
        public void run(Kernels kernels, NetworkMemory memory) {
            Place output = step.output();
            kernels.add(memory.activation(step.input()), memory.activation(step.addend()), memory.activation(output),
                    output.pixels() * output.pitch(), step.floor());
        }
    }

    /** Each pixel repeated as a square of 2 x 2. */
    record Upsample(Place input, Place output) implements SimdStep {
        @Override
        public void run(Kernels kernels, NetworkMemory memory) {
            kernels.upsample(memory.activation(input), memory.activation(output), input.shape().height(), input.shape().width(),
                    Float.BYTES * input.pitch());
        }
    }

    /** Expected position of each channel. */
    record Expectation(Place input, Place output) implements SimdStep {
        @Override
        public void run(Kernels kernels, NetworkMemory memory) {
            kernels.expectation(memory.activation(input), memory.activation(output), input.shape().width(),
                    Float.BYTES * input.pitch(), output.pitch());
        }
    }
}
