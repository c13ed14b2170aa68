package com.eyewearml.facemodel.eval.report;

import java.util.ArrayList;
import java.util.List;

/** A table of an evaluation: rows with labels and numbers, and notes on how to read them. */
public final class Table {
    /** A row; a number that is not known is NaN. */
    public record Row(List<String> labels, double[] values) { }

    private final String title;
    private final List<String> labelNames;
    private final List<Column> columns;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    public Table(String title, List<String> labelNames, List<Column> columns) {
        this.title = title;
        this.labelNames = List.copyOf(labelNames);
        this.columns = List.copyOf(columns);
    }

    /** @throws IllegalArgumentException where labels or values do not fit the columns */
    public Table row(List<String> labels, double... values) {
        if (labels.size() != labelNames.size() || values.length != columns.size()) {
            throw new IllegalArgumentException("row of " + labels.size() + " labels and " + values.length + " values in table '" + title
                    + "' of " + labelNames.size() + " and " + columns.size());
        }
        rows.add(new Row(List.copyOf(labels), values.clone()));
        return this;
    }

    /** Adds a line below the table. */
    public Table note(String note) {
        notes.add(note);
        return this;
    }

    public String title() {
        return title;
    }

    public List<String> labelNames() {
        return labelNames;
    }

    public List<Column> columns() {
        return columns;
    }

    public List<Row> rows() {
        return rows;
    }

    public List<String> notes() {
        return notes;
    }
}
