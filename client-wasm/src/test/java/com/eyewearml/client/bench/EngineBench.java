package com.eyewearml.client.bench;

import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.client.browsertest.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures the engine as pages use it, in headless Chromium: what is transferred, {@code load()}, and {@code track()} of a
 * 640 x 480 frame whose face is already followed. The argument is a picture of one face.
 */
public final class EngineBench {
    private static final int LOADS = 15;
    private static final int WARM_UP_FRAMES = 60;
    private static final int FRAMES = 400;
    /** Everything {@code load()} and {@code track()} need, and the network that only a try-on fetches; drawing is not among them. */
    private static final List<String> ENGINE = List.of("engine.wasm", "kernels.wasm", "landmarker.ewml", "detector.ewml", "visibility.ewml", "head.ewhd",
            "teavm-rt.js", "bodies.js", "eyewearml.js", "engine.js", "module.js", "assets.js", "capabilities.js", "camera.js", "errors.js",
            "photo.js", "photo-header.js", "pixels.js");

    private EngineBench() { }

    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("usage: EngineBench <picture of a face>");
        }
        System.out.println("machine: " + Machine.describe());
        System.out.println("command: ./eyewearml bench");
        sizes();
        load();
        DriftingFace face = DriftingFace.of(Path.of(args[0]));
        Path clip = Files.createTempFile("drifting-face", ".mjpeg");
        try {
            Files.write(clip, face.clip());
            track(clip, face);
        } finally {
            Files.delete(clip);
        }
    }

    private static void sizes() throws IOException {
        long total = 0;
        for (String name : ENGINE) {
            int transferred = Brotli.size(name);
            total += transferred;
            System.out.println(String.format(Locale.ROOT, "size %-16s %8d bytes, brotli %8d", name,
                    Files.size(TestServer.engineFiles().resolve(name)), transferred));
        }
        System.out.println(String.format(Locale.ROOT, "engine, networks and kernels as transferred: %.0f kB (target 700)", total / 1e3));
    }

    private static void load() throws IOException {
        double[] timesMs = new double[LOADS];
        try (Chromium chromium = new Chromium(); TestServer server = TestServer.of(TestServer.engineFiles())) {
            for (int i = 0; i < LOADS; i++) {
                try (TestPage page = chromium.open(Camera.none(), server.url("/"))) {
                    timesMs[i] = ((Number) page.evaluate(Scripts.read("load.js"))).doubleValue();
                }
            }
        }
        System.out.println("load() in a new page: " + Quantiles.of(timesMs));
    }

    private static void track(Path clip, DriftingFace face) throws IOException {
        try (Chromium chromium = new Chromium(); TestServer server = TestServer.of(TestServer.engineFiles());
                TestPage page = chromium.open(Camera.file(clip), server.url("/"))) {
            print("track() of a 640 x 480 camera frame, face followed (target p50 7)", page, true, FRAMES);
            print("the same, networks in plain Java", page, false, FRAMES / 4);
        }
        System.out.println("the same on the JVM, networks in plain Java: " + JvmTracking.time(face, WARM_UP_FRAMES, FRAMES / 4));
    }

    private static void print(String what, TestPage page, boolean simd, int frames) throws IOException {
        Map<?, ?> measured = (Map<?, ?>) page.evaluate(Scripts.read("track.js"),
                Map.of("simd", simd, "frames", frames, "warmUp", WARM_UP_FRAMES));
        int lost = ((Number) measured.get("lost")).intValue();
        if (lost > 0) {
            throw new IllegalStateException("the face was lost in " + lost + " of " + frames
                    + " frames; the time of a followed face needs a picture with one clear face");
        }
        System.out.println(what + ": " + Quantiles.of(numbers(measured.get("times"))));
        System.out.println("  of which reading the pixels: " + Quantiles.of(numbers(measured.get("reading"))));
    }

    private static double[] numbers(Object list) {
        return ((List<?>) list).stream().mapToDouble(value -> ((Number) value).doubleValue()).toArray();
    }
}
