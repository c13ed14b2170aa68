package com.eyewearml.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.frame.build.FrameGenerator;
import com.eyewearml.gltf.GlbReader;
import com.eyewearml.gltf.GltfModel;
import com.eyewearml.gltf.GltfNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DemoCatalogueTest {
    private static final int MAX_GLB_BYTES = 300_000;

    static Stream<DemoFrame> frames() {
        return DemoCatalogue.frames().stream();
    }

    @Test
    void framesDiffer() {
        Set<String> slugs = new HashSet<>();
        Set<String> skus = new HashSet<>();
        Set<List<Object>> looks = new HashSet<>();
        for (DemoFrame frame : DemoCatalogue.frames()) {
            assertTrue(slugs.add(frame.slug()) && frame.slug().matches("[a-z]+(-[a-z]+)*"), frame.slug());
            assertTrue(looks.add(List.of(frame.shape(), frame.rimType(), frame.bridge())), frame.slug() + " looks like another");
            assertTrue(frame.priceMinor() > 0);
            frame.variants().forEach(variant -> assertTrue(skus.add(variant.sku()), variant.sku()));
        }
        assertTrue(slugs.size() >= 12);
        Set<FrameShape> shapes = new HashSet<>();
        frames().forEach(frame -> shapes.add(frame.shape()));
        assertEquals(Set.of(FrameShape.values()), shapes);
    }

    @ParameterizedTest
    @MethodSource("frames")
    void everyVariantIsASmallFileOfTheAgreedLayout(DemoFrame frame) throws Exception {
        for (DemoVariant variant : frame.variants()) {
            byte[] file = FrameGlb.write(FrameGenerator.generate(frame.spec(variant)));
            assertTrue(file.length <= MAX_GLB_BYTES, variant.sku() + " has " + file.length + " bytes");
            GltfModel model = GlbReader.parse(file);
            GltfNode root = model.nodes().get(model.roots().getFirst());
            assertEquals("frame", root.name());
            assertEquals(List.of("front", "lens_right", "lens_left", "temple_right", "temple_left"),
                    root.children().stream().map(child -> model.nodes().get(child).name()).toList());
            assertEquals(frame.dimensions().lensWidthMm(), root.extras().get(FrameGlb.EXTRAS).asObject().get("lensWidthMm").asDouble());
            GltfNode temple = model.nodes().get(root.children().get(4));
            assertTrue(temple.translationM()[0] > 0.05 && temple.translationM()[0] < 0.08);
            assertEquals(3, temple.extras().get(FrameGlb.EXTRAS).asObject().get("hingeAxis").asArray().size());
        }
    }
}
