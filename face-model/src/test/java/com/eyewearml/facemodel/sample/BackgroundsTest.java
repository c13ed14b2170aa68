package com.eyewearml.facemodel.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.eyewearml.facemodel.data.Pyramid;
import com.eyewearml.facemodel.data.Rgb;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackgroundsTest {
    private static final int WIDTH = 240;
    private static final int HEIGHT = 120;

    @Test
    void minedPlacesAreDrawnFromWhereTheyLie() {
        byte[] pixels = new byte[3 * WIDTH * HEIGHT];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            pixels[3 * i] = (byte) (i % WIDTH);
            pixels[3 * i + 1] = (byte) (i / WIDTH);
        }
        List<Pyramid> panoramas = List.of(Pyramid.of(new Rgb(64, 64, new byte[3 * 64 * 64]), 64), Pyramid.of(new Rgb(WIDTH, HEIGHT, pixels), 64));
        Backgrounds backgrounds = new Backgrounds(panoramas, List.of(new MinedPlace(1, 150, 60, 40, 0.4f)), new Random(3));
        int side = 16;
        float[] rgb = new float[3 * side * side];
        double x = 0, y = 0;
        int rounds = 300;
        for (int n = 0; n < rounds; n++) {
            backgrounds.mistaken(rgb, side);
            int middle = 3 * (side / 2 * side + side / 2);
            x += rgb[middle];
            y += rgb[middle + 1];
        }
        assertEquals(150, x / rounds, 2);
        assertEquals(60, y / rounds, 2);
    }
}
