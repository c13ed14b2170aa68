package com.eyewearml.client.bench;

import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.SharedData;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.client.browsertest.TestServer;
import com.eyewearml.client.render.KnownLight;
import com.eyewearml.client.render.LightEstimate;
import com.eyewearml.client.render.LitHead;
import com.eyewearml.face.shape.HeadModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How well the light is told from a face: the engine's head rendered under single lights with light from all around, and under
 * panoramas, in several complexions, turned, bearded and with glasses; compared with the light it was rendered in. And how long it takes
 * in the browser, on the picture of a face that is the argument.
 */
public final class LightBench {
    private static final int WARM_UP_RUNS = 30;
    private static final int RUNS = 60;
    private static final double[][] SKINS = {{0.62, 0.44, 0.36}, {0.46, 0.29, 0.21}, {0.26, 0.14, 0.09}};
    private static final double[] RATIOS = {0.5, 1, 2, 4};
    private static final double[][] COLOURS = {{1, 1, 1}, {1.25, 0.97, 0.62}, {0.82, 1.0, 1.3}};

    private final HeadModel head;
    private final List<double[]> errors = new ArrayList<>();

    private LightBench(HeadModel head) {
        this.head = head;
    }

    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("usage: LightBench <picture of a face>");
        }
        System.out.println("machine: " + Machine.describe());
        System.out.println("command: ./eyewearml bench light");
        time(Path.of(args[0]));
        LightBench bench = new LightBench(LitHead.engineHead());
        bench.singleLights();
        Optional<Path> panoramas = SharedData.find("environments");
        if (panoramas.isPresent()) {
            bench.panoramas(panoramas.get());
        } else {
            System.out.println("no panoramas: the shared data is absent");
        }
    }

    private static void time(Path face) throws IOException {
        try (Chromium chromium = new Chromium(); TestServer server = TestServer.of(TestServer.engineFiles());
                TestPage page = chromium.open(Camera.none(), server.put("/face.jpg", Files.readAllBytes(face)).url("/"))) {
            List<?> times = (List<?>) page.evaluate(Scripts.read("light-page.js"),
                    Map.of("runs", RUNS, "warmUp", WARM_UP_RUNS, "width", 640, "height", 480));
            System.out.println("looking at light, camera (target 1) and what is in front (target 1.5) of a 640 x 480 frame in the browser: "
                    + Quantiles.of(times.stream().mapToDouble(time -> ((Number) time).doubleValue()).toArray()));
        }
    }

    private void singleLights() {
        int scene = 0;
        for (int azimuthDeg = -75; azimuthDeg <= 75; azimuthDeg += 25) {
            for (int elevationDeg = -10; elevationDeg <= 70; elevationDeg += 20) {
                for (double ratio : RATIOS) {
                    double[] colour = COLOURS[scene % COLOURS.length];
                    double white = 0.35 + 0.5 * (scene % 7) / 6;
                    measure(KnownLight.single(azimuthDeg, elevationDeg, ratio, white, colour), scene++);
                }
            }
        }
        print("single light and light from all around");
    }

    private void panoramas(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.filter(file -> file.toString().endsWith(".jpg")).sorted().toList();
        }
        int scene = 0;
        for (Path file : files) {
            for (int turnDeg = 0; turnDeg < 360; turnDeg += 90) {
                measure(KnownLight.panorama(file, Math.toRadians(turnDeg)), scene++);
            }
        }
        print(files.size() + " panoramas, four turns each");
    }

    private void measure(KnownLight light, int scene) {
        LitHead.Look look = LitHead.Look.values()[scene % 3];
        double yawRad = Math.toRadians(scene % 5 * 15 - 30);
        LightEstimate estimate = new LitHead(head, light, yawRad, SKINS[scene % SKINS.length], look).estimate();
        errors.add(light.errors(estimate));
    }

    private void print(String what) {
        System.out.println(String.format(Locale.ROOT, "%s: %d scenes", what, errors.size()));
        String[] names = {"direction of the main light, degrees", "main light over the rest, factor", "brightness of white, factor",
            "colour of white, angle in degrees"};
        for (int i = 0; i < names.length; i++) {
            int k = i;
            double[] sorted = errors.stream().mapToDouble(e -> e[k]).filter(e -> !Double.isNaN(e)).sorted().toArray();
            System.out.println(String.format(Locale.ROOT, "  %-40s median %6.2f, 90 %% within %6.2f", names[i],
                    sorted[sorted.length / 2], sorted[(int) (0.9 * sorted.length)]));
        }
        errors.clear();
    }
}
