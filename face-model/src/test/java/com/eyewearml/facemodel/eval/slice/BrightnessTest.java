package com.eyewearml.facemodel.eval.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.facemodel.data.JpegCodec;
import com.eyewearml.facemodel.data.Rgb;
import com.eyewearml.facemodel.eval.AnnotatedPictures;
import com.eyewearml.facemodel.eval.EvalDev;
import com.eyewearml.facemodel.eval.Luminance;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class BrightnessTest {
    private final EvalDev.Entry face = AnnotatedPictures.upright("a.jpg", 200, 200, 100, 90, 80);

    @Test
    void luminanceIsLinearLight() {
        assertEquals(1, Luminance.mean(AnnotatedPictures.plain(4, 4, 255)), 1e-9);
        assertEquals(0.2140, Luminance.mean(AnnotatedPictures.plain(4, 4, 127)), 0.003);
        for (int value = 0; value < 256; value++) {
            assertEquals(value, Luminance.encoded(Luminance.linear(value)));
        }
    }

    @Test
    void skinIsReadFromTheCheeksAlone() {
        Rgb picture = AnnotatedPictures.plain(200, 200, 240);
        disc(picture, 100 - 80 * 0.3, 90 + 80 * 0.425, 15, 100);
        disc(picture, 100 + 80 * 0.3, 90 + 80 * 0.425, 15, 50);
        assertEquals((Luminance.linear(100) + Luminance.linear(50)) / 2, SkinLuminance.of(picture, face), 1e-9);
    }

    @Test
    void aFewOddPixelsOnTheCheekDoNotMatter() {
        Rgb picture = AnnotatedPictures.plain(200, 200, 100);
        disc(picture, 100 - 80 * 0.3, 90 + 80 * 0.425, 2, 255);
        assertEquals(Luminance.linear(100), SkinLuminance.of(picture, face), 1e-9);
    }

    @Test
    void greyAndTonedPicturesAreMonochrome() throws IOException {
        Rgb colour = AnnotatedPictures.textured(160, 120);
        Rgb grey = toned(colour, 1, 1);
        Rgb sepia = toned(colour, 0.85, 0.65);
        assertTrue(Monochrome.is(grey));
        assertTrue(Monochrome.is(sepia));
        assertTrue(Monochrome.is(JpegCodec.decode(JpegCodec.encode(grey, 0.8f))));
        assertFalse(Monochrome.is(colour));
    }

    @Test
    void glassesAreKnownOfOneSetOnly() {
        GlassesLabels labels = GlassesLabels.of("abc\n1.jpg\n7.jpg\n", "abc");
        assertEquals(true, labels.wearsGlasses("7.jpg").orElseThrow());
        assertEquals(false, labels.wearsGlasses("8.jpg").orElseThrow());
        assertTrue(GlassesLabels.of("abc\n1.jpg\n", "other").wearsGlasses("1.jpg").isEmpty());
    }

    private static Rgb toned(Rgb picture, double green, double blue) {
        byte[] out = picture.pixels().clone();
        for (int i = 0; i < out.length; i += 3) {
            int grey = out[i] & 255;
            out[i + 1] = (byte) (green * grey);
            out[i + 2] = (byte) (blue * grey);
        }
        return new Rgb(picture.width(), picture.height(), out);
    }

    private static void disc(Rgb picture, double x, double y, double radius, int grey) {
        for (int i = 0; i < picture.width() * picture.height(); i++) {
            if (Math.hypot(i % picture.width() - x, i / picture.width() - y) < radius) {
                for (int c = 0; c < 3; c++) {
                    picture.pixels()[3 * i + c] = (byte) grey;
                }
            }
        }
    }
}
