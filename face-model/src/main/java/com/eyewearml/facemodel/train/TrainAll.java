package com.eyewearml.facemodel.train;

import com.eyewearml.facemodel.export.Export;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains and exports both networks: {@code ./eyewearml train}. Every process does a bounded number of steps, and an interrupted
 * training goes on from its last checkpoint. Arguments: working folder, release folder, release name.
 */
public final class TrainAll {
    private static final int DETECTOR_STEPS = 6_200;
    private static final int LANDMARKER_STEPS = 15_000;
    private static final int STEPS_A_PROCESS = 2_500;

    private TrainAll() { }

    public static void main(String[] args) throws Exception {
        if (args.length != 3) {
            System.err.println("usage: ./eyewearml train WORK-FOLDER RELEASE-FOLDER RELEASE-NAME");
            System.exit(2);
        }
        Path work = Files.createDirectories(Path.of(args[0]));
        train("detector", work, DETECTOR_STEPS);
        train("landmarker", work, LANDMARKER_STEPS);
        for (String network : List.of("detector", "landmarker")) {
            Export.main(new String[] {network, args[0], args[1], args[2]});
        }
    }

    private static void train(String network, Path work, int steps) throws IOException, InterruptedException {
        int status;
        do {
            List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx6g",
                    "-Dai.djl.offline=true", "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                    Train.class.getName(), network, work.toString(), Integer.toString(steps), Integer.toString(STEPS_A_PROCESS)));
            Process process = new ProcessBuilder(command).inheritIO().start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            status = process.waitFor();
        } while (status == Train.MORE_TO_DO);
        if (status != 0) {
            throw new IOException("training of the " + network + " ended with status " + status
                    + "; start again to go on from its last checkpoint");
        }
    }
}
