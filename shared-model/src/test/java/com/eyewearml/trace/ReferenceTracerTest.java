package com.eyewearml.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.gltf.GltfMaterial.Specular;
import com.eyewearml.gltf.GltfMaterial.Transmission;
import com.eyewearml.gltf.GltfModel;
import com.eyewearml.light.Radiance;
import com.eyewearml.light.Studio;
import org.joml.Matrix3d;
import org.joml.Matrix4d;
import org.joml.Vector3d;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole pictures whose values are known in closed form. */
class ReferenceTracerTest {
    private static final Radiance WHITE_SKY = (x, y, z, rgb) -> rgb[0] = rgb[1] = rgb[2] = 1;
    private static final Radiance NIGHT = (x, y, z, rgb) -> rgb[0] = rgb[1] = rgb[2] = 0;
    private static final float[] WHITE = {1, 1, 1, 1};
    private static final float[] NONE = {0, 0, 0};

    private static TraceScene scene(GltfModel model, Radiance sky, float[] lamp, float[] backdrop) {
        return new TraceScene(model, sky, new Matrix3d(), 1, new Vector3d(0, 0, 1), lamp, backdrop,
                new Matrix4d().translation(0, 0, -400), Math.toRadians(10));
    }

    private static TracedPicture draw(TraceScene scene, int samples) {
        return ReferenceTracer.draw(scene, new TraceSettings(16, 16, samples, 64, true, 1));
    }

    /** Mean of a channel over pixels that the model fills. */
    private static double mean(TracedPicture picture, int channel) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < picture.coverage().length; i++) {
            if (picture.coverage()[i] == 1) {
                sum += picture.rgb()[3 * i + channel];
                count++;
            }
        }
        return sum / count;
    }

    @ParameterizedTest
    @CsvSource({"1, 0.1", "1, 0.4", "1, 0.7", "1, 1", "0, 0.1", "0, 0.5", "0, 1"})
    void whiteThingsVanishInAWhiteFurnace(float metallic, float roughness) {
        GltfModel sphere = Shapes.sphere(30, GltfMaterial.opaque("white", WHITE, metallic, roughness));
        assertEquals(1, mean(draw(scene(sphere, WHITE_SKY, NONE, new float[] {1, 1, 1}), 400), 1), 0.006);
    }

    @Test
    void mattSurfacesReflectTheirColour() {
        GltfMaterial matt = GltfMaterial.opaque("matt", new float[] {0.2f, 0.5f, 0.8f, 1}, 0, 1).withSpecular(new Specular(0, new float[] {1, 1, 1}));
        TracedPicture picture = draw(scene(Shapes.sphere(30, matt), WHITE_SKY, NONE, NONE), 200);
        assertEquals(0.2, mean(picture, 0), 0.003);
        assertEquals(0.5, mean(picture, 1), 0.006);
        assertEquals(0.8, mean(picture, 2), 0.009);
    }

    /** Lambert's law: the mean cosine over the disc of a sphere lit from the camera is 2/3. */
    @Test
    void aLampShinesByTheCosine() {
        GltfMaterial matt = GltfMaterial.opaque("matt", WHITE, 0, 1).withSpecular(new Specular(0, new float[] {1, 1, 1}));
        TraceScene scene = new TraceScene(Shapes.sphere(30, matt), NIGHT, new Matrix3d(), 1, new Vector3d(0, 0, 1), new float[] {1, 1, 1},
                NONE, new Matrix4d().translation(0, 0, -40_000), Math.toRadians(0.1));
        TracedPicture picture = ReferenceTracer.draw(scene, new TraceSettings(64, 64, 64, 1, true, 1));
        double sum = 0;
        double covered = 0;
        for (int i = 0; i < picture.coverage().length; i++) {
            sum += picture.rgb()[3 * i];
            covered += picture.coverage()[i];
        }
        assertEquals(2 / 3.0, sum / covered, 0.005);
    }

    /** Light that is turned back within the sheet leaves towards the night; what comes straight through is (1 − R)². */
    @Test
    void aClearSheetLetsThroughWhatFresnelLeaves() {
        GltfMaterial glass = GltfMaterial.opaque("glass", WHITE, 0, 0)
                .withTransmission(new Transmission(1, 0.002f, new float[] {1, 1, 1}, Float.POSITIVE_INFINITY), 1.5f);
        TracedPicture picture = draw(scene(Shapes.sheet(200, 2, glass), NIGHT, NONE, new float[] {1, 1, 1}), 400);
        assertEquals(0.96 * 0.96, mean(picture, 0), 0.01);
    }

    @Test
    void aTintedSheetAbsorbsByBeerAndLambert() {
        float[] left = {0.8f, 0.4f, 0.1f};
        GltfMaterial glass = GltfMaterial.opaque("glass", WHITE, 0, 0).withTransmission(new Transmission(1, 0.002f, left, 0.001f), 1.5f);
        TracedPicture picture = draw(scene(Shapes.sheet(200, 2, glass), NIGHT, NONE, new float[] {1, 1, 1}), 400);
        for (int channel = 0; channel < 3; channel++) {
            assertEquals(0.96 * 0.96 * left[channel] * left[channel], mean(picture, channel), 0.008);
        }
    }

    @Test
    void aThinWallIsOneBoundary() {
        GltfMaterial glass = GltfMaterial.opaque("glass", new float[] {0.5f, 0.5f, 0.5f, 1}, 0, 0)
                .withTransmission(new Transmission(1, 0, new float[] {1, 1, 1}, Float.POSITIVE_INFINITY), 1.5f);
        TracedPicture picture = draw(scene(Shapes.sheet(200, 2, glass), NIGHT, NONE, new float[] {1, 1, 1}), 400);
        assertEquals(0.96 * 0.5, mean(picture, 0), 0.01);
    }

    @Test
    void bodiesHideLightFromThemselves() {
        GltfMaterial matt = GltfMaterial.opaque("matt", WHITE, 0, 1).withSpecular(new Specular(0, new float[] {1, 1, 1}));
        Radiance fromBehind = (x, y, z, rgb) -> rgb[0] = rgb[1] = rgb[2] = z < 0 ? 1 : 0;
        TracedPicture picture = draw(scene(Shapes.sheet(200, 2, matt), fromBehind, NONE, NONE), 50);
        assertEquals(0, mean(picture, 0), 1e-6);
    }

    @Test
    void sameSeedSamePicture() {
        GltfModel sphere = Shapes.sphere(30, GltfMaterial.opaque("grey", new float[] {0.5f, 0.5f, 0.5f, 1}, 0, 0.5f));
        TraceScene scene = scene(sphere, new Studio(), NONE, NONE);
        assertArrayEquals(draw(scene, 8).rgb(), draw(scene, 8).rgb());
    }
}
