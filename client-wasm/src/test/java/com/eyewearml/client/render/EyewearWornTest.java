package com.eyewearml.client.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.fit.WornFrame;
import com.eyewearml.frame.DemoCatalogue;
import com.eyewearml.frame.DemoFrame;
import com.eyewearml.frame.FrameGlb;
import com.eyewearml.frame.FrameSpec;
import com.eyewearml.frame.build.FrameGenerator;
import com.eyewearml.gltf.GlbFormatException;
import com.eyewearml.gltf.GlbReader;
import org.junit.jupiter.api.Test;

/** What placing learns from the meshes of the demo frames. */
class EyewearWornTest {
    /** The generator bends temples from 47.5 mm before their end on, smoothly. */
    private static final double BENT_END_MM = 47.5;

    @Test
    void bridgesAndPadsLieBetweenTheLensesOnBothSidesAlike() throws GlbFormatException {
        for (DemoFrame frame : DemoCatalogue.frames()) {
            WornFrame worn = worn(frame.spec(frame.variants().getFirst()));
            float[] p = worn.contact().pointsMm();
            assertTrue(p.length >= 3 * 80, frame.slug() + ": points " + p.length / 3);
            double sum = 0;
            for (int i = 0; i < p.length; i += 3) {
                sum += p[i];
                assertTrue(Math.abs(p[i]) < worn.dblMm() / 2 + 4, frame.slug());
                assertTrue(p[i + 2] < 6 && p[i + 2] > -20, frame.slug() + ": z " + p[i + 2]);
            }
            assertEquals(0, sum / (p.length / 3), 0.3, frame.slug());
        }
    }

    @Test
    void bendsAreFoundWhereTheGeneratorMakesThem() throws GlbFormatException {
        for (DemoFrame frame : DemoCatalogue.frames()) {
            FrameSpec spec = frame.spec(frame.variants().getFirst());
            double begins = spec.dimensions().templeLengthMm() - BENT_END_MM;
            double found = worn(spec).temple().bendMm();
            assertTrue(found > begins - 6 && found < begins + 15, frame.slug() + ": begins at " + begins + ", found " + found);
        }
    }

    private static WornFrame worn(FrameSpec spec) throws GlbFormatException {
        return EyewearModel.of(GlbReader.parse(FrameGlb.write(FrameGenerator.generate(spec)))).worn();
    }
}
