package com.eyewearml.frame.preview;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.frame.DemoCatalogue;
import com.eyewearml.frame.DemoFrame;
import com.eyewearml.frame.build.FrameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProductPhotographerTest {
    private static final int BACKGROUND = 0xF6F4F0;
    private static final int WIDTH = 160;
    private static final int HEIGHT = 100;

    private static ProductPhotographer photographer(String slug) {
        DemoFrame frame = DemoCatalogue.frames().stream().filter(f -> f.slug().equals(slug)).findFirst().orElseThrow();
        return new ProductPhotographer(FrameGenerator.generate(frame.spec(frame.variants().getFirst())));
    }

    @ParameterizedTest
    @EnumSource(ProductView.class)
    void theWholeFrameStandsOnAPlainBackground(ProductView view) {
        Picture picture = photographer("corvus").take(view, WIDTH, HEIGHT, BACKGROUND);
        int dark = 0;
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int x = i % WIDTH;
            int y = i / WIDTH;
            int argb = picture.argb()[i];
            assertEquals(0xFF, argb >>> 24, "opaque");
            boolean border = x == 0 || y == 0 || x == WIDTH - 1;
            if (border) {
                assertTrue(brightness(argb) > 225, "the frame is cut off at " + x + ", " + y);
            }
            dark += brightness(argb) < 90 ? 1 : 0;
        }
        assertEquals(0xFF000000 | BACKGROUND, picture.argb()[0], "the background keeps its colour");
        assertTrue(dark > 200, dark + " dark pixels of a black frame");
    }

    @Test
    void theFrontViewIsSymmetricAndRepeatable() {
        ProductPhotographer photographer = photographer("corvus");
        Picture picture = photographer.take(ProductView.FRONT, WIDTH, HEIGHT, BACKGROUND);
        assertArrayEquals(picture.argb(), photographer.take(ProductView.FRONT, WIDTH, HEIGHT, BACKGROUND).argb());
        int different = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH / 2; x++) {
                int left = brightness(picture.argb()[y * WIDTH + x]);
                int right = brightness(picture.argb()[y * WIDTH + WIDTH - 1 - x]);
                different += Math.abs(left - right) > 60 ? 1 : 0;
            }
        }
        assertTrue(different < 0.01 * WIDTH * HEIGHT, different + " pixels differ from their mirror image");
    }

    private static int brightness(int argb) {
        return ((argb >> 16 & 255) + (argb >> 8 & 255) + (argb & 255)) / 3;
    }
}
