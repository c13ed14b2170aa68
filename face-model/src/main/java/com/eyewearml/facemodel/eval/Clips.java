package com.eyewearml.facemodel.eval;

import com.eyewearml.face.RgbaImage;
import com.eyewearml.facemodel.eval.report.Column;
import com.eyewearml.facemodel.eval.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Share of the frames of each video clip in which a face is followed. */
final class Clips {
    private Clips() { }

    static Table measure(List<EngineUnderTest> engines, Path folder) throws IOException {
        List<Path> files;
        try (var list = Files.list(folder)) {
            files = list.filter(f -> f.toString().endsWith(".mjpeg")).sorted().toList();
        }
        Table table = new Table("Video clips", List.of("clip", "engine"),
                List.of(new Column("frames", 0), new Column("face found %", 1), new Column("ms a frame, median", 1)));
        for (Path file : files) {
            List<RgbaImage> frames = Clip.read(file);
            for (EngineUnderTest engine : engines) {
                table.row(List.of(file.getFileName().toString(), engine.name()), follow(engine, frames));
            }
        }
        return table;
    }

    private static double[] follow(EngineUnderTest engine, List<RgbaImage> frames) throws IOException {
        engine.startVideo();
        int found = 0;
        double[] ms = new double[frames.size()];
        for (int i = 0; i < ms.length; i++) {
            long start = System.nanoTime();
            found += engine.frame(frames.get(i), i * EngineUnderTest.FRAME_MS).found() ? 1 : 0;
            ms[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(ms);
        return new double[] {ms.length, 100.0 * found / ms.length, Quantiles.of(ms, 0.5)};
    }
}
