package com.eyewearml.facemodel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.facemodel.export.TrainedWeights;
import com.eyewearml.facemodel.sample.DetectorSampler;
import com.eyewearml.facemodel.sample.LandmarkSampler;
import com.eyewearml.facemodel.sample.Sample;
import com.eyewearml.facemodel.sample.Sampler;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first steps of the two real trainings, on noise with plausible targets: loss, gradients, checkpoint and folding work. */
class TasksTest {
    private static final int STEPS = 2;

    @TempDir
    Path folder;

    @Test
    void landmarkerTakesItsFirstSteps() throws Exception {
        firstSteps(new LandmarkTask(), "landmarker", LandmarkSampler.TARGET, (target, random) -> {
            for (int i = 0; i < target.length - 1; i++) {
                target[i] = 0.4f * (float) random.nextGaussian();
            }
            target[target.length - 1] = random.nextBoolean() ? 1 : 0;
        });
    }

    @Test
    void detectorTakesItsFirstSteps() throws Exception {
        firstSteps(new DetectorTask(), "detector", DetectorSampler.MAX_FACES * DetectorSampler.FACE_VALUES, (target, random) -> {
            target[0] = 64;
            target[1] = 50;
            target[2] = 10 + 100 * random.nextFloat();
            target[4] = 1;
        });
    }

    private interface Truth {
        void fill(float[] target, RandomGenerator random);
    }

    private void firstSteps(Task task, String name, int targetLength, Truth truth) throws Exception {
        Training training = new Training(task, refined -> new NoiseSampler(task.graph().inputSize(), targetLength, truth),
                weights -> "not reached", new Checkpoint(folder, name), 1000);
        assertEquals(STEPS, training.run(STEPS));
        TrainedWeights trained = TrainedWeights.load(folder, task.graph());
        assertEquals(STEPS, trained.steps());
        for (float w : trained.weights().values()) {
            assertTrue(Float.isFinite(w), "a weight is " + w);
        }
    }

    private record NoiseSampler(int side, int targetLength, Truth truth, RandomGenerator random) implements Sampler {
        NoiseSampler(int side, int targetLength, Truth truth) {
            this(side, targetLength, truth, RandomGenerator.of("L64X128MixRandom"));
        }

        @Override
        public Sample next() {
            byte[] pixels = new byte[3 * side * side];
            random.nextBytes(pixels);
            float[] target = new float[targetLength];
            truth.fill(target, random);
            return new Sample(pixels, target);
        }

        @Override
        public Sample mirrored(Sample sample) {
            return sample;
        }
    }
}
