package com.eyewearml.facemodel.eval.corruption;

import com.eyewearml.face.RgbaImage;
import com.eyewearml.facemodel.data.Rgb;
import com.eyewearml.facemodel.eval.EngineUnderTest;
import com.eyewearml.facemodel.eval.EvalDev;
import com.eyewearml.facemodel.eval.Outcome;
import com.eyewearml.facemodel.eval.Summary;
import com.eyewearml.facemodel.eval.report.Progress;
import com.eyewearml.facemodel.eval.report.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures on worse and worse copies of every third annotated picture. */
public final class CorruptionTable {
    private static final int EVERY = 3;

    private final List<EngineUnderTest> engines;
    private final EvalDev data;
    private final Map<String, List<Outcome>> all = new LinkedHashMap<>();

    public CorruptionTable(List<EngineUnderTest> engines, EvalDev data) {
        this.engines = engines;
        this.data = data;
        engines.forEach(engine -> all.put(engine.name(), new ArrayList<>()));
    }

    /** @param clean for each engine the outcomes on the pictures as they are, in the order of the set */
    public Table measure(Map<String, List<Outcome>> clean) throws IOException {
        List<EvalDev.Entry> entries = new ArrayList<>();
        for (int i = 0; i < data.entries().size(); i += EVERY) {
            entries.add(data.entries().get(i));
        }
        Table table = new Table("Worse pictures: every third one", List.of("corruption", "strength", "engine"), Summary.COLUMNS);
        clean.forEach((engine, outcomes) -> table.row(List.of("none", "", engine),
                Summary.of(outcomes.stream().filter(o -> entries.contains(o.entry())).toList()).values()));
        Progress progress = new Progress("corrupted pictures", Corruption.all().size() * Corruption.STRENGTHS * entries.size());
        for (Corruption corruption : Corruption.all()) {
            for (int strength = 1; strength <= Corruption.STRENGTHS; strength++) {
                Map<String, List<Outcome>> outcomes = outcomes(corruption, strength, entries, progress);
                for (var engine : outcomes.entrySet()) {
                    table.row(List.of(corruption.name(), corruption.strength(strength), engine.getKey()), Summary.of(engine.getValue()).values());
                    all.get(engine.getKey()).addAll(engine.getValue());
                }
            }
        }
        return table.note("Errors count covered points too; they are those of the faces found.");
    }

    /** For each engine the outcomes on all corrupted pictures. */
    public Map<String, List<Outcome>> outcomes() {
        return all;
    }

    private Map<String, List<Outcome>> outcomes(Corruption corruption, int strength, List<EvalDev.Entry> entries, Progress progress)
            throws IOException {
        Map<String, List<Outcome>> outcomes = new LinkedHashMap<>();
        engines.forEach(engine -> outcomes.put(engine.name(), new ArrayList<>()));
        for (EvalDev.Entry entry : entries) {
            Rgb worse = corruption.apply(data.picture(entry), entry, strength);
            RgbaImage picture = worse.toRgba();
            for (EngineUnderTest engine : engines) {
                outcomes.get(engine.name()).add(Outcome.of(data, entry, engine.still(picture)));
            }
            progress.step();
        }
        return outcomes;
    }
}
