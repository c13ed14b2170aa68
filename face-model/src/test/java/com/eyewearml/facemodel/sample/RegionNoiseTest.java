package com.eyewearml.facemodel.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.face.Roi;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegionNoiseTest {
    private final RegionNoise noise = new RegionNoise(new Dice(new Random(6)));
    private final Roi truth = new Roi().set(100, 120, 80, 0.3f);

    @Test
    void overlapOfSquaresMatchesClosedForms() {
        assertEquals(1, RegionNoise.overlap(truth, truth), 1e-5);
        float shift = 0.3f * 80;
        Roi beside = new Roi().set(100 + shift * (float) Math.cos(0.3), 120 + shift * (float) Math.sin(0.3), 80, 1);
        assertEquals((1 - 0.3) / (1 + 0.3), RegionNoise.overlap(beside, truth), 1e-4);
        assertEquals(1 / (1.5 * 1.5), RegionNoise.overlap(new Roi().set(100, 120, 120, 0), truth), 1e-4);
        assertEquals(0, RegionNoise.overlap(new Roi().set(300, 120, 80, 0), truth), 0);
    }

    @Test
    void followedAndLostRegionsLeaveABandBetweenThem() {
        for (int n = 0; n < 2000; n++) {
            Roi roi = new Roi().set(truth);
            noise.disturb(roi, 1);
            assertTrue(RegionNoise.overlap(roi, truth) >= RegionNoise.LEAST_PRESENT);
            assertTrue(Math.abs(roi.angleRad - truth.angleRad) <= RegionNoise.MOST_TURN_RAD + 1e-5);
            roi.set(truth);
            noise.misplace(roi);
            assertTrue(RegionNoise.overlap(roi, truth) <= RegionNoise.MOST_ABSENT
                    || Math.abs(roi.angleRad - truth.angleRad) >= RegionNoise.LOST_TURN_RAD - 1e-5);
        }
    }
}
