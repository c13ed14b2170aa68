package com.eyewearml.face.pose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Against the closed form of the steady state, Kalata 1984, "The tracking index": with λ = σ_a T² / σ_n,
 * r = (4 + λ − √(8 λ + λ²)) / 4, α = 1 − r², β = 2 (2 − α) − 4 √(1 − α).
 */
class ConstantVelocityTest {
    private static final double T = 1 / 30.0;
    private static final double NOISE = 0.3;

    private double value;
    private double[] innovation = new double[1];

    private void step(ConstantVelocity filter, double measured) {
        value += T * filter.velocity(0);
        innovation[0] = measured - value;
        filter.correct(T, innovation, NOISE);
        value += filter.correction(0);
    }

    private ConstantVelocity settled(double acceleration) {
        ConstantVelocity filter = new ConstantVelocity(1, acceleration, 0);
        filter.start(NOISE, 10);
        for (int i = 0; i < 3000; i++) {
            step(filter, 0);
        }
        return filter;
    }

    private static double alpha(double acceleration) {
        double index = acceleration * T * T / NOISE;
        double r = (4 + index - Math.sqrt(8 * index + index * index)) / 4;
        return 1 - r * r;
    }

    private static double beta(double alpha) {
        return 2 * (2 - alpha) - 4 * Math.sqrt(1 - alpha);
    }

    @ParameterizedTest
    @ValueSource(doubles = {20, 60, 300, 2000})
    void stepResponseIsTheAlphaBetaFiltersOwn(double acceleration) {
        ConstantVelocity filter = settled(acceleration);
        double alpha = alpha(acceleration);
        double beta = beta(alpha);
        double x = 0;
        double v = 0;
        double height = NOISE / 2;
        for (int i = 0; i < 60; i++) {
            step(filter, height);
            x += T * v;
            double residual = height - x;
            x += alpha * residual;
            v += beta / T * residual;
            assertEquals(x, value, 1e-6 * height);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {60, 300})
    void aRampHasNoLagAndAnAccelerationTheKnownOne(double acceleration) {
        double alpha = alpha(acceleration);
        double truth = 0;
        for (double accelerated : new double[] {0, acceleration / 10}) {
            ConstantVelocity filter = settled(acceleration);
            for (int i = 1; i < 2000; i++) {
                truth = i * T + accelerated * i * i * T * T / 2;
                step(filter, truth);
            }
            assertEquals((1 - alpha) / beta(alpha) * accelerated * T * T, truth - value, 1e-6 * truth);
            value = 0;
        }
    }

    @Test
    void noiseAtRestShrinksAsTheGainsSay() {
        double acceleration = 60;
        double alpha = alpha(acceleration);
        double beta = beta(alpha);
        ConstantVelocity filter = settled(acceleration);
        Random random = new Random(1);
        double sum = 0;
        int count = 100_000;
        for (int i = 0; i < count; i++) {
            step(filter, NOISE * random.nextGaussian());
            sum += value * value;
        }
        double ratio = (2 * alpha * alpha + beta * (2 - 3 * alpha)) / (alpha * (4 - 2 * alpha - beta));
        assertEquals(Math.sqrt(ratio) * NOISE, Math.sqrt(sum / count), 0.02 * NOISE);
    }

    @Test
    void theComponentsOfAVectorAreFilteredAlike() {
        ConstantVelocity vector = new ConstantVelocity(3, 100, 2);
        vector.start(NOISE, 10);
        double[] values = new double[3];
        double[] innovations = new double[3];
        Random random = new Random(2);
        for (int i = 0; i < 200; i++) {
            double measured = Math.sin(i / 9.0) + 0.1 * random.nextGaussian();
            for (int k = 0; k < 3; k++) {
                values[k] += T * vector.velocity(k);
                innovations[k] = (k - 1) * measured - values[k];
            }
            vector.correct(T, innovations, NOISE);
            for (int k = 0; k < 3; k++) {
                values[k] += vector.correction(k);
            }
            assertEquals(0, values[1], 0);
            assertEquals(-values[0], values[2], 1e-12);
        }
    }
}
