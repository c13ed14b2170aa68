package com.eyewearml.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.Json;
import com.eyewearml.frame.build.FrameGenerator;
import com.eyewearml.gltf.GlbReader;
import com.eyewearml.gltf.GltfModel;
import com.eyewearml.lens.Coating;
import com.eyewearml.lens.Lens;
import com.eyewearml.lens.Prescription;
import com.eyewearml.lens.Tint;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LensExtrasTest {
    @Test
    void everyLensIsReadAsItWasWritten() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 300; i++) {
            Coating back = Coating.values()[random.nextInt(Coating.values().length)];
            Lens lens = new Lens(Tint.values()[random.nextInt(Tint.values().length)], maybe(random, 0.03), maybe(random, 0.03),
                    Coating.values()[random.nextInt(Coating.values().length)], back, random.nextBoolean(), maybe(random, 0),
                    random.nextBoolean() ? Prescription.PLANO : new Prescription(random.nextDouble(-20, 20), random.nextDouble(-20, 20)));
            assertEquals(lens, LensExtras.read(Json.parse(LensExtras.write(lens).toString()).asObject()));
        }
    }

    private static double maybe(SplittableRandom random, double least) {
        return random.nextBoolean() ? Double.NaN : random.nextDouble(least, 1);
    }

    @Test
    void everyDemoFileSaysItsLens() throws Exception {
        for (DemoFrame frame : DemoCatalogue.frames()) {
            for (DemoVariant variant : frame.variants()) {
                GltfModel model = GlbReader.parse(FrameGlb.write(FrameGenerator.generate(frame.spec(variant))));
                assertEquals(variant.lens().lens(), LensExtras.read(model.nodes().get(model.roots().getFirst()).extras()
                        .get(FrameGlb.EXTRAS).asObject().get(LensExtras.LENS).asObject()), variant.sku());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"tint\":\"RED\"}|tint of the lens is \"RED\", expected one of NONE, GREY",
        "{\"front\":3}|front of the lens is 3", "{\"polarised\":\"yes\"}|polarised", "{\"topTransmittance\":\"0.5\"}|topTransmittance",
        "{\"topTransmittance\":2}|topTransmittance is 2.0", "{\"rightSphereD\":-30}|rightSphereD is -30.0",
        "{\"photochromicActivation\":-1}|activation is -1.0"})
    void wrongFieldsAreNamed(String json, String said) {
        String message = assertThrows(IllegalArgumentException.class, () -> LensExtras.read(Json.parse(json).asObject())).getMessage();
        assertTrue(message.contains(said), message);
    }
}
