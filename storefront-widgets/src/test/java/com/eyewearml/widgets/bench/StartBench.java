package com.eyewearml.widgets.bench;

import com.eyewearml.client.bench.Figure;
import java.nio.file.Files;
import java.nio.file.Path;

/** Measures the second start of the demo: everything built, the data folder filled by a first start. */
public final class StartBench {
    private static final double TARGET_SECONDS = 10;

    private StartBench() { }

    /** Run by {@code ./eyewearml bench start}. */
    public static void main(String[] args) throws Exception {
        Path data = Files.createTempDirectory("eyewearml-bench");
        try (DemoProcess first = DemoProcess.start(data)) {
            System.out.println("first start, with a new data folder: " + first.startTime().toMillis() / 1000.0 + " s");
        }
        try (DemoProcess second = DemoProcess.start(data)) {
            new Figure("second start of ./eyewearml demo", second.startTime().toMillis() / 1000.0, TARGET_SECONDS, "s")
                    .print("./eyewearml bench start");
        } finally {
            Folders.delete(data);
        }
    }
}
