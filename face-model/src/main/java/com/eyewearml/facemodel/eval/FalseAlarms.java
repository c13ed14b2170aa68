package com.eyewearml.facemodel.eval;

import com.eyewearml.face.RgbaImage;
import com.eyewearml.facemodel.data.Rgb;
import com.eyewearml.facemodel.eval.report.Column;
import com.eyewearml.facemodel.eval.report.Progress;
import com.eyewearml.facemodel.eval.report.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Faces reported in pictures that show none, as a photograph and as a video. */
final class FalseAlarms {
    /** Pictures taken as photographs. */
    static final int PHOTOGRAPHS = 1000;
    /** A video costs as much as ten photographs; it searches with stricter limits than a photograph. */
    private static final int VIDEOS = 250;
    /** Frames of a video that shows one picture: enough for every tile of the search to have its turn. */
    static final int FRAMES = 14;
    private static final double NORMAL_95_ONE_SIDED = 1.645;

    private final List<EngineUnderTest> engines;
    private final FaceFreeCrops crops;
    private final List<Alarm> alarms = new ArrayList<>();

    /** A face reported in a picture without one. */
    record Alarm(String engine, boolean asPhotograph, Rgb picture, Look look) { }

    FalseAlarms(List<EngineUnderTest> engines, FaceFreeCrops crops) {
        this.engines = engines;
        this.crops = crops;
    }

    Table measure() throws IOException {
        int[] still = new int[engines.size()];
        int[] live = new int[engines.size()];
        Progress progress = new Progress("pictures without a face", PHOTOGRAPHS);
        for (int i = 0; i < PHOTOGRAPHS; i++) {
            Rgb crop = crops.crop(i);
            RgbaImage picture = crop.toRgba();
            for (int e = 0; e < engines.size(); e++) {
                EngineUnderTest engine = engines.get(e);
                still[e] += count(engine, true, crop, engine.still(picture));
                if (i < VIDEOS) {
                    live[e] += count(engine, false, crop, engine.firstFace(picture, FRAMES));
                }
            }
            progress.step();
        }
        Table table = new Table("False alarms in pictures without a face", List.of("taken as", "engine"),
                List.of(new Column("pictures", 0), new Column("alarms", 0), new Column("per 1,000", 1), new Column("at most", 1)));
        for (int e = 0; e < engines.size(); e++) {
            table.row(List.of("photograph", engines.get(e).name()), row(still[e], PHOTOGRAPHS));
            table.row(List.of("video of " + FRAMES + " frames", engines.get(e).name()), row(live[e], VIDEOS));
        }
        return table.note("Crops of the panoramas, which also serve as backgrounds in training. At most: upper end of the one-sided 95 % interval.");
    }

    private int count(EngineUnderTest engine, boolean asPhotograph, Rgb crop, Look look) {
        if (look.found()) {
            alarms.add(new Alarm(engine.name(), asPhotograph, crop, look));
        }
        return look.found() ? 1 : 0;
    }

    /** Every face reported, in the order of the pictures. */
    List<Alarm> alarms() {
        return alarms;
    }

    private static double[] row(int alarms, int pictures) {
        return new double[] {pictures, alarms, 1000.0 * alarms / pictures, 1000 * upperBound(alarms, pictures)};
    }

    /** Upper end of Wilson's score interval for a proportion (Wilson 1927). */
    static double upperBound(int events, int trials) {
        double z2 = NORMAL_95_ONE_SIDED * NORMAL_95_ONE_SIDED;
        double p = (double) events / trials;
        double centre = p + z2 / (2 * trials);
        double half = NORMAL_95_ONE_SIDED * Math.sqrt(p * (1 - p) / trials + z2 / (4.0 * trials * trials));
        return (centre + half) / (1 + z2 / trials);
    }
}
