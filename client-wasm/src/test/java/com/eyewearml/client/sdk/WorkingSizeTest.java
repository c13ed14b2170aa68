package com.eyewearml.client.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WorkingSizeTest {
    private final WorkingSize size = new WorkingSize();

    @Test
    void smallSourcesKeepTheirSize() {
        size.fit(640, 480, false);
        assertEquals(640, size.widthPx());
        assertEquals(480, size.heightPx());
        assertEquals(1, size.scaleX());
    }

    @Test
    void videoIsScaledToItsLimit() {
        size.fit(1920, 1080, false);
        assertEquals(640, size.widthPx());
        assertEquals(360, size.heightPx());
        assertEquals(3, size.scaleX());
    }

    @Test
    void stillsKeepMore() {
        size.fit(6144, 8192, true);
        assertEquals(960, size.widthPx());
        assertEquals(1280, size.heightPx());
        assertEquals(6.4f, size.scaleX());
    }

    @Test
    void extremeShapesKeepAtLeastOnePixel() {
        size.fit(100_000, 1, true);
        assertEquals(1280, size.widthPx());
        assertEquals(1, size.heightPx());
    }

    @Test
    void neverExceedsTheLimitAndKeepsTheAspectRatioWithinAPixel() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            int width = 1 + random.nextInt(10_000);
            int height = 1 + random.nextInt(10_000);
            boolean still = random.nextBoolean();
            size.fit(width, height, still);
            int limit = still ? WorkingSize.MAX_STILL_SIDE_PX : WorkingSize.MAX_VIDEO_SIDE_PX;
            assertTrue(Math.max(size.widthPx(), size.heightPx()) <= limit);
            assertEquals(width, size.widthPx() * size.scaleX(), 1e-3 * width);
            assertEquals(height, size.heightPx() * size.scaleY(), 1e-3 * height);
            double shrink = Math.max(1, Math.max(width, height) / (double) limit);
            assertEquals(Math.max(1, width / shrink), size.widthPx(), 0.51);
            assertEquals(Math.max(1, height / shrink), size.heightPx(), 0.51);
        }
    }

    @Test
    void refusesEmptySources() {
        assertThrows(IllegalArgumentException.class, () -> size.fit(0, 480, false));
        assertThrows(IllegalArgumentException.class, () -> size.fit(640, -1, false));
    }
}
