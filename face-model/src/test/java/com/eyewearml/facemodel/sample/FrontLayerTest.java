package com.eyewearml.facemodel.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FrontLayerTest {
    private static final int SIDE = 96;
    private static final FrontLayer.Skin WHITE = (along, across, out) -> Arrays.fill(out, 0, 3, 200);

    private final FrontLayer layer = new FrontLayer(SIDE);
    private final float[] picture = new float[3 * SIDE * SIDE];

    private double covered() {
        double sum = 0;
        for (float alpha : layer.alpha) {
            sum += alpha;
        }
        return sum;
    }

    @Test
    void aLimbCoversAStadium() {
        layer.clear();
        layer.limb(new float[] {30, 40, 0}, new float[] {60, 55, 0}, 8, 8, WHITE, new float[3]);
        double length = Math.hypot(30, 15);
        double area = Math.PI * 64 + 16 * length;
        assertEquals(area, covered(), 0.03 * area);
    }

    @Test
    void movingSpreadsCoverAndKeepsItsSum() {
        layer.clear();
        layer.limb(new float[] {45, 48, 0}, new float[] {50, 48, 0}, 5, 5, WHITE, new float[3]);
        layer.finish();
        double before = covered();
        layer.move(12, 0.4f);
        assertEquals(before, covered(), 0.01 * before);
    }

    @Test
    void whatIsCoveredShowsTheLayerAndTheRestThePicture() {
        layer.clear();
        Arrays.fill(picture, 50);
        layer.limb(new float[] {30, 48, 0}, new float[] {60, 48, 0}, 10, 10, WHITE, new float[3]);
        layer.finish();
        layer.over(picture);
        assertEquals(200, picture[3 * (48 * SIDE + 45)], 1e-3);
        assertEquals(50, picture[3 * (10 * SIDE + 45)], 1e-3);
    }

    @Test
    void aShadowDarkensAndCoversNothing() {
        layer.clear();
        Arrays.fill(picture, 100);
        layer.limb(new float[] {30, 48, 0}, new float[] {60, 48, 0}, 10, 10, WHITE, new float[3]);
        double before = covered();
        layer.castShadow(picture, 0.5f, 0, 0, 1);
        assertEquals(50, picture[3 * (48 * SIDE + 45)], 1e-3);
        assertEquals(100, picture[3 * (10 * SIDE + 45)], 1e-3);
        assertEquals(before, covered());
    }
}
