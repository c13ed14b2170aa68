package com.eyewearml.facemodel.sample;

import com.eyewearml.facemodel.data.DataFolder;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Time that one training picture takes to make, on one core: of each ingredient in every picture, and of the recipes that
 * trainings use. Processor time is measured, so that other programs do not count. Reproduce with {@code ./eyewearml bench samples}.
 */
public final class SampleBench {
    private static final int WARM_UP = 1500;
    private static final int COUNT = 600;
    private static final int PORTRAIT_STEP = 24;
    private static final double TARGET_MS = 2;

    private SampleBench() { }

    public static void main(String[] args) throws Exception {
        Optional<Path> data = DataFolder.find();
        if (data.isEmpty()) {
            System.out.println("skipped: no training data; expected a folder shared/data beside the project or named by " + DataFolder.VARIABLE);
            return;
        }
        TrainingPictures pictures = TrainingPictures.read(data.get(), PORTRAIT_STEP);
        System.out.printf("processor time a picture, %d pictures each; %s, %d processors%n", COUNT, System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors());
        report("training", landmarks(pictures, Recipe.training()), WARM_UP);
        double training = report("training", landmarks(pictures, Recipe.training()), 0);
        report("refined", landmarks(pictures, Recipe.refined()), 0);
        report("detector", new DetectorSampler(pictures, random()), WARM_UP);
        Recipe turned = Recipe.plain().with(Ingredient.TURNED, 1);
        report("plain", landmarks(pictures, turned), 0);
        for (Ingredient ingredient : Ingredient.values()) {
            report(ingredient.name().toLowerCase(java.util.Locale.ROOT), landmarks(pictures, turned.with(ingredient, 1)), WARM_UP / 10);
        }
        System.out.printf("training recipe: %.2f ms, target %.1f ms: %s%n", training, TARGET_MS, training <= TARGET_MS ? "met" : "MISSED");
    }

    private static Sampler landmarks(TrainingPictures pictures, Recipe recipe) {
        return new LandmarkSampler(pictures, random(), false, recipe);
    }

    private static RandomGenerator random() {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(3);
    }

    private static double report(String name, Sampler sampler, int warmUp) {
        for (int i = 0; i < warmUp; i++) {
            sampler.next();
        }
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < COUNT; i++) {
            sampler.next();
        }
        double ms = (threads.getCurrentThreadCpuTime() - start) / 1e6 / COUNT;
        System.out.printf("  %-18s %.2f ms%n", name, ms);
        return ms;
    }
}
