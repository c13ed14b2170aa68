package com.eyewearml.facemodel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.eyewearml.facemodel.sample.Sample;
import com.eyewearml.facemodel.sample.Sampler;
import com.eyewearml.facemodel.sample.TrainingPictures;
import com.eyewearml.nn.Graph;
import com.eyewearml.nn.Layer;
import com.eyewearml.nn.ScalarExecutor;
import com.eyewearml.nn.Weights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole training in small: a network of three convolutions learns where a bright spot lies. */
class TrainingTest {
    private static final int SIDE = 16;
    private static final int STEPS = 240;

    @TempDir
    Path folder;

    @Test
    void learnsAndGoesOnFromItsCheckpoint() throws Exception {
        List<Double> errors = new ArrayList<>();
        Training.Progress progress = weights -> {
            errors.add(meanError(weights));
            return "mean error " + errors.getLast();
        };
        Training first = training(progress);
        assertEquals(STEPS / 2, first.run(STEPS / 2));
        assertTrue(errors.isEmpty(), "an unfinished training of so few steps is not evaluated");

        Training second = training(progress);
        assertEquals((int) (0.65 * STEPS), second.run(STEPS), "a process ends where refined samples begin");
        assertEquals(STEPS, training(progress).run(STEPS));
        double untrained = meanError(new Weights(graph(), new float[graph().parameterCount()]));
        assertTrue(errors.getLast() < untrained / 2, "error " + errors.getLast() + " after training, " + untrained + " before");
    }

    private Training training(Training.Progress progress) {
        return new Training(new SpotTask(), refined -> new SpotSampler(), progress, new Checkpoint(folder, "spot"), STEPS);
    }

    private static Graph graph() {
        return new Graph("spot", 1, SIDE, List.of(
                new Layer.Conv("a", Graph.INPUT, 3, 8, 3, 1, true),
                new Layer.Depthwise("b", "a", 8, 3, 1, false),
                new Layer.Conv("c", "b", 8, 1, 1, 1, false),
                new Layer.Expectation("place", "c")), List.of("place"));
    }

    private static double meanError(Weights weights) {
        ScalarExecutor executor = new ScalarExecutor(weights);
        SpotSampler sampler = new SpotSampler();
        double sum = 0;
        for (int n = 0; n < 50; n++) {
            Sample sample = sampler.next();
            for (int i = 0; i < sample.pixels().length; i++) {
                executor.input()[i] = (sample.pixels()[i] & 255) / 127.5f - 1;
            }
            float[] place = executor.run();
            sum += Math.hypot(place[0] - sample.target()[0], place[1] - sample.target()[1]) / 50;
        }
        return sum;
    }

    private static final class SpotSampler implements Sampler {
        private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

        @Override
        public Sample next() {
            byte[] pixels = new byte[3 * SIDE * SIDE];
            int x = 1 + random.nextInt(SIDE - 2), y = 1 + random.nextInt(SIDE - 2);
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (byte) random.nextInt(60);
            }
            for (int row = y - 1; row <= y + 1; row++) {
                for (int i = 3 * (row * SIDE + x - 1); i < 3 * (row * SIDE + x + 2); i++) {
                    pixels[i] = (byte) 230;
                }
            }
            return new Sample(pixels, new float[] {(2 * x + 1 - SIDE) / (float) SIDE, (2 * y + 1 - SIDE) / (float) SIDE});
        }

        @Override
        public Sample mirrored(Sample sample) {
            return new Sample(Sampler.mirrorPixels(sample.pixels(), SIDE), new float[] {-sample.target()[0], sample.target()[1]});
        }
    }

    private static final class SpotTask implements Task {
        @Override
        public Graph graph() {
            return TrainingTest.graph();
        }

        @Override
        public Sampler sampler(TrainingPictures pictures, boolean refined) {
            return new SpotSampler();
        }

        @Override
        public void initialize(GraphBlock block, NDManager manager, Sampler sampler) { }

        @Override
        public NDArray loss(NDList outputs, List<Sample> batch, NDManager manager) {
            float[] truth = new float[2 * batch.size()];
            for (int b = 0; b < batch.size(); b++) {
                System.arraycopy(batch.get(b).target(), 0, truth, 2 * b, 2);
            }
            NDArray d = outputs.get(0).sub(manager.create(truth, new Shape(batch.size(), 2)));
            return d.mul(d).mean();
        }

        @Override
        public String evaluate(Path data, Weights weights) {
            throw new UnsupportedOperationException("this training brings its own progress");
        }
    }
}
