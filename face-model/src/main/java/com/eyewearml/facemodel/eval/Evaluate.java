package com.eyewearml.facemodel.eval;

import com.eyewearml.face.RgbaImage;
import com.eyewearml.face.TrackedFace;
import com.eyewearml.facemodel.ReleasedEngine;
import com.eyewearml.facemodel.data.DataFolder;
import com.eyewearml.nn.FaceNetworks;
import com.eyewearml.nn.Graph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Prints the evaluation table of the released networks inside the shipping engine: {@code ./eyewearml eval}. */
public final class Evaluate {
    private static final double FRAME_MS = 1000 / 30.0;

    private final ReleasedEngine engine = ReleasedEngine.load();
    private final TrackedFace face = engine.newFace();

    private Evaluate() throws IOException { }

    public static void main(String[] args) throws Exception {
        Optional<Path> data = DataFolder.find();
        if (data.isEmpty()) {
            System.out.println("nothing to evaluate on: expected a folder shared/data beside the project or named by "
                    + DataFolder.VARIABLE);
            return;
        }
        Evaluate evaluate = new Evaluate();
        evaluate.networks();
        evaluate.pictures(EvalDev.read(data.get()));
        evaluate.clips(data.get().resolve("video"));
    }

    private void networks() throws IOException {
        System.out.printf("%-12s %12s %14s %16s%n", "network", "parameters", "M multiply-add", "client file kB");
        for (Graph graph : List.of(FaceNetworks.detector(), FaceNetworks.landmarker())) {
            System.out.printf("%-12s %12d %14.1f %16.0f%n", graph.name(), graph.parameterCount(), graph.multiplyAdds() / 1e6,
                    ReleasedEngine.file(graph.name() + ".ewml").length / 1e3);
        }
    }

    private void pictures(EvalDev data) throws IOException {
        int count = data.entries().size();
        List<EvalDev.Error> errors = new ArrayList<>();
        int notFound = 0;
        int wrong = 0;
        double[] ms = new double[count];
        for (int i = 0; i < count; i++) {
            EvalDev.Entry entry = data.entries().get(i);
            RgbaImage picture = data.picture(entry);
            long start = System.nanoTime();
            engine.still(picture, face);
            ms[i] = (System.nanoTime() - start) / 1e6;
            EvalDev.Error error = data.error(entry, face.landmarksPx);
            if (!face.found) {
                notFound++;
            } else if (error.inner() > EvalDev.MISS) {
                wrong++;
            } else {
                errors.add(error);
            }
        }
        double[] inner = errors.stream().mapToDouble(EvalDev.Error::inner).sorted().toArray();
        Arrays.sort(ms);
        System.out.printf("%neval-dev, %d pictures, errors over the distance of the outer eye corners%n", count);
        System.out.printf("%-28s %8.4f%n", "NME51 mean", Arrays.stream(inner).average().orElse(Double.NaN));
        System.out.printf("%-28s %8.4f%n", "NME51 median", quantile(inner, 0.5));
        System.out.printf("%-28s %8.4f%n", "NME51 95th percentile", quantile(inner, 0.95));
        System.out.printf("%-28s %8.4f%n", "eyes only, mean", errors.stream().mapToDouble(EvalDev.Error::eyes).average().orElse(Double.NaN));
        System.out.printf("%-28s %8d%n", "not found", notFound);
        System.out.printf("%-28s %8d%n", "wrong face or place", wrong);
        System.out.printf("%-28s %7.1f%%%n", "missed or wrong", 100.0 * (notFound + wrong) / count);
        System.out.printf("%-28s %8.1f%n", "ms a photograph, median", quantile(ms, 0.5));
    }

    private static double quantile(double[] sorted, double q) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, q * sorted.length)];
    }

    private void clips(Path folder) throws IOException {
        List<Path> files;
        try (var list = Files.list(folder)) {
            files = list.filter(f -> f.toString().endsWith(".mjpeg")).sorted().toList();
        }
        System.out.printf("%n%-24s %8s %12s%n", "clip", "frames", "face found");
        for (Path file : files) {
            engine.reset();
            int frames = 0;
            int found = 0;
            for (RgbaImage picture : Clip.read(file)) {
                engine.step(picture, frames++ * FRAME_MS, face);
                found += face.found ? 1 : 0;
            }
            System.out.printf("%-24s %8d %11.1f%%%n", file.getFileName(), frames, 100.0 * found / frames);
        }
    }
}
