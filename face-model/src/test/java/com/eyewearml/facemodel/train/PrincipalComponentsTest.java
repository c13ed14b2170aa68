package com.eyewearml.facemodel.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {
    /** Data spread along known orthogonal directions: components, deviations and mean have a closed form. */
    @Test
    void findsKnownDirectionsInOrderOfTheirSpread() {
        double[][] directions = {{0.6, 0.8, 0, 0}, {-0.8, 0.6, 0, 0}, {0, 0, 0, 1}};
        double[] spread = {5, 2, 0.5};
        float[] mean = {10, -3, 7, 0};
        Random random = new Random(3);
        float[][] rows = new float[4000][4];
        for (float[] row : rows) {
            for (int i = 0; i < 4; i++) {
                row[i] = mean[i];
            }
            for (int k = 0; k < 3; k++) {
                double c = spread[k] * random.nextGaussian();
                for (int i = 0; i < 4; i++) {
                    row[i] += (float) (c * directions[k][i]);
                }
            }
        }
        PrincipalComponents pca = PrincipalComponents.of(rows, 3);
        assertArrayEquals(mean, pca.mean(), 0.25f);
        for (int k = 0; k < 3; k++) {
            assertEquals(spread[k], pca.deviations()[k], 0.05 * spread[k], "deviation " + k);
            double dot = 0;
            for (int i = 0; i < 4; i++) {
                dot += directions[k][i] * pca.components()[k][i];
            }
            assertEquals(1, Math.abs(dot), 0.01, "direction " + k);
        }
    }
}
