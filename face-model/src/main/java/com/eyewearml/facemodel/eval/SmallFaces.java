package com.eyewearml.facemodel.eval;

import com.eyewearml.face.RgbaImage;
import com.eyewearml.facemodel.eval.report.Column;
import com.eyewearml.facemodel.eval.report.Progress;
import com.eyewearml.facemodel.eval.report.Table;
import java.io.IOException;
import java.util.List;
import java.util.Random;

/** Annotated faces pasted into pictures without a face, from 4 to 60 % of the picture's height: found or not. */
final class SmallFaces {
    static final int WIDTH = 960;
    static final int HEIGHT = 720;
    private static final int[] PERCENT = {4, 6, 8, 10, 15, 20, 30, 40, 60};
    /** One face in so many of the set is pasted. */
    private static final int EVERY = 12;

    private final List<EngineUnderTest> engines;
    private final EvalDev data;
    private final FaceFreeCrops crops;

    SmallFaces(List<EngineUnderTest> engines, EvalDev data, FaceFreeCrops crops) {
        this.engines = engines;
        this.data = data;
        this.crops = crops;
    }

    Table measure() throws IOException {
        Table table = new Table("Faces of every size, pasted into pictures of " + WIDTH + " x " + HEIGHT, List.of("height of the face", "engine"),
                List.of(new Column("faces", 0), new Column("photograph: found %", 0), new Column("wrong %", 0), new Column("NME51 mean", 4),
                        new Column("video: found %", 0), new Column("wrong %", 0)));
        int faces = (data.entries().size() + EVERY - 1) / EVERY;
        Progress progress = new Progress("pasted faces", faces * PERCENT.length);
        for (int percent : PERCENT) {
            Tally[] tallies = new Tally[engines.size()];
            for (int e = 0; e < tallies.length; e++) {
                tallies[e] = new Tally();
            }
            for (int f = 0; f < faces; f++) {
                look(f, percent, tallies);
                progress.step();
            }
            for (int e = 0; e < tallies.length; e++) {
                table.row(List.of(percent + " %", engines.get(e).name()), tallies[e].row(faces));
            }
        }
        return table.note("Photograph: whole picture, then tiles. Video: the same picture for " + FalseAlarms.FRAMES + " frames, the first face counts.");
    }

    private void look(int number, int percent, Tally[] tallies) throws IOException {
        EvalDev.Entry face = data.entries().get(number * EVERY);
        Random random = new Random(number);
        double side = percent / 100.0 * HEIGHT;
        double margin = side * 0.7;
        PastedFace.Pasted pasted = PastedFace.paste(data.picture(face), face, crops.crop(number), side,
                margin + random.nextDouble() * (WIDTH - 2 * margin), margin + random.nextDouble() * (HEIGHT - 2 * margin));
        RgbaImage picture = pasted.picture().toRgba();
        for (int e = 0; e < tallies.length; e++) {
            tallies[e].still(Outcome.of(data, pasted.entry(), engines.get(e).still(picture)));
            tallies[e].live(Outcome.of(data, pasted.entry(), engines.get(e).firstFace(picture, FalseAlarms.FRAMES)));
        }
    }

    private static final class Tally {
        private int stillRight;
        private int stillWrong;
        private int liveRight;
        private int liveWrong;
        private double errors;

        void still(Outcome outcome) {
            stillRight += outcome.right() ? 1 : 0;
            stillWrong += outcome.wrong() ? 1 : 0;
            errors += outcome.right() ? outcome.error().inner() : 0;
        }

        void live(Outcome outcome) {
            liveRight += outcome.right() ? 1 : 0;
            liveWrong += outcome.wrong() ? 1 : 0;
        }

        double[] row(int faces) {
            double percent = 100.0 / faces;
            return new double[] {faces, percent * stillRight, percent * stillWrong, stillRight == 0 ? Double.NaN : errors / stillRight,
                    percent * liveRight, percent * liveWrong};
        }
    }
}
