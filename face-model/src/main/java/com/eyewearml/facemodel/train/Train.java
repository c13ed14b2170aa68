package com.eyewearml.facemodel.train;

import ai.djl.Device;
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
import com.eyewearml.facemodel.data.DataFolder;
import com.eyewearml.facemodel.export.Folding;
import com.eyewearml.facemodel.labels.Labels;
import com.eyewearml.facemodel.sample.Sample;
import com.eyewearml.facemodel.sample.TrainingPictures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Trains one network, from a checkpoint where there is one. A process does a bounded number of steps and exits, because native
 * memory creeps; the launcher starts the next until all are done. Every {@value #SAVE_EVERY} steps a checkpoint is written.
 *
 * <p>Arguments: {@code landmarker|detector}, working folder, total steps of the training, most steps of this process.
 * Exit status 0: all done; 3: more to do.
 */
public final class Train {
    private static final int BATCH = 64;
    private static final int SAVE_EVERY = 250;
    private static final int LOG_EVERY = 50;
    private static final int EVALUATE_EVERY = 1000;
    /** Share of the training from which processes draw refined samples. */
    private static final double REFINED_FROM = 0.65;
    private static final float PEAK_RATE = 1.5e-3f;
    private static final int POOL = 16_000;
    private static final int FIRST = 3_000;
    private static final double REUSE = 2.5;
    /** Name of the file of improved labels in the working folder. */
    static final String LABELS = "labels.f32";
    /** Exit status of a process that did its share of an unfinished training. */
    static final int MORE_TO_DO = 3;

    private final Task task;
    private final Path folder;
    private final Checkpoint checkpoint;
    private final int totalSteps;
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean stopping;

    private Train(Task task, Path folder, Checkpoint checkpoint, int totalSteps) {
        this.task = task;
        this.folder = folder;
        this.checkpoint = checkpoint;
        this.totalSteps = totalSteps;
    }

    public static void main(String[] args) throws Exception {
        Task task = switch (args[0]) {
            case "landmarker" -> new LandmarkTask();
            case "detector" -> new DetectorTask();
            default -> throw new IllegalArgumentException("unknown network " + args[0] + ": landmarker or detector");
        };
        Path folder = Files.createDirectories(Path.of(args[1]));
        int totalSteps = Integer.parseInt(args[2]);
        Train train = new Train(task, folder, new Checkpoint(folder, args[0]), totalSteps);
        Runtime.getRuntime().addShutdownHook(new Thread(train::stop));
        int reached = train.run(Integer.parseInt(args[3]));
        System.exit(reached < totalSteps ? MORE_TO_DO : 0);
    }

    /** On an interrupt the step under way ends and its checkpoint is written, before the native library goes. */
    private void stop() {
        stopping = true;
        try {
            finished.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int run(int mostSteps) throws Exception {
        try {
            return train(mostSteps);
        } finally {
            finished.countDown();
        }
    }

    private int train(int mostSteps) throws Exception {
        try (Model model = Model.newInstance(task.graph().name(), Device.cpu())) {
            GraphBlock block = new GraphBlock(task.graph(), task.auxiliaries());
            model.setBlock(block);
            boolean resumed = checkpoint.exists();
            int first = resumed ? checkpoint.load(model) : 0;
            boolean refined = first >= REFINED_FROM * totalSteps;
            Schedule schedule = new Schedule(PEAK_RATE, totalSteps, first);
            TrainingPictures pictures = pictures();
            DefaultTrainingConfig config = new DefaultTrainingConfig(Loss.l2Loss())
                    .optInitializer(new XavierInitializer(XavierInitializer.RandomType.GAUSSIAN,
                            XavierInitializer.FactorType.IN, 2), Parameter.Type.WEIGHT)
                    .optOptimizer(Optimizer.adam().optLearningRateTracker(schedule).build())
                    .optDevices(new Device[] {Device.cpu()});
            int size = task.graph().inputSize();
            try (Trainer trainer = model.newTrainer(config);
                    SamplePool pool = new SamplePool(() -> task.sampler(pictures, refined), POOL, FIRST, REUSE)) {
                trainer.initialize(new Shape(BATCH, 3, size, size));
                if (!resumed) {
                    task.initialize(block, trainer.getManager(), task.sampler(pictures, refined));
                }
                return steps(block, model, trainer, pool, schedule, first, Math.min(totalSteps, first + mostSteps));
            }
        }
    }

    /** With the labels in the working folder, where there are some, else with the teacher's. */
    private TrainingPictures pictures() throws IOException {
        Path labels = folder.resolve(LABELS);
        return Files.exists(labels) ? TrainingPictures.read(DataFolder.require(), Labels.read(labels))
                : TrainingPictures.read(DataFolder.require());
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
                System.out.println(task.evaluate(DataFolder.require(), Folding.fold(block)));
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
