package com.eyewearml.facemodel.eval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.facemodel.data.Environments;
import com.eyewearml.facemodel.data.Rgb;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaceFreeCropsTest {
    private final Environments environments = new Environments(List.of(AnnotatedPictures.textured(512, 256), AnnotatedPictures.plain(512, 256, 77)));

    @Test
    void aSeedAndANumberAlwaysGiveTheSameCrop() {
        Rgb crop = new FaceFreeCrops(environments, 64, 48, 5).crop(4);
        assertEquals(64, crop.width());
        assertEquals(48, crop.height());
        assertArrayEquals(crop.pixels(), new FaceFreeCrops(environments, 64, 48, 5).crop(4).pixels());
        assertFalse(Arrays.equals(crop.pixels(), new FaceFreeCrops(environments, 64, 48, 5).crop(6).pixels()));
        assertFalse(Arrays.equals(crop.pixels(), new FaceFreeCrops(environments, 64, 48, 6).crop(4).pixels()));
    }

    @Test
    void everyPanoramaHasItsTurn() {
        FaceFreeCrops crops = new FaceFreeCrops(environments, 64, 48, 5);
        for (byte value : crops.crop(3).pixels()) {
            assertEquals(77, value);
        }
    }

    /** Wilson's upper limit for no event in n trials is z² / (n + z²). */
    @Test
    void noAlarmBoundsTheRate() {
        double z2 = 1.645 * 1.645;
        assertEquals(z2 / (1000 + z2), FalseAlarms.upperBound(0, 1000), 1e-12);
        assertTrue(FalseAlarms.upperBound(10, 1000) > 0.01);
    }
}
