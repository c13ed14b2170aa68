package com.eyewearml.facemodel.train;

import com.eyewearml.facemodel.data.DataFolder;
import com.eyewearml.facemodel.labels.Labels;
import com.eyewearml.facemodel.sample.MinedPlaces;
import com.eyewearml.facemodel.sample.TrainingPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One process of a training. Arguments: {@code landmarker|detector|visibility}, working folder, total steps of the training, step to stop at
 * for now. Exit status 0: that step is reached; {@value #MORE_TO_DO}: more to do.
 */
public final class Train {
    /** Name of the file of improved labels in the working folder. */
    static final String LABELS = "labels.f32";
    /** What follows the network's name in the name of its file of mined places in the working folder. */
    static final String MINED = "-mined.jsonl";
    /** Exit status of a process that did its share of an unfinished training. */
    static final int MORE_TO_DO = 3;

    private Train() { }

    public static void main(String[] args) throws Exception {
        Path data = DataFolder.require();
        Path folder = Files.createDirectories(Path.of(args[1]));
        Task task = switch (args[0]) {
            case "landmarker" -> new LandmarkTask();
            case "detector" -> new DetectorTask();
            case "visibility" -> new VisibilityTask(folder);
            default -> throw new IllegalArgumentException("unknown network " + args[0] + ": landmarker, detector or visibility");
        };
        int totalSteps = Integer.parseInt(args[2]);
        int until = Math.min(totalSteps, Integer.parseInt(args[3]));
        TrainingPictures pictures = pictures(data, folder, args[0]);
        Training training = new Training(task, refined -> task.sampler(pictures, refined), weights -> task.evaluate(data, weights),
                new Checkpoint(folder, args[0]), totalSteps);
        Runtime.getRuntime().addShutdownHook(new Thread(training::stop));
        System.exit(training.run(until) < until ? MORE_TO_DO : 0);
    }

    /** With what the working folder holds of improved labels and mined places. */
    private static TrainingPictures pictures(Path data, Path folder, String network) throws IOException {
        Path labels = folder.resolve(LABELS);
        if (network.equals("visibility")) {
            return TrainingPictures.withoutHeldOut(data, Labels.read(labels));
        }
        TrainingPictures pictures = Files.exists(labels) ? TrainingPictures.read(data, Labels.read(labels))
                : TrainingPictures.read(data);
        Path mined = folder.resolve(network + MINED);
        return Files.exists(mined) ? pictures.withMined(MinedPlaces.read(mined)) : pictures;
    }
}
