package com.eyewearml.client.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ciede2000Test {
    /** Pairs of table 1 of Sharma, Wu and Dalal 2005. */
    @ParameterizedTest
    @CsvSource({
        "50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425",
        "50, 3.1571, -77.2803, 50, 0, -82.7485, 2.8615",
        "50, 2.8361, -74.0200, 50, 0, -82.7485, 3.4412",
        "50, -1.3802, -84.2814, 50, 0, -82.7485, 1.0000",
        "50, 0, 0, 50, -1, 2, 2.3669",
        "50, 2.4900, -0.0010, 50, -2.4900, 0.0009, 7.1792",
        "50, 2.4900, -0.0010, 50, -2.4900, 0.0011, 7.2195",
        "50, -0.0010, 2.4900, 50, 0.0009, -2.4900, 4.8045",
        "50, 2.5, 0, 50, 0, -2.5, 4.3065",
        "50, 2.5, 0, 73, 25, -18, 27.1492",
        "50, 2.5, 0, 58, 24, 15, 19.4535",
        "60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644",
        "22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619, 2.0373",
        "90.8027, -2.0831, 1.4410, 91.1528, -1.6435, 0.0447, 1.4441",
        "2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082"})
    void agreesWithThePublishedPairs(double l1, double a1, double b1, double l2, double a2, double b2, double expected) {
        assertEquals(expected, Ciede2000.ofLab(new double[] {l1, a1, b1}, new double[] {l2, a2, b2}), 1e-4);
        assertEquals(expected, Ciede2000.ofLab(new double[] {l2, a2, b2}, new double[] {l1, a1, b1}), 1e-4);
    }

    @Test
    void whiteAndBlackAreTheEndsOfLightness() {
        assertArrayEquals(new double[] {100, 0, 0}, Ciede2000.lab(0xffffff), 0.02);
        assertArrayEquals(new double[] {0, 0, 0}, Ciede2000.lab(0), 1e-9);
    }
}
