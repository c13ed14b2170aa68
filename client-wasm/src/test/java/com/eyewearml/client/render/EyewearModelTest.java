package com.eyewearml.client.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.frame.DemoCatalogue;
import com.eyewearml.frame.DemoFrame;
import com.eyewearml.frame.FrameGlb;
import com.eyewearml.frame.build.FrameGenerator;
import com.eyewearml.gltf.GlbFormatException;
import com.eyewearml.gltf.GlbReader;
import com.eyewearml.gltf.GltfMesh;
import com.eyewearml.gltf.GltfModel;
import com.eyewearml.gltf.GltfPrimitive;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EyewearModelTest {
    static Stream<DemoFrame> frames() {
        return DemoCatalogue.frames().stream();
    }

    @ParameterizedTest
    @MethodSource("frames")
    void drawsEveryMaterialOnceAndFrontBeforeTemples(DemoFrame frame) throws GlbFormatException {
        EyewearModel model = EyewearModel.of(gltf(frame));
        Set<List<Object>> kinds = new HashSet<>();
        int expectedIndex = 0;
        for (EyewearModel.Draw draw : model.draws()) {
            assertTrue(kinds.add(List.of(draw.looks(), draw.lens())), "a material is drawn twice");
            assertEquals(expectedIndex, draw.firstIndex());
            for (int i = 0; i < draw.indexCount(); i++) {
                EyewearPart part = part(model, draw.firstIndex() + i);
                assertEquals(i >= draw.frontCount(), part.isTemple());
                assertEquals(draw.lens(), part.isLens());
            }
            expectedIndex += draw.indexCount();
        }
        assertEquals(model.indices().length, expectedIndex);
    }

    @ParameterizedTest
    @MethodSource("frames")
    void keepsEveryTriangleOfEveryPart(DemoFrame frame) throws GlbFormatException {
        GltfModel gltf = gltf(frame);
        TreeMap<EyewearPart, Integer> expected = new TreeMap<>();
        TreeMap<EyewearPart, Integer> seen = new TreeMap<>();
        gltf.nodes().stream().filter(n -> n.mesh() >= 0).forEach(n -> {
            EyewearPart part = Stream.of(EyewearPart.values()).filter(p -> p.nodeName().equals(n.name())).findFirst().orElseThrow();
            gltf.meshes().get(n.mesh()).primitives().forEach(p -> expected.merge(part, p.indices().length, Integer::sum));
        });
        EyewearModel model = EyewearModel.of(gltf);
        for (int i = 0; i < model.indices().length; i++) {
            seen.merge(part(model, i), 1, Integer::sum);
        }
        assertEquals(expected, seen);
    }

    @Test
    void hasALookForEveryVariant() throws GlbFormatException {
        GltfModel plain = gltf(DemoCatalogue.frames().getFirst());
        int last = plain.materials().size() - 1;
        List<GltfMesh> meshes = plain.meshes().stream().map(mesh -> new GltfMesh(mesh.name(), mesh.primitives().stream()
                .map(p -> new GltfPrimitive(p.positionsM(), p.normals(), p.tangents(), p.uvs(), p.colours(), p.indices(), p.material(),
                        p.material() == 0 ? new int[] {last, 0} : new int[0])).toList())).toList();
        EyewearModel model = EyewearModel.of(new GltfModel(plain.nodes(), plain.roots(), meshes, plain.materials(), plain.textures(),
                plain.images(), List.of("plain", "fancy")));
        assertEquals(List.of("plain", "fancy"), model.variants());
        for (EyewearModel.Draw draw : model.draws()) {
            assertEquals(3, draw.looks().size());
            assertEquals(draw.looks().get(0), draw.looks().get(2));
            boolean changes = draw.looks().get(0).equals(plain.materials().getFirst());
            assertEquals(changes ? plain.materials().get(last) : draw.looks().get(0), draw.looks().get(1));
        }
    }

    private static GltfModel gltf(DemoFrame frame) throws GlbFormatException {
        return GlbReader.parse(FrameGlb.write(FrameGenerator.generate(frame.spec(frame.variants().getFirst()))));
    }

    private static EyewearPart part(EyewearModel model, int index) {
        return EyewearPart.values()[(int) model.vertices()[EyewearModel.FLOATS_PER_VERTEX * model.indices()[index] + 9]];
    }
}
