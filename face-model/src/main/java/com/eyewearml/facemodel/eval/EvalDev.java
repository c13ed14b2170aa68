package com.eyewearml.facemodel.eval;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.Roi;
import com.eyewearml.face.RoiRule;
import com.eyewearml.facemodel.data.Rgb;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Pictures in the wild with 68 points placed by people, and the error measured on them.
 *
 * @param entries    pictures in file order
 * @param meshVertex for each of the 51 inner points the landmark that stands for it
 */
public record EvalDev(Path folder, List<Entry> entries, int[] meshVertex) {
    /** Error from which a face counts as missed, in inter-ocular distances. */
    public static final float MISS = 0.5f;
    private static final float MESH_HEIGHT = 1.2f;
    /** First of the inner points among the 68. */
    public static final int FIRST_INNER = 17;
    private static final int RIGHT_OUTER = 36;
    private static final int LEFT_OUTER = 45;
    private static final int FIRST_EYE = 36;
    private static final int LAST_EYE = 47;

    /** @param landmarks68 x, y in pixels, pixel centres at integers */
    public record Entry(String file, int width, int height, float[] landmarks68) {
        /** Upright region around the face; the 68 points cover less of the forehead than the mesh does. */
        public Roi region() {
            float minX = Float.MAX_VALUE, maxX = -Float.MAX_VALUE, minY = Float.MAX_VALUE, maxY = -Float.MAX_VALUE;
            for (int i = 0; i < landmarks68.length; i += 2) {
                minX = Math.min(minX, landmarks68[i]);
                maxX = Math.max(maxX, landmarks68[i]);
                minY = Math.min(minY, landmarks68[i + 1]);
                maxY = Math.max(maxY, landmarks68[i + 1]);
            }
            float height = (maxY - minY) * MESH_HEIGHT;
            return new Roi().set((minX + maxX) / 2 + 0.5f, maxY - height / 2 + 0.5f,
                    RoiRule.MARGIN * Math.max(height, maxX - minX), 0);
        }

        /** Distance of the outer eye corners in pixels. */
        public float interOcularPx() {
            return (float) Math.hypot(landmarks68[2 * LEFT_OUTER] - landmarks68[2 * RIGHT_OUTER],
                    landmarks68[2 * LEFT_OUTER + 1] - landmarks68[2 * RIGHT_OUTER + 1]);
        }

        /** Turn of the eye line from the picture's x axis towards its y axis. */
        public double rollRad() {
            return Math.atan2(landmarks68[2 * LEFT_OUTER + 1] - landmarks68[2 * RIGHT_OUTER + 1],
                    landmarks68[2 * LEFT_OUTER] - landmarks68[2 * RIGHT_OUTER]);
        }
    }

    /** Mean error over the 51 inner points and over the eyes alone, both in inter-ocular distances. */
    public record Error(float inner, float eyes) { }

    /** Reads {@code eval-dev} of the data folder. */
    public static EvalDev read(Path data) throws IOException {
        Path folder = data.resolve("eval-dev");
        Gson gson = new Gson();
        List<Entry> entries;
        try (var lines = Files.lines(folder.resolve("landmarks68.jsonl"))) {
            entries = lines.map(line -> gson.fromJson(line, Entry.class)).toList();
        }
        JsonObject mapping = gson.fromJson(Files.readString(folder.resolve("mapping51.json")), JsonObject.class);
        return new EvalDev(folder, entries, gson.fromJson(mapping.get("meshVertex"), int[].class));
    }

    /** Decodes the picture of an entry. */
    public Rgb picture(Entry entry) throws IOException {
        return Rgb.read(folder.resolve(entry.file()));
    }

    /** @param landmarksPx x, y, z of the {@value FacePoints#COUNT} landmarks, pixel centres at half-integers */
    public Error error(Entry entry, float[] landmarksPx) {
        float inner = 0;
        float eyes = 0;
        for (int k = 0; k < meshVertex.length; k++) {
            int truth = FIRST_INNER + k;
            int vertex = meshVertex[k];
            float d = (float) Math.hypot(landmarksPx[3 * vertex] - 0.5f - entry.landmarks68[2 * truth],
                    landmarksPx[3 * vertex + 1] - 0.5f - entry.landmarks68[2 * truth + 1]);
            inner += d / meshVertex.length;
            if (truth >= FIRST_EYE && truth <= LAST_EYE) {
                eyes += d / (LAST_EYE - FIRST_EYE + 1);
            }
        }
        float scale = entry.interOcularPx();
        return new Error(inner / scale, eyes / scale);
    }
}
