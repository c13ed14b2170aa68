package com.eyewearml.facemodel.train;

import com.eyewearml.facemodel.sample.Sample;
import com.eyewearml.facemodel.sample.Sampler;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Ready samples in memory, renewed in the background so that the trainer never waits. Each sample is used about
 * {@code reuse} times, mirrored half of the time.
 */
final class SamplePool implements AutoCloseable {
    private final Sample[] pool;
    private final double reuse;
    private final AtomicLong generated = new AtomicLong();
    private final AtomicLong consumed = new AtomicLong();
    private final Sampler mirror;
    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    private final Thread generator;
    private volatile RuntimeException failure;

    /** Fills a first part of the pool before it returns. */
    SamplePool(Supplier<Sampler> samplers, int size, int first, double reuse) {
        pool = new Sample[size];
        this.reuse = reuse;
        mirror = samplers.get();
        Sampler source = samplers.get();
        for (int i = 0; i < first; i++) {
            pool[i] = source.next();
        }
        generated.set(first);
        generator = Thread.ofPlatform().name("samples").daemon().start(() -> generate(source));
    }

    private void generate(Sampler source) {
        try {
            while (!Thread.interrupted()) {
                if (generated.get() > pool.length / 8 + consumed.get() / reuse) {
                    Thread.sleep(5);
                    continue;
                }
                Sample sample = source.next();
                pool[(int) (generated.get() % pool.length)] = sample;
                generated.incrementAndGet();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    /** A random sample of the pool. */
    Sample draw() {
        if (failure != null) {
            throw new IllegalStateException("the sample generator failed", failure);
        }
        int filled = (int) Math.min(generated.get(), pool.length);
        consumed.incrementAndGet();
        Sample sample = pool[random.nextInt(filled)];
        return random.nextBoolean() ? mirror.mirrored(sample) : sample;
    }

    @Override
    public void close() {
        generator.interrupt();
    }
}
