package com.eyewearml.client.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.gltf.GltfMaterial.Transmission;
import com.eyewearml.gltf.TextureSlot;
import com.eyewearml.gltf.TextureUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MaterialBlockTest {
    private static final Pattern MEMBER = Pattern.compile("^ +(float|vec2|vec3|vec4) (\\w+)(\\[.*])?;", Pattern.MULTILINE);
    private static final Map<String, Integer> SIZES = Map.of("float", 1, "vec2", 2, "vec3", 3, "vec4", 4);

    @Test
    void putsEveryMemberWhereTheShadersReadIt() throws IOException {
        Map<String, Integer> offsets = offsets();
        GltfMaterial material = GltfMaterial.opaque("m", new float[] {0.1f, 0.2f, 0.3f, 0.4f}, 0.5f, 0.6f)
                .withTransmission(new Transmission(0.7f, 0.002f, new float[] {0.9f, 0.8f, 0.7f}, 0.004f), 1.6f)
                .withTextures(Map.of(TextureSlot.BASE_COLOUR, TextureUse.of(0),
                        TextureSlot.NORMAL, new TextureUse(1, 0, 0.25f, new float[] {2, 3, 4, 5, 6, 7})));
        float[] block = new float[MaterialBlock.FLOATS + 1];
        MaterialBlock.write(material, MaterialMaps.of(material), block, 1);
        assertEquals(0.3f, at(block, offsets, "baseColor", 2));
        assertEquals(0.5f, at(block, offsets, "metallic", 0));
        assertEquals(0.6f, at(block, offsets, "roughness", 0));
        assertEquals(0.7f, at(block, offsets, "transmission", 0));
        assertEquals(2, at(block, offsets, "thicknessMm", 0), 1e-6);
        assertEquals(1.6f, at(block, offsets, "ior", 0));
        assertEquals(0.25f, at(block, offsets, "normalScale", 0));
        assertEquals(Math.pow(0.6 / 2.6, 2), at(block, offsets, "dielectricF0", 1), 1e-6);
        assertEquals(Math.sqrt(0.8), at(block, offsets, "slabTint", 1), 1e-6, "half the attenuation distance");
        int normalMap = 1 + offsets.get("mapTransforms") + 8;
        assertArrayEquals(new float[] {2, 3, 4, 0, 5, 6, 7, 0}, Arrays.copyOfRange(block, normalMap, normalMap + 8));
        assertEquals(MaterialBlock.FLOATS, offsets.get("mapTransforms") + 8 * MaterialMaps.MAX_MAPS);
    }

    @Test
    void theShadersHaveRoomForAsManyMaps() throws IOException {
        String line = shader().lines().filter(l -> l.contains("MAX_MAPS =")).findFirst().orElseThrow();
        assertEquals("const int MAX_MAPS = " + MaterialMaps.MAX_MAPS + ";", line);
        assertEquals(List.of(), MaterialMaps.NONE.slots());
    }

    private static float at(float[] block, Map<String, Integer> offsets, String member, int component) {
        return block[1 + offsets.get(member) + component];
    }

    /** OpenGL ES 3.0, 2.12.6.4: members begin at multiples of their size, three components counting as four, arrays at those of four. */
    private static Map<String, Integer> offsets() throws IOException {
        Map<String, Integer> offsets = new HashMap<>();
        Matcher member = MEMBER.matcher(shader());
        int at = 0;
        while (member.find()) {
            int size = SIZES.get(member.group(1));
            int alignment = size == 3 ? 4 : size;
            at = (at + alignment - 1) / alignment * alignment;
            offsets.put(member.group(2), at);
            at += size;
        }
        return offsets;
    }

    private static String shader() throws IOException {
        return Files.readString(Path.of("src/main/glsl/material.glsl"));
    }
}
