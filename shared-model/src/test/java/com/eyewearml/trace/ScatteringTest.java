package com.eyewearml.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.gltf.GltfMaterial.Clearcoat;
import com.eyewearml.gltf.GltfMaterial.Iridescence;
import com.eyewearml.light.Studio;
import java.util.SplittableRandom;
import org.joml.Matrix3d;
import org.joml.Vector3d;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScatteringTest {
    private static final int SAMPLES = 200_000;

    private final SplittableRandom random = new SplittableRandom(3);

    private Vector3d upwards() {
        double z = random.nextDouble();
        double phi = 2 * Math.PI * random.nextDouble();
        double r = Math.sqrt(1 - z * z);
        return new Vector3d(r * Math.cos(phi), r * Math.sin(phi), z);
    }

    private static SurfacePoint point(GltfMaterial material) {
        Vector3d up = new Vector3d(0, 0, 1);
        return new SurfacePoint(new Vector3d(), up, up, up, Rgb.WHITE, material);
    }

    private static Reflection reflection(GltfMaterial material, Vector3d wo) {
        return new Reflection(point(material), wo, new Vector3d(0, 0, 1));
    }

    private static GltfMaterial lacquer() {
        return GltfMaterial.opaque("lacquer", new float[] {0.7f, 0.3f, 0.1f, 1}, 0.4f, 0.35f).withClearcoat(new Clearcoat(0.8f, 0.15f));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.4, 0.6, 1})
    void projectedMicrofacetsFillTheSurface(double roughness) {
        Ggx ggx = Ggx.ofRoughness(roughness);
        double sum = 0;
        for (int i = 0; i < SAMPLES; i++) {
            Vector3d h = upwards();
            sum += ggx.distribution(h) * h.z * 2 * Math.PI / SAMPLES;
        }
        assertEquals(1, sum, 0.03);
    }

    /** Heitz 2014, eq. 22: microfacets seen from anywhere reflect, as mirrors without shadowing, all of one unit of light. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.6, 1})
    void reflectionDensityIntegratesToOneOverAllDirections(double roughness) {
        Ggx ggx = Ggx.ofRoughness(roughness);
        Vector3d wo = new Vector3d(0.6, 0, 0.8);
        double sum = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double z = 2 * random.nextDouble() - 1;
            double phi = 2 * Math.PI * random.nextDouble();
            Vector3d wi = new Vector3d(Math.sqrt(1 - z * z) * Math.cos(phi), Math.sqrt(1 - z * z) * Math.sin(phi), z);
            if (new Vector3d(wo).add(wi).z > 0) {
                sum += ggx.reflectionPdf(wo, wi) * 4 * Math.PI / SAMPLES;
            }
        }
        assertEquals(1, sum, 0.03);
    }

    @Test
    void uncoatedSurfacesScatterTheSameBothWays() {
        GltfMaterial material = GltfMaterial.opaque("plastic", new float[] {0.7f, 0.3f, 0.1f, 1}, 0.4f, 0.35f);
        for (int i = 0; i < 200; i++) {
            Vector3d a = upwards();
            Vector3d b = upwards();
            if (Math.min(a.z, b.z) > 0.05) {
                double there = reflection(material, a).evaluate(b).g() / b.z;
                double back = reflection(material, b).evaluate(a).g() / a.z;
                assertEquals(1, there / back, 1e-6);
            }
        }
    }

    /** Drawing directions by chance and integrating over all of them find the same light. */
    @Test
    void samplesAreDrawnWithTheDensityTheyState() {
        Reflection reflection = new Reflection(point(lacquer()), new Vector3d(0.5, 0, Math.sqrt(0.75)), new Vector3d(0.2, -0.1, Math.sqrt(0.95)));
        double byChance = 0;
        double everywhere = 0;
        for (int i = 0; i < SAMPLES; i++) {
            Vector3d drawn = reflection.sample(random);
            double pdf = reflection.pdf(drawn);
            byChance += pdf > 0 ? reflection.evaluate(drawn).r() / pdf / SAMPLES : 0;
            Vector3d any = random.nextBoolean() ? upwards() : upwards().negate();
            everywhere += reflection.evaluate(any).r() * 4 * Math.PI / SAMPLES;
        }
        assertEquals(everywhere, byChance, 0.02);
    }

    @Test
    void environmentsAreSampledWithTheDensityTheyState() {
        EnvironmentLight light = new EnvironmentLight(new Studio(), new Matrix3d().rotateXYZ(0.3, 1.1, -0.2), 1);
        double solidAngle = 0;
        double brightest = 0;
        for (int i = 0; i < SAMPLES; i++) {
            Vector3d direction = light.sample(random);
            assertEquals(1, direction.length(), 1e-9);
            solidAngle += 1 / light.pdf(direction) / SAMPLES;
            brightest += light.from(direction).luminance() / SAMPLES;
        }
        assertEquals(4 * Math.PI, solidAngle, 0.2);
        assertTrue(brightest > 3, "lamps are drawn most: mean radiance " + brightest);
    }

    @Test
    void snellBendsAndTotalReflectionTurnsBack() {
        for (int i = 0; i < 200; i++) {
            Vector3d down = upwards().negate();
            Vector3d bent = Refraction.bend(down, new Vector3d(0, 0, 1), 1.5);
            assertEquals(1, bent.length(), 1e-9);
            assertEquals(Math.hypot(down.x, down.y) / 1.5, Math.hypot(bent.x, bent.y), 1e-9);
            assertEquals(0, down.x * bent.y - down.y * bent.x, 1e-9);
        }
        Vector3d grazing = new Vector3d(0.9, 0, -Math.sqrt(1 - 0.81));
        assertEquals(new Vector3d(0.9, 0, Math.sqrt(1 - 0.81)).distance(Refraction.bend(grazing, new Vector3d(0, 0, 1), 1 / 1.5)), 0, 1e-9);
    }

    @Test
    void dielectricsReflectAsFresnelSays() {
        assertEquals(0.04, Fresnel.dielectric(1, 1.5), 1e-12);
        assertEquals(0.04, Fresnel.dielectric(1, 1 / 1.5), 1e-12);
        // At Brewster's angle only light polarised across the plane is reflected, sin²(a − b) / 2 of all.
        double brewster = Math.atan(1.5);
        double beyond = Math.asin(Math.sin(brewster) / 1.5);
        assertEquals(Math.pow(Math.sin(brewster - beyond), 2) / 2, Fresnel.dielectric(Math.cos(brewster), 1.5), 1e-12);
        assertEquals(1, Fresnel.dielectric(0.2, 1 / 1.5));
    }

    @Test
    void filmsInterfere() {
        double substrate = 1.52;
        double bare = Math.pow((substrate - 1) / (substrate + 1), 2);
        assertEquals(bare, ThinFilm.monochromatic(1, 1.38, 0, substrate, 550), 1e-12);
        // A quarter of a wavelength: ((n0 ns − n²) / (n0 ns + n²))².
        double quarter = 550 / (4 * 1.38);
        assertEquals(Math.pow((substrate - 1.38 * 1.38) / (substrate + 1.38 * 1.38), 2),
                ThinFilm.monochromatic(1, 1.38, quarter, substrate, 550), 1e-12);
        assertEquals(bare, ThinFilm.monochromatic(1, 1.38, 2 * quarter, substrate, 550), 1e-12);
        Rgb none = ThinFilm.reflectance(1, 1.3, 0, new Rgb(0.04, 0.5, 0.2));
        assertEquals(0.5, none.g(), 1e-3);
    }

    @Test
    void mirrorCoatingsChangeColourWithTheAngle() {
        GltfMaterial mirror = GltfMaterial.opaque("mirror", new float[] {0.1f, 0.1f, 0.1f, 1}, 0, 0.3f)
                .withIridescence(new Iridescence(1, 1.8f, 300, 300));
        Rgb straight = reflection(mirror, new Vector3d(0, 0, 1)).evaluate(new Vector3d(0, 0, 1));
        Vector3d slant = new Vector3d(0.8, 0, 0.6);
        Rgb tilted = reflection(mirror, slant).evaluate(new Vector3d(-0.8, 0, 0.6));
        assertTrue(Math.abs(straight.r() / straight.b() - tilted.r() / tilted.b()) > 0.1, straight + " and " + tilted);
    }
}
