package com.eyewearml.facemodel.eval.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private final Table table = new Table("Title", List.of("what"), List.of(new Column("count", 0), new Column("mean", 3)))
            .row(List.of("all"), 1234, 0.0506).row(List.of("nothing seen"), 0, Double.NaN).note("A note");

    @Test
    void laysOutColumns() {
        assertEquals("""
                Title
                what          count   mean
                all           1,234  0.051
                nothing seen      0      –
                  A note""", TextTable.of(table));
    }

    @Test
    void writesWhatProgramsCanRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("new/folder/report.json");
        JsonReport.write(file, List.of(table));
        JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        JsonObject first = json.getAsJsonArray("tables").get(0).getAsJsonObject();
        assertEquals("Title", first.get("title").getAsString());
        JsonObject row = first.getAsJsonArray("rows").get(0).getAsJsonObject();
        assertEquals("all", row.get("what").getAsString());
        assertEquals(0.0506, row.get("mean").getAsDouble());
        assertTrue(first.getAsJsonArray("rows").get(1).getAsJsonObject().get("mean").isJsonNull());
        assertEquals("A note", first.getAsJsonArray("notes").get(0).getAsString());
    }

    @Test
    void refusesRowsThatDoNotFit() {
        assertThrows(IllegalArgumentException.class, () -> table.row(List.of("x"), 1));
        assertThrows(IllegalArgumentException.class, () -> table.row(List.of("x", "y"), 1, 2));
    }
}
