package com.eyewearml.facemodel.eval;

import com.eyewearml.facemodel.eval.report.Column;
import com.eyewearml.facemodel.eval.report.Table;
import java.util.List;

/** What false alarms and misses would be if only faces from a confidence on were believed. */
final class ConfidenceLimits {
    private static final double[] LIMITS = {0, 0.9, 0.97, 0.99, 0.999, 0.9999};

    private ConfidenceLimits() { }

    /**
     * @param annotated outcomes on annotated pictures, taken as photographs
     * @param alarms    confidences of the false alarms in {@code faceFree} pictures, taken as photographs
     */
    static Table of(String engine, List<Outcome> annotated, List<Float> alarms, int faceFree) {
        Table table = new Table("Believing only confident faces of " + engine + ", photographs", List.of("confidence from"),
                List.of(new Column("not found", 0), new Column("wrong", 0), new Column("missed %", 1), new Column("false alarms per 1,000", 1)));
        for (double limit : LIMITS) {
            Summary summary = Summary.of(annotated.stream().map(o -> o.look().confidence() >= limit ? o
                    : new Outcome(o.entry(), Look.NOTHING, o.error())).toList());
            long left = alarms.stream().filter(confidence -> confidence >= limit).count();
            table.row(List.of(Double.toString(limit)), summary.notFound(), summary.wrong(), summary.missedPercent(), 1000.0 * left / faceFree);
        }
        return table;
    }
}
