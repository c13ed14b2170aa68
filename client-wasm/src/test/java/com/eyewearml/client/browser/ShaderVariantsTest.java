package com.eyewearml.client.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.client.browsertest.TestServer;
import com.eyewearml.client.render.EyewearModel;
import com.eyewearml.client.render.MaterialMaps;
import com.eyewearml.client.render.Shaders;
import com.eyewearml.client.render.SurfaceFeatures;
import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.gltf.GltfMaterial.Alpha;
import com.eyewearml.gltf.GltfMaterial.Clearcoat;
import com.eyewearml.gltf.GltfMaterial.Iridescence;
import com.eyewearml.gltf.GltfMaterial.Transmission;
import com.eyewearml.gltf.TextureSlot;
import com.eyewearml.gltf.TextureUse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Every combination of features makes a program that the graphics driver takes. */
@BrowserTest
class ShaderVariantsTest {
    private static final GltfMaterial PLAIN = GltfMaterial.opaque("plain", new float[] {1, 1, 1, 1}, 0, 0.5f);
    private static final int COMBINATIONS = 24;

    @Test
    void allCompileAndLink(Chromium chromium) throws IOException {
        List<String> variants = new ArrayList<>();
        for (TextureSlot slot : TextureSlot.values()) {
            variants.add(defines(everything().withTextures(Map.of(slot, TextureUse.of(0))), true));
        }
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < COMBINATIONS; i++) {
            variants.add(defines(combination(random), random.nextBoolean()));
        }
        try (TestServer server = TestServer.of(TestServer.engineFiles()); TestPage page = chromium.open(Camera.none(), server.url("/"))) {
            assertEquals(List.of(), page.evaluate(PageScripts.read("compile-shaders.js"), Map.of("variants", variants,
                    "vertex", Shaders.EYEWEAR_VERT, "fragments", List.of(Shaders.EYEWEAR_FRAG, Shaders.LENS_FRAG))));
        }
    }

    @Test
    void whatAMaterialLacksIsNotCompiled() {
        assertEquals("", defines(PLAIN, true));
        assertTrue(defines(PLAIN.withClearcoat(new Clearcoat(1, 0)), false).contains("CLEARCOAT"));
        assertEquals("", SurfaceFeatures.of(PLAIN.withTextures(Map.of(TextureSlot.NORMAL, TextureUse.of(0))),
                new EyewearModel.Draw(List.of(PLAIN), false, false, false, 0, 3, 3)).defines(), "no texture coordinates");
    }

    private static GltfMaterial everything() {
        return PLAIN.withTransmission(new Transmission(1, 0.002f, new float[] {0.9f, 0.8f, 0.7f}, 0.01f), 1.5f)
                .withClearcoat(new Clearcoat(1, 0.1f)).withIridescence(new Iridescence(1, 1.3f, 100, 400));
    }

    private static GltfMaterial combination(SplittableRandom random) {
        GltfMaterial material = PLAIN;
        if (random.nextBoolean()) {
            material = material.withTransmission(everything().transmission(), 1.5f);
        }
        if (random.nextBoolean()) {
            material = material.withClearcoat(new Clearcoat(1, 0.1f));
        }
        if (random.nextBoolean()) {
            material = material.withIridescence(everything().iridescence());
        }
        if (random.nextBoolean()) {
            material = material.withAlpha(random.nextBoolean() ? Alpha.BLEND : new Alpha(Alpha.Mode.MASK, 0.5f));
        }
        Map<TextureSlot, TextureUse> textures = new EnumMap<>(TextureSlot.class);
        int count = random.nextInt(MaterialMaps.MAX_MAPS + 1);
        while (textures.size() < count) {
            textures.put(TextureSlot.values()[random.nextInt(TextureSlot.values().length)], TextureUse.of(0));
        }
        return material.withTextures(textures);
    }

    private static String defines(GltfMaterial material, boolean tangents) {
        return SurfaceFeatures.of(material, new EyewearModel.Draw(List.of(material), false, true, tangents, 0, 3, 3)).defines();
    }
}
