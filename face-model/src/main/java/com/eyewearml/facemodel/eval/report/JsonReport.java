package com.eyewearml.facemodel.eval.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Tables for programs: {@code {"tables": [{"title", "rows": [{label: text, …, column: number or null, …}], "notes": […]}]}}.
 */
public final class JsonReport {
    private JsonReport() { }

    /** Writes or replaces a file; its folder is made where it is missing. */
    public static void write(Path file, List<Table> tables) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (JsonWriter json = new JsonWriter(Files.newBufferedWriter(file))) {
            json.setIndent(" ");
            json.beginObject().name("tables").beginArray();
            for (Table table : tables) {
                write(json, table);
            }
            json.endArray().endObject();
        }
    }

    private static void write(JsonWriter json, Table table) throws IOException {
        json.beginObject().name("title").value(table.title()).name("rows").beginArray();
        for (Table.Row row : table.rows()) {
            json.beginObject();
            for (int i = 0; i < row.labels().size(); i++) {
                json.name(table.labelNames().get(i)).value(row.labels().get(i));
            }
            for (int i = 0; i < row.values().length; i++) {
                json.name(table.columns().get(i).name());
                if (Double.isFinite(row.values()[i])) {
                    json.value(row.values()[i]);
                } else {
                    json.nullValue();
                }
            }
            json.endObject();
        }
        json.endArray().name("notes").beginArray();
        for (String note : table.notes()) {
            json.value(note);
        }
        json.endArray().endObject();
    }
}
