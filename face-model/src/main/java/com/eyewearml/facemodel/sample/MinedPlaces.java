package com.eyewearml.facemodel.sample;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file of {@link MinedPlace}s, one JSON object a line. */
public final class MinedPlaces {
    private MinedPlaces() { }

    /** @throws IOException where the file is missing or a line is no place */
    public static List<MinedPlace> read(Path file) throws IOException {
        Gson gson = new Gson();
        try (var lines = Files.lines(file)) {
            return lines.map(line -> gson.fromJson(line, MinedPlace.class)).toList();
        } catch (JsonParseException e) {
            throw new IOException(file + " holds a line that is no mined place; remove the file to mine anew", e);
        }
    }

    public static void write(Path file, List<MinedPlace> places) throws IOException {
        Gson gson = new Gson();
        Files.write(file, places.stream().map(gson::toJson).toList());
    }
}
