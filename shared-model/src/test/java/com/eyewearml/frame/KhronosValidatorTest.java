package com.eyewearml.frame;

import com.eyewearml.frame.build.FrameGenerator;
import com.eyewearml.gltf.KhronosValidator;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the generator writes is valid glTF. */
class KhronosValidatorTest {
    @Test
    void demoFramesAreValid() throws Exception {
        Map<String, byte[]> files = new TreeMap<>();
        for (DemoFrame frame : DemoCatalogue.frames()) {
            for (DemoVariant variant : frame.variants()) {
                files.put(variant.sku(), FrameGlb.write(FrameGenerator.generate(frame.spec(variant))));
            }
        }
        KhronosValidator.assertValid(files);
    }
}
