package com.eyewearml.facemodel.eval;

import com.eyewearml.facemodel.data.Rgb;
import java.util.Arrays;
import java.util.Random;

/** Pictures and annotations made for tests. */
public final class AnnotatedPictures {
    /** Rough places of the 68 points of an upright face: x over the eye distance from the middle, y over it from the eye line, down. */
    private static final double[][] PLACES = new double[68][];

    static {
        for (int i = 0; i < 17; i++) {
            double angle = Math.PI * i / 16;
            PLACES[i] = new double[] {-0.8 * Math.cos(angle), 1.3 * Math.sin(angle)};
        }
        for (int i = 0; i < 10; i++) {
            PLACES[17 + i] = new double[] {-0.6 + 1.2 * i / 9, -0.25};
        }
        for (int i = 0; i < 4; i++) {
            PLACES[27 + i] = new double[] {0, 0.15 * i};
        }
        for (int i = 0; i < 5; i++) {
            PLACES[31 + i] = new double[] {-0.15 + 0.075 * i, 0.55};
        }
        for (int i = 0; i < 6; i++) {
            double[] dx = {0, 0.1, 0.2, 0.3, 0.2, 0.1};
            double[] dy = {0, -0.05, -0.05, 0, 0.05, 0.05};
            PLACES[36 + i] = new double[] {-0.5 + dx[i], dy[i]};
            PLACES[42 + i] = new double[] {0.2 + dx[i], dy[i]};
        }
        for (int i = 0; i < 20; i++) {
            PLACES[48 + i] = new double[] {-0.25 + 0.5 * (i % 7) / 6, 0.7 + 0.05 * (i / 7)};
        }
    }

    private AnnotatedPictures() { }

    /** An upright frontal face whose outer eye corners are {@code eyesPx} apart. */
    public static EvalDev.Entry upright(String file, int width, int height, float centreX, float eyesY, float eyesPx) {
        float[] points = new float[136];
        for (int i = 0; i < 68; i++) {
            points[2 * i] = centreX + eyesPx * (float) PLACES[i][0];
            points[2 * i + 1] = eyesY + eyesPx * (float) PLACES[i][1];
        }
        return new EvalDev.Entry(file, width, height, points);
    }

    /** One grey. */
    public static Rgb plain(int width, int height, int grey) {
        byte[] pixels = new byte[3 * width * height];
        Arrays.fill(pixels, (byte) grey);
        return new Rgb(width, height, pixels);
    }

    /** Colour texture with coarse and fine detail. */
    public static Rgb textured(int width, int height) {
        Random random = new Random(4);
        byte[] pixels = new byte[3 * width * height];
        for (int i = 0; i < pixels.length; i++) {
            int x = i / 3 % width;
            int y = i / 3 / width;
            pixels[i] = (byte) Math.clamp(Math.round(120 + 60 * Math.sin(x / 9.0 + i % 3) * Math.cos(y / 13.0) + 15 * random.nextGaussian()), 0, 255);
        }
        return new Rgb(width, height, pixels);
    }
}
