package com.eyewearml.facemodel.data;

import com.eyewearml.nn.FaceNetworks;
import com.google.gson.Gson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Training portraits with their machine-made labels.
 *
 * @param images 288 x 288 pixels
 * @param points for each image 478 x, y, z; continuous pixels with centres at half-integers, z in the same unit, negative
 *               towards the camera
 * @param index  what is known of each image
 */
public record Portraits(List<Rgb> images, List<float[]> points, List<Entry> index) {
    /** Side of every portrait in pixels. */
    public static final int SIDE_PX = 288;
    private static final float LABEL_UNITS_PER_PX = 64;

    /**
     * @param faceWidthInSource width of the face in pixels before resampling; small means blurred
     * @param valid             left, top, right, bottom of the real pixels; outside it the border is repeated
     * @param matrix            the teacher's pose of the face, 4 x 4, column by column, centimetres, y up
     * @param blendshapes       the teacher's 52 expression scores
     */
    public record Entry(String file, String source, boolean colour, float faceWidthInSource, int[] valid, float[] matrix,
            float[] blendshapes) { }

    /** Decodes all portraits into memory, about 1.3 GB. */
    public static Portraits read(Path data) throws IOException {
        return read(data, entry -> true);
    }

    /** Decodes the portraits that {@code wanted} accepts, in the order of the index. */
    public static Portraits read(Path data, Predicate<Entry> wanted) throws IOException {
        Path folder = data.resolve("portraits");
        Gson gson = new Gson();
        List<Entry> index;
        try (var lines = Files.lines(folder.resolve("index.jsonl"))) {
            index = lines.map(line -> gson.fromJson(line, Entry.class)).toList();
        }
        List<float[]> points = readPoints(folder.resolve("landmarks.i16"), index.size());
        int[] kept = IntStream.range(0, index.size()).filter(i -> wanted.test(index.get(i))).toArray();
        List<Entry> keptIndex = IntStream.of(kept).mapToObj(index::get).toList();
        List<Rgb> images = keptIndex.stream().map(entry -> {
            try {
                return Rgb.read(folder.resolve("images").resolve(entry.file()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).toList();
        return new Portraits(images, IntStream.of(kept).mapToObj(points::get).toList(), keptIndex);
    }

    private static List<float[]> readPoints(Path file, int count) throws IOException {
        ByteBuffer labels = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        return IntStream.range(0, count).mapToObj(i -> {
            float[] p = new float[FaceNetworks.POINTS * 3];
            for (int k = 0; k < p.length; k++) {
                p[k] = labels.getShort() / LABEL_UNITS_PER_PX + (k % 3 == 2 ? 0 : 0.5f);
            }
            return p;
        }).toList();
    }
}
