package com.eyewearml.light;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EnvironmentPrefilterTest {
    /** Inside an evenly lit sphere every reflection is the same. */
    @Test
    void keepsAnEvenEnvironment() {
        EnvironmentMap map = EnvironmentPrefilter.filter((x, y, z, rgb) -> rgb[0] = rgb[1] = rgb[2] = 3);
        for (int texel = 0; texel < map.texels().length; texel++) {
            assertEquals(1, map.radiance(texel, 1), 0.005);
        }
        for (int i = 0; i < EnvironmentMap.SH_VALUES; i++) {
            assertEquals(i < 3 ? 1 : 0, map.irradianceSh()[i], 1e-3);
        }
    }

    /** Radiance a + b d·z gives irradiance over pi of a + 2/3 b n·z; cubic terms vanish. */
    @Test
    void integratesAGradientToItsClosedForm() {
        EnvironmentMap map = EnvironmentPrefilter.filter((x, y, z, rgb) -> rgb[0] = rgb[1] = rgb[2] = 2 + z + 0.5 * x * y);
        double facing = 2 + 2.0 / 3;
        assertEquals(2 / facing, map.irradianceSh()[1], 1e-3);
        assertEquals(2.0 / 3 / facing, map.irradianceSh()[3 * 2 + 1], 1e-3);
        assertEquals(0.25 * 0.5 / facing, map.irradianceSh()[3 * 4 + 1], 1e-3);
    }

    /** The roughest level against quadrature of the lobe: weight D(h) NoL with h halfway between normal and light. */
    @Test
    void integratesTheRoughestLobeLikeQuadrature() {
        EnvironmentMap map = EnvironmentPrefilter.filter((x, y, z, rgb) -> rgb[0] = rgb[1] = rgb[2] = 1.5 + z);
        double weighted = 0;
        double weights = 0;
        int steps = 20000;
        for (int i = 0; i < steps; i++) {
            double theta = Math.PI / 2 * (i + 0.5) / steps;
            double weight = Math.cos(theta) * Math.sin(theta) / Math.PI;
            weighted += weight * Math.cos(theta);
            weights += weight;
        }
        double meanCosine = weighted / weights;
        int last = EnvironmentMap.LEVELS - 1;
        int size = EnvironmentMap.FACE_SIZE >> last;
        int first = map.texels().length - 6 * size * size;
        double[] direction = new double[3];
        for (int i = 0; i < 6 * size * size; i++) {
            CubeMap.direction(i / (size * size), (i % size + 0.5) / size, (i / size % size + 0.5) / size, direction);
            double expected = (1.5 + meanCosine * direction[2]) / (1.5 + 2.0 / 3);
            assertEquals(expected, map.radiance(first + i, 0), 0.01);
        }
    }

    @Test
    void spreadsLevelsFromMirrorToMatt() {
        assertEquals(0, EnvironmentPrefilter.roughnessOfLevel(0));
        assertEquals(1, EnvironmentPrefilter.roughnessOfLevel(EnvironmentMap.LEVELS - 1));
        for (int level = 0; level < EnvironmentMap.LEVELS; level++) {
            double r = EnvironmentPrefilter.roughnessOfLevel(level);
            assertEquals(level, (EnvironmentMap.LEVELS - 1) * r * (2 - r), 1e-9, "what the shaders compute");
        }
    }
}
