package com.eyewearml.facemodel.worn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.frame.DemoCatalogue;
import com.eyewearml.frame.DemoFrame;
import com.eyewearml.frame.FrameSpec;
import com.eyewearml.frame.build.FrameGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WornFramesTest {
    private static final float CELL_MM = 1.2f;

    /** The thinnest frame of the catalogue is the hardest to reduce. */
    private static FrameSpec wire() {
        DemoFrame frame = DemoCatalogue.frames().get(1);
        return new FrameSpec(frame.shape(), frame.rimType(), frame.bridge(), frame.dimensions(), frame.baseCurveDioptres(),
                frame.variants().getFirst().finish(), frame.variants().getFirst().lens());
    }

    @Test
    void reducedFramesKeepTheirSize() {
        FrameSpec spec = wire();
        WornFrame worn = Wearing.of(FrameGenerator.generate(spec));
        float widest = 0, farthest = 0;
        for (int i = 0; i < worn.body().positionsMm().length; i += 3) {
            widest = Math.max(widest, Math.abs(worn.body().positionsMm()[i]));
            farthest = Math.min(farthest, worn.body().positionsMm()[i + 2]);
        }
        assertEquals(spec.dimensions().totalWidthMm(), 2 * widest, 2 * CELL_MM + 2);
        assertTrue(farthest < -80, "temples end at " + farthest);
        float lensEdge = 0;
        for (int i = 0; i < worn.lenses().positionsMm().length; i += 3) {
            lensEdge = Math.max(lensEdge, Math.abs(worn.lenses().positionsMm()[i]));
        }
        assertEquals(spec.dimensions().boxCentreMm() + spec.dimensions().lensWidthMm() / 2, lensEdge, 4);
        assertTrue(worn.body().triangles().length / 3 < 8000, worn.body().triangles().length / 3 + " triangles");
    }

    @Test
    void everyRandomSpecificationCanBeMade() {
        RandomSpecs specs = new RandomSpecs(new Random(1));
        for (int i = 0; i < 3000; i++) {
            specs.next();
        }
    }

    @Test
    void framesComeBackFromTheirFile(@TempDir Path folder) throws IOException {
        WornFrame worn = Wearing.of(FrameGenerator.generate(wire()));
        Path file = folder.resolve("deeper/frames.bin");
        WornFrameFile.write(file, List.of(worn, worn));
        List<WornFrame> back = WornFrameFile.read(file);
        assertEquals(2, back.size());
        assertArrayEquals(worn.body().looks(), back.get(1).body().looks());
        assertArrayEquals(worn.lenses().triangles(), back.get(1).lenses().triangles());
        assertEquals(worn.hingeZMm(), back.get(1).hingeZMm());
        try (var files = Files.list(file.getParent())) {
            assertEquals(1, files.count(), "nothing half-written is left");
        }
    }

    @Test
    void anotherFileIsRefusedWithAdvice(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("frames.bin"), new byte[64]);
        IOException refused = assertThrows(IOException.class, () -> WornFrameFile.read(file));
        assertTrue(refused.getMessage().contains("delete it"), refused.getMessage());
    }
}
