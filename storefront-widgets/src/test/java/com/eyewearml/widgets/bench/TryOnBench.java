package com.eyewearml.widgets.bench;

import com.eyewearml.client.bench.Figure;
import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.frame.DemoCatalogue;
import com.eyewearml.frame.DemoFrame;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Measures what a shopper waits for: from the click on "Try on" on the shop's first page to the first picture with glasses. The demo
 * runs on this machine; every visit is a browser context of its own, so nothing is cached; the camera shows a clip and is granted.
 */
public final class TryOnBench {
    private static final int VISITS = 7;
    private static final double TARGET_SECONDS = 1.5;

    private TryOnBench() { }

    /** Run by {@code ./eyewearml bench try-on}; the argument is the clip. */
    public static void main(String[] args) throws Exception {
        Camera camera = Camera.file(Path.of(args[0]));
        Path data = Files.createTempDirectory("eyewearml-bench");
        try (DemoProcess demo = DemoProcess.start(data); Chromium chromium = new Chromium()) {
            DemoFrame last = DemoCatalogue.frames().getLast();
            demo.awaitPictures(last.slug(), last.variants().getLast().sku());
            double[] seconds = new double[VISITS];
            for (int i = 0; i < VISITS; i++) {
                seconds[i] = visit(chromium, camera, demo.url());
            }
            System.out.println("visits, in seconds: " + Arrays.toString(seconds));
            Arrays.sort(seconds);
            new Figure("click on \"Try on\" to first picture with glasses, median of " + VISITS, seconds[VISITS / 2], TARGET_SECONDS, "s")
                    .print("./eyewearml bench try-on");
        } finally {
            Folders.delete(data);
        }
    }

    private static double visit(Chromium chromium, Camera camera, String url) throws IOException {
        try (TestPage page = chromium.open(camera, url)) {
            return ((Number) page.evaluate(script())).doubleValue() / 1000;
        }
    }

    private static String script() throws IOException {
        try (InputStream in = TryOnBench.class.getResourceAsStream("click-to-glasses.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
