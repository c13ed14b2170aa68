package com.eyewearml.facemodel.sample;

import com.eyewearml.face.FacePoints;
import com.eyewearml.facemodel.data.Portraits;
import com.eyewearml.facemodel.data.Pyramid;
import com.eyewearml.facemodel.data.Rgb;
import com.eyewearml.facemodel.data.Topology;
import com.eyewearml.facemodel.worn.WornFrame;
import com.eyewearml.nn.FaceNetworks;
import java.util.List;

/**
 * A head without a person: a grid over a dome, triangulated, with the points that glasses hang on where heads have them, and a
 * portrait whose red tells x and whose green tells y.
 */
final class MadeUpHead {
    static final float CENTRE_PX = Portraits.SIDE_PX / 2f;
    static final float PX_PER_MM = 1;
    private static final int COLUMNS = 26;
    private static final int ROWS = 18;
    private static final float HALF_WIDTH = 70;
    private static final float HALF_HEIGHT = 85;
    private static final float BULGE = 45;

    private MadeUpHead() { }

    /** 478 points in portrait pixels. */
    static float[] points() {
        float[] points = new float[3 * FaceNetworks.POINTS];
        for (int i = 0; i < FaceNetworks.POINTS; i++) {
            int cell = i % (COLUMNS * ROWS);
            put(points, i, (2f * (cell % COLUMNS) / (COLUMNS - 1) - 1) * HALF_WIDTH, (2f * (cell / COLUMNS) / (ROWS - 1) - 1) * HALF_HEIGHT);
        }
        return points;
    }

    /** The same with eye corners, temples and nose where heads have them; its triangles fold. */
    static float[] anatomicalPoints() {
        float[] points = points();
        place(points, FacePoints.RIGHT_EYE_OUTER, -44, 0, -30);
        place(points, FacePoints.LEFT_EYE_OUTER, 44, 0, -30);
        place(points, FacePoints.RIGHT_EYE_INNER, -18, 0, -36);
        place(points, FacePoints.LEFT_EYE_INNER, 18, 0, -36);
        place(points, FacePoints.RIGHT_TEMPLE, -75, 0, 20);
        place(points, FacePoints.LEFT_TEMPLE, 75, 0, 20);
        place(points, FacePoints.RIGHT_SIDE, -75, 18, 24);
        place(points, FacePoints.LEFT_SIDE, 75, 18, 24);
        for (int i = 0; i < FacePoints.noseRidgeCount(); i++) {
            place(points, FacePoints.noseRidge(i), 0, -5 + 8 * i, -50 - 4 * i);
        }
        return points;
    }

    private static void put(float[] points, int i, float x, float y) {
        float u = x / HALF_WIDTH, v = y / HALF_HEIGHT;
        place(points, i, x, y, -BULGE * (2 - u * u - v * v) / 2);
    }

    private static void place(float[] points, int i, float xMm, float yMm, float zMm) {
        points[3 * i] = CENTRE_PX + PX_PER_MM * xMm;
        points[3 * i + 1] = CENTRE_PX + PX_PER_MM * yMm;
        points[3 * i + 2] = PX_PER_MM * zMm;
    }

    static Topology topology() {
        int[][] triangles = new int[2 * (COLUMNS - 1) * (ROWS - 1)][];
        int at = 0;
        for (int y = 0; y + 1 < ROWS; y++) {
            for (int x = 0; x + 1 < COLUMNS; x++) {
                int a = y * COLUMNS + x;
                triangles[at++] = new int[] {a, a + 1, a + COLUMNS};
                triangles[at++] = new int[] {a + 1, a + COLUMNS + 1, a + COLUMNS};
            }
        }
        int[] outline = new int[2 * (COLUMNS + ROWS) - 4];
        int n = 0;
        for (int x = 0; x < COLUMNS; x++) {
            outline[n++] = x;
        }
        for (int y = 1; y < ROWS; y++) {
            outline[n++] = y * COLUMNS + COLUMNS - 1;
        }
        for (int x = COLUMNS - 2; x >= 0; x--) {
            outline[n++] = (ROWS - 1) * COLUMNS + x;
        }
        for (int y = ROWS - 2; y > 0; y--) {
            outline[n++] = y * COLUMNS;
        }
        int[] mirror = new int[FaceNetworks.POINTS];
        for (int i = 0; i < mirror.length; i++) {
            int cell = i % (COLUMNS * ROWS);
            mirror[i] = i < COLUMNS * ROWS ? cell / COLUMNS * COLUMNS + COLUMNS - 1 - cell % COLUMNS : i;
        }
        return new Topology(triangles, outline, mirror);
    }

    /** Red is x, green is y, by 255 over the portrait's side. */
    static Pyramid map() {
        int side = Portraits.SIDE_PX;
        byte[] pixels = new byte[3 * side * side];
        for (int i = 0; i < side * side; i++) {
            pixels[3 * i] = (byte) Math.round((i % side + 0.5f) * 255 / side);
            pixels[3 * i + 1] = (byte) Math.round((i / side + 0.5f) * 255 / side);
            pixels[3 * i + 2] = 40;
        }
        return Pyramid.of(new Rgb(side, side, pixels), 18);
    }

    /** One frame: a bar for a front, two square lenses, two lines for temples. */
    static WornFrame frame() {
        float[] body = {-70, 3, 0, 70, 3, 0, 0, 8, 0, -70, 0, -15, 70, 0, -15, -70, 3, -115, 70, 3, -115};
        float[] lenses = {-60, -20, 0, -10, -20, 0, -10, 20, 0, -60, 20, 0, 10, -20, 0, 60, -20, 0, 60, 20, 0, 10, 20, 0};
        return new WornFrame(body(body, 0, 1, 2, 0, 3, 5, 1, 4, 6), body(lenses, 0, 1, 2, 0, 2, 3, 4, 5, 6, 4, 6, 7), 140, 40, -15, 0, false);
    }

    private static WornFrame.Body body(float[] positions, int... triangles) {
        int count = positions.length / 3;
        float[] normals = new float[3 * count], looks = new float[4 * count];
        for (int i = 0; i < count; i++) {
            normals[3 * i + 2] = 1;
            looks[4 * i] = 30;
            looks[4 * i + 3] = 1;
        }
        return new WornFrame.Body(positions, normals, looks, triangles);
    }

    static TrainingPictures pictures(float[] points) {
        Pyramid background = Pyramid.of(new Rgb(128, 128, new byte[3 * 128 * 128]), 64);
        return new TrainingPictures(topology(), List.of(map()), List.of(points), new float[] {200}, List.of(background),
                List.of(frame()), List.of());
    }
}
