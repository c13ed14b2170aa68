package com.eyewearml.facemodel.head;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The skin of the ICT face model (Li et al. 2020): a neutral head with true proportions, and linear modes. Millimetres, x to the
 * subject's left, y up, z out of the face, origin midway between the inner eye corners.
 *
 * @param vertices x, y, z of each vertex of the skin
 * @param triangles corners, three a triangle
 * @param identity displacements by one standard deviation of each identity mode
 * @param expression displacements by full activation of each expression mode
 * @param landmarks68 vertices of the 68 iBUG points
 */
record ReferenceHead(double[] vertices, int[] triangles, float[][] identity, float[][] expression, int[] landmarks68) {
    private static final int SKIN_VERTICES = 14062;
    private static final double MM_PER_UNIT = 10;
    private static final int RIGHT_INNER_EYE_CORNER = 39;
    private static final int LEFT_INNER_EYE_CORNER = 42;

    static ReferenceHead read(Path data) throws IOException {
        Path folder = data.resolve("head-model");
        JsonObject model = JsonParser.parseString(Files.readString(folder.resolve("model.json"))).getAsJsonObject();
        JsonObject indices = JsonParser.parseString(Files.readString(folder.resolve("vertex_indices.json"))).getAsJsonObject();
        int vertexCount = model.get("vertices").getAsInt();
        int[] landmarks = ints(indices.getAsJsonArray("idx_to_landmark_verts"));
        double[] vertices = vertices(folder, landmarks);
        List<float[]> identity = new ArrayList<>();
        List<float[]> expression = new ArrayList<>();
        List<String> expressions = indices.getAsJsonArray("expressions").asList().stream().map(e -> e.getAsString()).toList();
        ByteBuffer deltas = littleEndian(folder.resolve("deltas.i16"));
        JsonArray names = model.getAsJsonArray("modes");
        JsonArray scales = model.getAsJsonArray("scales");
        for (int k = 0; k < names.size(); k++) {
            String name = names.get(k).getAsString();
            float[] mode = mode(deltas, 6 * vertexCount * k, scales.get(k).getAsDouble());
            if (name.startsWith("identity")) {
                identity.add(mode);
            } else if (expressions.contains(name)) {
                expression.add(mode);
            }
        }
        return new ReferenceHead(vertices, triangles(folder), identity.toArray(float[][]::new),
                expression.toArray(float[][]::new), landmarks);
    }

    int vertexCount() {
        return vertices.length / 3;
    }

    /** Vertex closest to a place; {@code x}, {@code y}, {@code z} in millimetres. */
    int nearest(double x, double y, double z) {
        int nearest = 0;
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < vertexCount(); i++) {
            double dx = vertices[3 * i] - x;
            double dy = vertices[3 * i + 1] - y;
            double dz = vertices[3 * i + 2] - z;
            double d = dx * dx + dy * dy + dz * dz;
            if (d < best) {
                best = d;
                nearest = i;
            }
        }
        return nearest;
    }

    private static double[] vertices(Path folder, int[] landmarks) throws IOException {
        ByteBuffer neutral = littleEndian(folder.resolve("neutral.f32"));
        double[] vertices = new double[3 * SKIN_VERTICES];
        for (int i = 0; i < vertices.length; i++) {
            vertices[i] = MM_PER_UNIT * neutral.getFloat();
        }
        int right = 3 * landmarks[RIGHT_INNER_EYE_CORNER];
        int left = 3 * landmarks[LEFT_INNER_EYE_CORNER];
        double[] origin = new double[3];
        for (int a = 0; a < 3; a++) {
            origin[a] = (vertices[right + a] + vertices[left + a]) / 2;
        }
        for (int i = 0; i < vertices.length; i++) {
            vertices[i] -= origin[i % 3];
        }
        return vertices;
    }

    private static float[] mode(ByteBuffer deltas, int at, double scale) {
        float[] mode = new float[3 * SKIN_VERTICES];
        for (int i = 0; i < mode.length; i++) {
            mode[i] = (float) (MM_PER_UNIT * scale * deltas.getShort(at + 2 * i));
        }
        return mode;
    }

    private static int[] triangles(Path folder) throws IOException {
        ByteBuffer quads = littleEndian(folder.resolve("quads.i32"));
        List<int[]> triangles = new ArrayList<>();
        while (quads.hasRemaining()) {
            int a = quads.getInt();
            int b = quads.getInt();
            int c = quads.getInt();
            int d = quads.getInt();
            if (Math.max(Math.max(a, b), Math.max(c, d)) < SKIN_VERTICES) {
                triangles.add(new int[] {a, b, c});
                if (d >= 0) {
                    triangles.add(new int[] {a, c, d});
                }
            }
        }
        return triangles.stream().flatMapToInt(java.util.Arrays::stream).toArray();
    }

    private static int[] ints(JsonArray array) {
        return array.asList().stream().mapToInt(e -> e.getAsInt()).toArray();
    }

    private static ByteBuffer littleEndian(Path file) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
