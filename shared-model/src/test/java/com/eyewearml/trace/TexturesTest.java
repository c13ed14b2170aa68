package com.eyewearml.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.eclipsesource.json.JsonObject;
import com.eyewearml.gltf.GltfImage;
import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.gltf.GltfMaterial.Clearcoat;
import com.eyewearml.gltf.GltfMaterial.Specular;
import com.eyewearml.gltf.GltfMaterial.Transmission;
import com.eyewearml.gltf.GltfMesh;
import com.eyewearml.gltf.GltfModel;
import com.eyewearml.gltf.GltfNode;
import com.eyewearml.gltf.GltfPrimitive;
import com.eyewearml.gltf.GltfTexture;
import com.eyewearml.gltf.TextureSlot;
import com.eyewearml.gltf.TextureUse;
import com.eyewearml.light.Radiance;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.joml.Matrix3d;
import org.joml.Matrix4d;
import org.joml.Vector3d;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Textures on a square that faces the camera, u to the right, v down, against closed forms. */
class TexturesTest {
    private static final float[] WHITE = {1, 1, 1, 1};
    private static final float[] NONE = {0, 0, 0};
    private static final float HALF_M = 0.1f;
    private static final TextureUse FIRST = TextureUse.of(0);
    /** Red tells x of the direction, green y. */
    private static final Radiance COMPASS = (x, y, z, rgb) -> {
        rgb[0] = (float) (0.5 + 0.5 * x);
        rgb[1] = (float) (0.5 + 0.5 * y);
        rgb[2] = 1;
    };
    private static final Radiance WHITE_SKY = (x, y, z, rgb) -> rgb[0] = rgb[1] = rgb[2] = 1;

    private static byte[] png(int... rgb) {
        BufferedImage image = new BufferedImage(rgb.length, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, rgb.length, 1, rgb, 0, rgb.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to memory", e);
        }
        return out.toByteArray();
    }

    private static GltfModel square(GltfMaterial material, float[] tangents, int... texels) {
        float h = HALF_M;
        GltfPrimitive primitive = new GltfPrimitive(new float[] {-h, -h, 0, h, -h, 0, h, h, 0, -h, h, 0},
                new float[] {0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1}, tangents, new float[] {0, 1, 1, 1, 1, 0, 0, 0}, new float[0],
                new int[] {0, 1, 2, 0, 2, 3}, 0, new int[0]);
        return new GltfModel(List.of(GltfNode.translated("square", new float[3], 0, List.of(), new JsonObject())), List.of(0),
                List.of(new GltfMesh("square", List.of(primitive))), List.of(material),
                List.of(new GltfTexture(0, GltfTexture.Wrap.CLAMP_TO_EDGE, GltfTexture.Wrap.CLAMP_TO_EDGE)),
                List.of(new GltfImage("texels", "image/png", png(texels))), List.of());
    }

    /** Colour in the middle, of a square seen from far away. */
    private static float[] middle(GltfModel model, Radiance sky, float[] backdrop, int samples) {
        TraceScene scene = new TraceScene(model, sky, new Matrix3d(), 1, new Vector3d(0, 0, 1), NONE, backdrop,
                new Matrix4d().translation(0, 0, -4000), Math.toRadians(0.5));
        float[] rgb = ReferenceTracer.draw(scene, new TraceSettings(8, 8, samples, 8, true, 1)).rgb();
        float[] mean = new float[3];
        for (int i = 0; i < rgb.length; i++) {
            mean[i % 3] += rgb[i] / 64;
        }
        return mean;
    }

    private static int texel(Vector3d normal) {
        return level(normal.x) << 16 | level(normal.y) << 8 | level(normal.z);
    }

    private static int level(double component) {
        return (int) Math.round(255 * (0.5 + 0.5 * component));
    }

    /** A mirror whose normal is turned by a shows what is at 2a; y of the texture is up, with tangents of the file or without. */
    @ParameterizedTest
    @CsvSource({"0.2, 0, false", "0, 0.2, false", "-0.15, 0.1, true", "0.1, -0.25, true", "0, 0, true"})
    void normalsTurnMirrors(double x, double y, boolean tangents) {
        Vector3d normal = new Vector3d(x, y, Math.sqrt(1 - x * x - y * y));
        GltfMaterial mirror = GltfMaterial.opaque("mirror", WHITE, 1, 0).withTextures(Map.of(TextureSlot.NORMAL, FIRST));
        float[] given = tangents ? new float[] {1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1} : new float[0];
        float[] seen = middle(square(mirror, given, texel(normal)), COMPASS, NONE, 32);
        assertEquals(0.5 + normal.x * normal.z, seen[0], 0.006);
        assertEquals(0.5 + normal.y * normal.z, seen[1], 0.006);
        assertEquals(1, seen[2], 0.006);
    }

    @Test
    void tangentsOfTheFileGoBeforeThoseOfTheCoordinates() {
        GltfMaterial mirror = GltfMaterial.opaque("mirror", WHITE, 1, 0).withTextures(Map.of(TextureSlot.NORMAL, FIRST));
        float[] up = {0, 1, 0, -1, 0, 1, 0, -1, 0, 1, 0, -1, 0, 1, 0, -1};
        float[] seen = middle(square(mirror, up, texel(new Vector3d(0.2, 0, Math.sqrt(0.96)))), COMPASS, NONE, 32);
        assertEquals(0.5, seen[0], 0.006);
        assertEquals(0.5 + 0.2 * Math.sqrt(0.96), seen[1], 0.006);
    }

    /** The strength of a normal scales its x and y before it is made a unit vector. */
    @Test
    void normalsMayBeWeakened() {
        TextureUse half = new TextureUse(0, 0, 0.5f, FIRST.transform());
        GltfMaterial mirror = GltfMaterial.opaque("mirror", WHITE, 1, 0).withTextures(Map.of(TextureSlot.NORMAL, half));
        float[] seen = middle(square(mirror, new float[0], texel(new Vector3d(0.4, 0, Math.sqrt(0.84)))), COMPASS, NONE, 32);
        double angle = Math.atan2(0.2, Math.sqrt(0.84));
        assertEquals(0.5 + 0.5 * Math.sin(2 * angle), seen[0], 0.006);
    }

    /** A coat without a normal texture of its own is smooth: over black that is turned away it reflects 4 % of what is before it. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void coatsLieOverTheReliefOrFollowIt(boolean follows) {
        Vector3d normal = new Vector3d(0.3, 0, Math.sqrt(0.91));
        GltfMaterial lacquered = GltfMaterial.opaque("lacquered", new float[] {0, 0, 0, 1}, 0, 1)
                .withSpecular(new Specular(0, new float[] {1, 1, 1})).withClearcoat(new Clearcoat(1, 0))
                .withTextures(Map.of(TextureSlot.NORMAL, FIRST));
        if (follows) {
            lacquered = lacquered.withTextures(Map.of(TextureSlot.CLEARCOAT_NORMAL, FIRST));
        }
        float[] seen = middle(square(lacquered, new float[0], texel(normal)), COMPASS, NONE, 256);
        double reflectance = 0.04 + 0.96 * Math.pow(1 - (follows ? normal.z : 1), 5);
        assertEquals(reflectance * (0.5 + (follows ? normal.x * normal.z : 0)), seen[0], 0.0015);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.7})
    void whiteStaysWhiteUnderANormalMap(double roughness) {
        GltfMaterial white = GltfMaterial.opaque("white", WHITE, 1, (float) roughness).withTextures(Map.of(TextureSlot.NORMAL, FIRST));
        float[] seen = middle(square(white, new float[0], texel(new Vector3d(0.1, -0.1, Math.sqrt(0.98)))), WHITE_SKY, NONE, 400);
        assertEquals(1, seen[1], 0.02);
    }

    /** A texture of one texel is the same as its factors. */
    @Test
    void metalAndRoughnessAreInBlueAndGreen() {
        GltfMaterial factors = GltfMaterial.opaque("factors", new float[] {0.8f, 0.4f, 0.2f, 1}, 51 / 255f, 102 / 255f);
        GltfMaterial texture = GltfMaterial.opaque("texture", new float[] {0.8f, 0.4f, 0.2f, 1}, 1, 1)
                .withTextures(Map.of(TextureSlot.METALLIC_ROUGHNESS, FIRST));
        float[] expected = middle(square(factors, new float[0], 0xffffff), COMPASS, NONE, 64);
        float[] seen = middle(square(texture, new float[0], 0xff_66_33), COMPASS, NONE, 64);
        for (int c = 0; c < 3; c++) {
            assertEquals(expected[c], seen[c], 1e-5);
        }
    }

    @Test
    void transmissionIsInRed() {
        GltfMaterial glass = GltfMaterial.opaque("glass", WHITE, 0, 0)
                .withTransmission(new Transmission(1, 0, new float[] {1, 1, 1}, Float.POSITIVE_INFINITY), 1.5f)
                .withTextures(Map.of(TextureSlot.TRANSMISSION, FIRST));
        float[] seen = middle(square(glass, new float[0], 0x40_00_00), (x, y, z, rgb) -> rgb[0] = rgb[1] = rgb[2] = 0,
                new float[] {1, 1, 1}, 4000);
        assertEquals(0.96 * 0x40 / 255, seen[0], 0.006);
    }

    /** Where its thickness is 0 a body is a thin wall, which does not bend light. */
    @Test
    void bodiesWithoutThicknessAreThin() {
        GltfMaterial glass = GltfMaterial.opaque("glass", WHITE, 0, 0)
                .withTransmission(new Transmission(1, 0.002f, new float[] {0.1f, 0.1f, 0.1f}, 0.001f), 1.5f)
                .withTextures(Map.of(TextureSlot.THICKNESS, FIRST));
        float[] seen = middle(square(glass, new float[0], 0xff00ff), (x, y, z, rgb) -> rgb[0] = rgb[1] = rgb[2] = 0,
                new float[] {1, 1, 1}, 1000);
        assertEquals(0.96, seen[0], 0.01);
    }

    @Test
    void texturesMayBeMoved() {
        GltfMaterial moved = GltfMaterial.opaque("moved", WHITE, 0, 1).withSpecular(new Specular(0, new float[] {1, 1, 1}))
                .withTextures(Map.of(TextureSlot.BASE_COLOUR, new TextureUse(0, 0, 1, new float[] {0.001f, 0, 0.9f, 0, 1, 0})));
        float[] seen = middle(square(moved, new float[0], 0xff0000, 0x0000ff), WHITE_SKY, NONE, 64);
        assertEquals(0, seen[0], 1e-6);
        assertEquals(1, seen[2], 0.02);
    }
}
