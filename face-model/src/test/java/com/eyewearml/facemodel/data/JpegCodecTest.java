package com.eyewearml.facemodel.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class JpegCodecTest {
    private static final int WIDTH = 61;
    private static final int HEIGHT = 43;

    @Test
    void smoothPicturesComeBackAlikeAndOfTheSameSize() throws IOException {
        Rgb picture = picture();
        Rgb back = JpegCodec.decode(JpegCodec.encode(picture, 0.95f));
        assertEquals(WIDTH, back.width());
        assertEquals(HEIGHT, back.height());
        double error = 0;
        for (int i = 0; i < picture.pixels().length; i++) {
            error += Math.abs((picture.pixels()[i] & 255) - (back.pixels()[i] & 255));
        }
        assertTrue(error / picture.pixels().length < 3, "mean error " + error / picture.pixels().length);
    }

    @Test
    void lowerQualityTakesFewerBytes() throws IOException {
        assertTrue(JpegCodec.encode(picture(), 0.1f).length < JpegCodec.encode(picture(), 0.9f).length);
    }

    @Test
    void bytesThatAreNoPictureAreRefused() {
        assertThrows(IOException.class, () -> JpegCodec.decode(new byte[] {1, 2, 3}));
    }

    private static Rgb picture() {
        byte[] pixels = new byte[3 * WIDTH * HEIGHT];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            pixels[3 * i] = (byte) (40 + 3 * (i % WIDTH));
            pixels[3 * i + 1] = (byte) (200 - 3 * (i / WIDTH));
            pixels[3 * i + 2] = (byte) (128 + 30 * Math.sin(i % WIDTH / 9.0));
        }
        return new Rgb(WIDTH, HEIGHT, pixels);
    }
}
