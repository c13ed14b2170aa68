package com.eyewearml.facemodel.train;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.initializer.XavierInitializer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import com.eyewearml.facemodel.export.Folding;
import com.eyewearml.facemodel.sample.Sample;
import com.eyewearml.facemodel.sample.Sampler;
import com.eyewearml.nn.Weights;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The training of one network, from a checkpoint where there is one. A process does a bounded number of steps and ends, because
 * native memory creeps; its successor goes on. Every {@value #SAVE_EVERY} steps a checkpoint is written.
 */
final class Training {
    private static final int BATCH = 64;
    /** Native memory creeps: about 0.25 MB a step. */
    private static final int STEPS_A_PROCESS = 3000;
    private static final int SAVE_EVERY = 250;
    private static final int LOG_EVERY = 50;
    private static final int EVALUATE_EVERY = 1000;
    /** Share of the training from which processes draw refined samples. */
    private static final double REFINED_FROM = 0.65;
    private static final float PEAK_RATE = 1.5e-3f;
    private static final int POOL = 16_000;
    private static final int FIRST = 3_000;
    private static final double REUSE = 2.5;

    /** Makes one sampler for each thread; {@code refined} in the last part of the training. */
    interface Samplers {
        Sampler create(boolean refined);
    }

    /** One line on how good the network is by now. */
    interface Progress {
        String of(Weights weights) throws IOException;
    }

    private final Task task;
    private final Samplers samplers;
    private final Progress progress;
    private final Checkpoint checkpoint;
    private final int totalSteps;
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean stopping;

    Training(Task task, Samplers samplers, Progress progress, Checkpoint checkpoint, int totalSteps) {
        this.task = task;
        this.samplers = samplers;
        this.progress = progress;
        this.checkpoint = checkpoint;
        this.totalSteps = totalSteps;
    }

    /** On an interrupt the step under way ends and its checkpoint is written, before the native library goes. */
    void stop() {
        stopping = true;
        try {
            finished.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Goes on from the checkpoint, for at most {@value #STEPS_A_PROCESS} steps and no further than {@code until}.
     *
     * @return steps done since the training began
     */
    int run(int until) throws IOException, MalformedModelException {
        try {
            return train(until);
        } finally {
            finished.countDown();
        }
    }

    private int train(int until) throws IOException, MalformedModelException {
        try (Model model = Model.newInstance(task.graph().name(), Device.cpu())) {
            GraphBlock block = new GraphBlock(task.graph(), task.auxiliaries());
            model.setBlock(block);
            boolean resumed = checkpoint.exists();
            int first = resumed ? checkpoint.load(model) : 0;
            int refinedFrom = (int) (REFINED_FROM * totalSteps);
            boolean refined = first >= refinedFrom;
            int last = Math.min(Math.min(until, first + STEPS_A_PROCESS), refined ? totalSteps : refinedFrom);
            Schedule schedule = new Schedule(PEAK_RATE, totalSteps, first);
            DefaultTrainingConfig config = new DefaultTrainingConfig(Loss.l2Loss())
                    .optInitializer(new XavierInitializer(XavierInitializer.RandomType.GAUSSIAN,
                            XavierInitializer.FactorType.IN, 2), Parameter.Type.WEIGHT)
                    .optOptimizer(Optimizer.adam().optLearningRateTracker(schedule).build())
                    .optDevices(new Device[] {Device.cpu()});
            int size = task.graph().inputSize();
            try (Trainer trainer = model.newTrainer(config);
                    SamplePool pool = new SamplePool(() -> samplers.create(refined), POOL, FIRST, REUSE)) {
                trainer.initialize(new Shape(BATCH, 3, size, size));
                if (!resumed) {
                    task.initialize(block, trainer.getManager(), samplers.create(refined));
                }
                return steps(block, model, trainer, pool, schedule, first, last);
            }
        }
    }

    private int steps(GraphBlock block, Model model, Trainer trainer, SamplePool pool, Schedule schedule, int first, int last)
            throws IOException {
        long start = System.nanoTime();
        double sum = 0;
        for (int step = first; step < last; step++) {
            schedule.at(step);
            sum += step(trainer, pool);
            int done = step + 1;
            if (done % LOG_EVERY == 0) {
                double perSecond = (done - first) * BATCH / ((System.nanoTime() - start) / 1e9);
                System.out.printf("%s %s step %d of %d loss %.5f rate %.5f %.0f images/s%n",
                        LocalTime.now().truncatedTo(ChronoUnit.SECONDS), task.graph().name(), done, totalSteps, sum / LOG_EVERY,
                        schedule.rate(), perSecond);
                sum = 0;
            }
            if (done % SAVE_EVERY == 0 || done == last || stopping) {
                checkpoint.save(model, done);
            }
            if (stopping) {
                return done;
            }
            if (done % EVALUATE_EVERY == 0 || done == totalSteps) {
                System.out.println(progress.of(Folding.fold(block)));
            }
        }
        return last;
    }

    private float step(Trainer trainer, SamplePool pool) {
        List<Sample> batch = new ArrayList<>(BATCH);
        for (int b = 0; b < BATCH; b++) {
            batch.add(pool.draw());
        }
        float value;
        try (NDManager manager = trainer.getManager().newSubManager()) {
            NDArray x = pictures(batch, manager);
            try (GradientCollector gradients = trainer.newGradientCollector()) {
                NDList outputs = trainer.forward(new NDList(x));
                outputs.attach(manager);
                NDArray loss = task.loss(outputs, batch, manager);
                loss.attach(manager);
                gradients.backward(loss);
                value = loss.getFloat();
            }
            trainer.step();
        }
        if (!Float.isFinite(value)) {
            throw new IllegalStateException("the loss is no longer finite; resume from the last checkpoint with a lower rate");
        }
        return value;
    }

    /** Bytes become values of [-1, 1] in batch, channel, row, column order. */
    private NDArray pictures(List<Sample> batch, NDManager manager) {
        int size = task.graph().inputSize();
        ByteBuffer bytes = ByteBuffer.allocateDirect(batch.size() * 3 * size * size);
        for (Sample sample : batch) {
            bytes.put(sample.pixels());
        }
        return manager.create(bytes.flip(), new Shape(batch.size(), size, size, 3), DataType.UINT8)
                .toType(DataType.FLOAT32, false).div(127.5f).sub(1f).transpose(0, 3, 1, 2);
    }
}
