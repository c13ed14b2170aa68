package com.eyewearml.facemodel.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against every pixel centre tested with barycentric coordinates in double precision. */
class TriangleRasterTest {
    private static final int WIDTH = 23;
    private static final int HEIGHT = 17;

    @Test
    void randomTrianglesCoverThePixelsInsideThemNearestFirst() {
        Random random = new Random(9);
        for (int round = 0; round < 300; round++) {
            int triangles = 1 + random.nextInt(6);
            float[] xyz = new float[9 * triangles], attribute = new float[3 * triangles];
            int[] corners = new int[3 * triangles];
            for (int i = 0; i < corners.length; i++) {
                corners[i] = i;
                xyz[3 * i] = 40 * random.nextFloat() - 8;
                xyz[3 * i + 1] = 34 * random.nextFloat() - 8;
                xyz[3 * i + 2] = random.nextFloat();
                attribute[i] = random.nextFloat();
            }
            float[] drawn = new float[WIDTH * HEIGHT];
            Arrays.fill(drawn, -1);
            TriangleRaster raster = new TriangleRaster(WIDTH, HEIGHT);
            raster.clear();
            raster.draw(corners, xyz, attribute, 1, (pixel, z, values) -> drawn[pixel] = values[0]);
            int wrong = 0;
            for (int pixel = 0; pixel < drawn.length; pixel++) {
                if (Math.abs(drawn[pixel] - expected(pixel % WIDTH + 0.5, pixel / WIDTH + 0.5, xyz, attribute)) > 1e-3) {
                    wrong++;
                }
            }
            // a centre within a rounding error of an edge may fall on either side
            assertEquals(0, wrong, 1, "round " + round);
        }
    }

    private static double expected(double x, double y, float[] xyz, float[] attribute) {
        double nearest = Double.MAX_VALUE, value = -1;
        for (int t = 0; t < xyz.length; t += 9) {
            double ax = xyz[t], ay = xyz[t + 1], bx = xyz[t + 3], by = xyz[t + 4], cx = xyz[t + 6], cy = xyz[t + 7];
            double area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
            double wb = ((x - ax) * (cy - ay) - (y - ay) * (cx - ax)) / area, wc = ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / area;
            double z = (1 - wb - wc) * xyz[t + 2] + wb * xyz[t + 5] + wc * xyz[t + 8];
            if (wb >= 0 && wc >= 0 && wb + wc <= 1 && z < nearest) {
                nearest = z;
                value = (1 - wb - wc) * attribute[t / 3] + wb * attribute[t / 3 + 1] + wc * attribute[t / 3 + 2];
            }
        }
        return value;
    }
}
