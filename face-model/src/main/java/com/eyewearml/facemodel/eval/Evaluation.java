package com.eyewearml.facemodel.eval;

import com.eyewearml.face.RgbaImage;
import com.eyewearml.face.shape.HeadModel;
import com.eyewearml.facemodel.ReleasedEngine;
import com.eyewearml.facemodel.data.Environments;
import com.eyewearml.facemodel.eval.corruption.CorruptionTable;
import com.eyewearml.facemodel.eval.report.Column;
import com.eyewearml.facemodel.eval.report.JsonReport;
import com.eyewearml.facemodel.eval.report.Progress;
import com.eyewearml.facemodel.eval.report.Table;
import com.eyewearml.facemodel.eval.report.TextTable;
import com.eyewearml.facemodel.eval.slice.PictureFacts;
import com.eyewearml.facemodel.eval.slice.SliceTable;
import com.eyewearml.facemodel.eval.slice.Slicing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures engines side by side on the same pictures and prints one table after the other as they get ready. */
public final class Evaluation {
    private static final long SEED = 20_251_125;
    private static final int CROP_WIDTH = 640;
    private static final int CROP_HEIGHT = 480;

    private final List<EngineUnderTest> engines;
    private final Path folder;
    private final EvalDev data;
    private final EvaluateOptions options;
    private final List<Table> tables = new ArrayList<>();
    private final Map<String, List<Outcome>> outcomes = new LinkedHashMap<>();

    /** @param folder data folder with {@code eval-dev}, {@code video} and {@code environments} */
    public Evaluation(List<EngineUnderTest> engines, Path folder, EvaluateOptions options) throws IOException {
        this.engines = engines;
        this.folder = folder;
        this.options = options;
        data = EvalDev.read(folder);
    }

    /** Runs everything that the options ask for. */
    public void run() throws IOException {
        print(ClientFiles.measure());
        print(pictures());
        List<Slicing> slicings = Slicing.all(PictureFacts.of(data, HeadModel.parse(ReleasedEngine.file("head.ewhd"))));
        print(SliceTable.of(slicings, outcomes));
        print(Clips.measure(engines, folder.resolve("video")));
        if (options.sheets().isPresent()) {
            new FailureSheets(data, options.sheets().get()).slices(slicings, outcomes);
        }
        if (!options.quick()) {
            thorough();
        }
        if (options.json().isPresent()) {
            JsonReport.write(options.json().get(), tables);
        }
    }

    private void thorough() throws IOException {
        Environments environments = Environments.read(folder);
        FalseAlarms falseAlarms = new FalseAlarms(engines, new FaceFreeCrops(environments, CROP_WIDTH, CROP_HEIGHT, SEED));
        print(falseAlarms.measure());
        if (options.sheets().isPresent()) {
            new FailureSheets(data, options.sheets().get()).alarms(falseAlarms.alarms());
        }
        print(new SmallFaces(engines, data, new FaceFreeCrops(environments, SmallFaces.WIDTH, SmallFaces.HEIGHT, SEED)).measure());
        CorruptionTable corruptions = new CorruptionTable(engines, data);
        print(corruptions.measure(outcomes));
        for (EngineUnderTest engine : engines) {
            Reliability reliability = new Reliability();
            outcomes.get(engine.name()).forEach(o -> add(reliability, o));
            corruptions.outcomes().get(engine.name()).forEach(o -> add(reliability, o));
            List<Float> alarms = falseAlarms.alarms().stream().filter(a -> a.asPhotograph() && a.engine().equals(engine.name()))
                    .map(a -> a.look().confidence()).toList();
            alarms.forEach(confidence -> reliability.add(confidence, false));
            print(ConfidenceLimits.of(engine.name(), outcomes.get(engine.name()), alarms, FalseAlarms.PHOTOGRAPHS));
            print(reliability.table("Confidence of " + engine.name() + " against the truth: faces reported in photographs, clean, worse and without a face"));
        }
    }

    private static void add(Reliability reliability, Outcome outcome) {
        if (outcome.look().found()) {
            reliability.add(outcome.look().confidence(), outcome.right());
        }
    }

    private Table pictures() throws IOException {
        int count = data.entries().size();
        double[][] ms = new double[engines.size()][count];
        engines.forEach(engine -> outcomes.put(engine.name(), new ArrayList<>()));
        Progress progress = new Progress("annotated pictures", count);
        for (int i = 0; i < count; i++) {
            EvalDev.Entry entry = data.entries().get(i);
            RgbaImage picture = data.picture(entry).toRgba();
            for (int e = 0; e < engines.size(); e++) {
                long start = System.nanoTime();
                Look look = engines.get(e).still(picture);
                ms[e][i] = (System.nanoTime() - start) / 1e6;
                outcomes.get(engines.get(e).name()).add(Outcome.of(data, entry, look));
            }
            progress.step();
        }
        List<Column> columns = new ArrayList<>(Summary.COLUMNS);
        columns.add(new Column("ms, median", 0));
        Table table = new Table("eval-dev, taken as photographs: NME51, errors over the distance of the outer eye corners", List.of("engine"), columns);
        for (int e = 0; e < engines.size(); e++) {
            double[] values = Summary.of(outcomes.get(engines.get(e).name())).values();
            double[] row = Arrays.copyOf(values, values.length + 1);
            Arrays.sort(ms[e]);
            row[values.length] = Quantiles.of(ms[e], 0.5);
            table.row(List.of(engines.get(e).name()), row);
        }
        return table.note("Not found: no face reported. Wrong: error above " + EvalDev.MISS + ", another face or another place. Missed: both.");
    }

    private void print(Table table) {
        tables.add(table);
        System.out.println(TextTable.of(table) + "\n");
    }
}
