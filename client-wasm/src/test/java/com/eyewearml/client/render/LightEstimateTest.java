package com.eyewearml.client.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.face.shape.HeadModel;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The engine's head under light of which everything is known. */
class LightEstimateTest {
    private static final double[] WHITE = {1, 1, 1};
    private static final double[] SKIN = {0.5, 0.33, 0.25};
    private static final double MOST_DIRECTION_ERROR_DEG = 25;

    private final HeadModel head = LitHead.engineHead();
    private final float[] key = new float[3];

    LightEstimateTest() throws IOException { }

    private LitHead lit(KnownLight light, LitHead.Look look) {
        return new LitHead(head, light, 0, SKIN, look);
    }

    private LightEstimate seen(KnownLight light) {
        return lit(light, LitHead.Look.PLAIN).estimate();
    }

    @Test
    void findsTheMainLightInAzimuthAndElevation() {
        for (LitHead.Look look : LitHead.Look.values()) {
            for (int azimuthDeg : new int[] {-60, -20, 20, 60}) {
                for (int elevationDeg : new int[] {0, 30, 60}) {
                    KnownLight light = KnownLight.single(azimuthDeg, elevationDeg, 2, 0.8, WHITE);
                    double errorDeg = light.errors(lit(light, look).estimate())[0];
                    assertTrue(errorDeg < MOST_DIRECTION_ERROR_DEG,
                            look + ", light at " + azimuthDeg + ", " + elevationDeg + " degrees: off by " + errorDeg);
                }
            }
        }
    }

    @Test
    void tellsHardLightFromSoft() {
        float soft = seen(KnownLight.single(40, 30, 0.3, 0.8, WHITE)).keyToFill();
        float hard = seen(KnownLight.single(40, 30, 4, 0.8, WHITE)).keyToFill();
        assertTrue(soft < 0.9 && hard > 2, soft + " in soft light, " + hard + " in hard light");
    }

    @Test
    void rotatesTheEnvironmentTogetherWithTheKeyLight() {
        LightEstimate estimate = seen(KnownLight.single(50, 45, 4, 0.8, WHITE));
        estimate.keyDirection(key);
        float[] environmentFromCamera = new float[16];
        estimate.environmentFromCamera(environmentFromCamera, 0);
        Rigid.rotate(environmentFromCamera, key, key);
        assertEquals(-42, Math.toDegrees(Math.atan2(key[0], key[2])), 0.1);
        assertEquals(38, Math.toDegrees(Math.asin(key[1])), 0.1);
    }

    @Test
    void followsBrightnessFromDimToBright() {
        for (double white : new double[] {0.1, 0.3, 0.9}) {
            float gain = seen(KnownLight.single(0, 20, 0.5, white, WHITE)).gain(1);
            assertTrue(gain > white / 2 && gain < white * 2, "white of " + white + " taken for " + gain);
        }
    }

    @Test
    void takesOnTheColourOfTheLight() {
        LightEstimate warm = seen(KnownLight.single(0, 20, 1, 0.7, new double[] {1.2, 0.9, 0.5}));
        LightEstimate cold = seen(KnownLight.single(0, 20, 1, 0.7, new double[] {0.7, 0.95, 1.3}));
        assertTrue(warm.gain(0) > 1.1 * warm.gain(1) && warm.gain(1) > 1.2 * warm.gain(2));
        assertTrue(cold.gain(2) > 1.05 * cold.gain(1) && cold.gain(1) > 1.05 * cold.gain(0));
    }

    @Test
    void approachesAChangeSlowlyWithinOneVideo() {
        LightEstimate estimate = seen(KnownLight.single(0, 20, 0.5, 0.9, WHITE));
        float before = estimate.gain(1);
        lit(KnownLight.single(0, 20, 0.5, 0.1, WHITE), LitHead.Look.PLAIN).look(estimate, 33);
        float after = estimate.gain(1);
        assertTrue(after < before && after > 0.85 * before, before + " became " + after + " within one video frame");
    }

    @Test
    void comesToRestOnAStillPicture() {
        LightEstimate estimate = seen(KnownLight.single(0, 20, 0.5, 0.9, WHITE));
        LitHead still = lit(KnownLight.single(60, 20, 3, 0.5, WHITE), LitHead.Look.PLAIN);
        for (int frame = 1; frame < 150; frame++) {
            still.look(estimate, 33 * frame);
        }
        SceneBlock scene = new SceneBlock();
        scene.setLight(estimate);
        float[] before = scene.values().clone();
        still.look(estimate, 33 * 151);
        scene.setLight(estimate);
        assertArrayEquals(before, scene.values());
        estimate.keyDirection(key);
        assertTrue(key[0] > 0.5, "key light at x = " + key[0]);
    }

    @Test
    void keepsTheLastLightWhereTheFaceLeavesThePicture() {
        LitHead picture = lit(KnownLight.single(0, 20, 0.5, 0.9, WHITE), LitHead.Look.PLAIN);
        LightEstimate estimate = picture.estimate();
        float before = estimate.gain(1);
        LitHead dark = lit(KnownLight.single(0, 20, 0.5, 0.1, WHITE), LitHead.Look.PLAIN);
        float[] outside = new float[dark.landmarksPx().length];
        Arrays.fill(outside, -50);
        estimate.update(dark, outside, dark.normals(), dark.pose(), 5000);
        assertEquals(before, estimate.gain(1));
    }
}
