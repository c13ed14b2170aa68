package com.eyewearml.facemodel.train;

import com.eyewearml.facemodel.export.Export;
import com.eyewearml.facemodel.labels.Relabel;
import com.eyewearml.facemodel.mining.Mine;
import com.eyewearml.facemodel.mining.MineRegions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Trains and exports all networks: {@code ./eyewearml train}. Every process does a bounded number of steps, and an interrupted
 * training goes on from its last checkpoint. Arguments: working folder, release folder, release name.
 */
public final class TrainAll {
    private static final int DETECTOR_STEPS = 13_500;
    private static final int LANDMARKER_STEPS = 26_000;
    private static final int VISIBILITY_STEPS = 12_000;
    /** Step after which the detector's mistakes are worth collecting. */
    private static final int MINE_AT = 8_000;
    /** Step after which the landmarker is good enough to correct its own labels. */
    private static final int RELABEL_AT = 15_000;
    /** One core is left to the sample generator. */
    private static final String THREADS = Integer.toString(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    /** Keeps freed tensors in the process instead of returning them to the system at each step: a quarter faster. */
    private static final Map<String, String> ENVIRONMENT = Map.of("OMP_NUM_THREADS", THREADS, "MALLOC_MMAP_THRESHOLD_", "2000000000",
            "MALLOC_TRIM_THRESHOLD_", "8000000000", "MALLOC_ARENA_MAX", "1");

    private TrainAll() { }

    public static void main(String[] args) throws Exception {
        if (args.length != 3) {
            System.err.println("usage: ./eyewearml train WORK-FOLDER RELEASE-FOLDER RELEASE-NAME");
            System.exit(2);
        }
        Path work = Files.createDirectories(Path.of(args[0]));
        train("detector", work, DETECTOR_STEPS, MINE_AT);
        String detectorMined = work.resolve("detector" + Train.MINED).toString();
        if (!Files.exists(Path.of(detectorMined))) {
            Mine.main(new String[] {work.toString(), detectorMined});
        }
        train("detector", work, DETECTOR_STEPS, DETECTOR_STEPS);
        train("landmarker", work, LANDMARKER_STEPS, RELABEL_AT);
        String labels = work.resolve(Train.LABELS).toString();
        if (!Files.exists(Path.of(labels))) {
            Relabel.main(new String[] {work.toString(), labels});
        }
        String landmarkerMined = work.resolve("landmarker" + Train.MINED).toString();
        if (!Files.exists(Path.of(landmarkerMined))) {
            MineRegions.main(new String[] {work.toString(), work.toString(), landmarkerMined});
        }
        train("landmarker", work, LANDMARKER_STEPS, LANDMARKER_STEPS);
        train("visibility", work, VISIBILITY_STEPS, VISIBILITY_STEPS);
        for (String network : List.of("detector", "landmarker", "visibility")) {
            Export.main(new String[] {network, args[0], args[1], args[2]});
        }
    }

    private static void train(String network, Path work, int totalSteps, int until) throws IOException, InterruptedException {
        int status;
        do {
            List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx6g",
                    "-XX:+UseSerialGC", "-Dai.djl.offline=true", "-Dai.djl.pytorch.num_threads=" + THREADS,
                    "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                    Train.class.getName(), network, work.toString(), Integer.toString(totalSteps), Integer.toString(until)));
            ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
            builder.environment().putAll(ENVIRONMENT);
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            status = process.waitFor();
        } while (status == Train.MORE_TO_DO);
        if (status != 0) {
            throw new IOException("training of the " + network + " ended with status " + status
                    + "; start again to go on from its last checkpoint");
        }
    }
}
