package com.eyewearml.facemodel.eval.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lays a table out for a terminal: labels flush left, numbers flush right. */
public final class TextTable {
    private static final String GAP = "  ";

    private TextTable() { }

    /** Lines without the last line's end. */
    public static String of(Table table) {
        List<List<String>> cells = new ArrayList<>();
        List<String> head = new ArrayList<>(table.labelNames());
        table.columns().forEach(column -> head.add(column.name()));
        cells.add(head);
        table.rows().forEach(row -> cells.add(cells(table, row)));
        int[] widths = new int[head.size()];
        for (List<String> line : cells) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder(table.title()).append('\n');
        for (List<String> line : cells) {
            text.append(line(line, widths, table.labelNames().size())).append('\n');
        }
        table.notes().forEach(note -> text.append("  ").append(note).append('\n'));
        return text.toString().stripTrailing();
    }

    private static List<String> cells(Table table, Table.Row row) {
        List<String> cells = new ArrayList<>(row.labels());
        for (int i = 0; i < row.values().length; i++) {
            double value = row.values()[i];
            cells.add(Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%,." + table.columns().get(i).decimals() + "f", value));
        }
        return cells;
    }

    private static String line(List<String> cells, int[] widths, int labels) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String pad = " ".repeat(widths[i] - cells.get(i).length());
            line.append(i == 0 ? "" : GAP).append(i < labels ? cells.get(i) + pad : pad + cells.get(i));
        }
        return line.toString().stripTrailing();
    }
}
