package com.eyewearml.facemodel.data;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Triangles of the 468-vertex face mesh, its outline and its left–right mirror map, for warping training pictures.
 *
 * @param triangles vertex numbers, three a triangle
 * @param outline   loop of vertices around the face
 * @param mirror    for each of the 478 points the point on the other side
 */
public record Topology(int[][] triangles, int[] outline, int[] mirror) {
    /** Reads {@code canonical-topology.json} of the data folder. */
    public static Topology read(Path data) throws IOException {
        try (Reader reader = Files.newBufferedReader(data.resolve("canonical-topology.json"))) {
            return new Gson().fromJson(reader, Topology.class);
        }
    }
}
