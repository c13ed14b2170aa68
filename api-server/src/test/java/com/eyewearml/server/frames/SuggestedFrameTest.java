package com.eyewearml.server.frames;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.frame.FrameMaterial;
import com.eyewearml.frame.FrameShape;
import com.eyewearml.frame.FrameSpec;
import com.eyewearml.frame.LensOptions;
import com.eyewearml.frame.RimType;
import com.eyewearml.frame.build.FrameGenerator;
import com.eyewearml.server.products.DimensionText;
import com.eyewearml.server.products.FrameSize;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestedFrameTest {
    private static FrameSpec suggest(String title) {
        return SuggestedFrame.of(List.of(title), DimensionText.read(title)).spec();
    }

    @ParameterizedTest
    @CsvSource({
        "Round gold metal eyeglasses 48□21-145, ROUND, FULL, METAL_GOLD, false",
        "Sonnenbrille Pilot Edelstahl silber, AVIATOR, FULL, METAL_SILVER, true",
        "Lunettes de soleil œil de chat écaille acétate, CAT_EYE, FULL, ACETATE_HAVANA, true",
        "Gafas de sol cuadradas negras, SQUARE, FULL, ACETATE_BLACK, true",
        "Occhiali da vista rettangolari in acetato blu, RECTANGLE, FULL, ACETATE_NAVY, false",
        "Randlose Brille titan, PANTO, RIMLESS, TITANIUM, false",
        "Semi-rimless rectangular gunmetal frame, RECTANGLE, SEMI_RIMLESS, METAL_GUNMETAL, false",
        "Browline glasses black/gold, BROW, BROWLINE, ACETATE_BLACK, false",
        "Pantobrille Kunststoff grün, PANTO, FULL, ACETATE_OLIVE, false",
        "Bril rond goud metaal, ROUND, FULL, METAL_GOLD, false",
        "Hexagonal wire frame rose gold, HEXAGON, FULL, METAL_ROSE_GOLD, false",
        "Wooden wayfarer sunglasses walnut, TRAPEZOID, FULL, WALNUT, true",
        "Lena, PANTO, FULL, ACETATE_BLACK, false",
        "Okulary przeciwsłoneczne okrągłe czarne, ROUND, FULL, ACETATE_BLACK, true"})
    void readsWhatShopsWrite(String title, FrameShape shape, RimType rim, FrameMaterial front, boolean sun) {
        FrameSpec spec = suggest(title);
        assertEquals(List.of(shape, rim, front, sun), List.of(spec.shape(), spec.rimType(), spec.finish().front(), spec.lens().sun()));
    }

    @Test
    void takesDimensionsFromTheTextsAndSaysWhatItAssumed() {
        SuggestedFrame suggested = SuggestedFrame.of(List.of("Round frame 47□23-150"), DimensionText.read("47□23-150"));
        assertEquals(47, suggested.spec().dimensions().lensWidthMm());
        assertEquals(23, suggested.spec().dimensions().dblMm());
        assertEquals(150, suggested.spec().dimensions().templeLengthMm());
        assertEquals(47, suggested.spec().dimensions().lensHeightMm(), "a circle is as high as wide");
        assertTrue(suggested.reasons().contains("Shape: round, from “round”"), suggested.reasons().toString());
        assertTrue(suggested.reasons().contains("Lens width: 47 mm, from the product's texts"), suggested.reasons().toString());
        assertTrue(suggested.reasons().contains("Lens height: 47 mm, assumed"), suggested.reasons().toString());
    }

    @Test
    void readsLenses() {
        assertEquals(LensOptions.Coating.MIRROR_BLUE, suggest("Sunglasses blue mirror").lens().coating());
        assertTrue(suggest("Polarised sunglasses").lens().polarised());
        LensOptions gradient = suggest("Sonnenbrille mit Verlaufsgläsern").lens();
        assertTrue(gradient.bottomTransmittance() > gradient.topTransmittance());
        assertEquals(LensOptions.Tint.GREY, suggest("Brown tortoise sunglasses").lens().tint(), "brown is the frame's");
    }

    @Test
    void colourWordsOfVariantsTakeTheFramesMaterial() {
        FrameSpec metal = suggest("Round metal frame gold");
        assertEquals(FrameMaterial.METAL_BLACK, SuggestedFrame.coloured(metal, "Black / 48", "", "").orElseThrow().finish().front());
        FrameSpec acetate = suggest("Round acetate frame black");
        assertEquals(FrameMaterial.ACETATE_BLACK, SuggestedFrame.coloured(acetate, "Schwarz", "", "").orElseThrow().finish().front());
        assertTrue(SuggestedFrame.coloured(acetate, "48-21", "", "").isEmpty());
    }

    /** Whatever shops write, what is suggested can be built. */
    @Test
    void everySuggestionIsAFrame() {
        Random random = new Random(7);
        List<String> words = List.of("round", "aviator", "rimless", "semi-rimless", "browline", "metal", "acetate", "gold", "black", "crystal",
                "sunglasses", "mirror", "gradient", "polarised", "cat eye", "titan", "wood", "hexagonal", "butterfly", "oval", "panto", "horn");
        for (int i = 0; i < 400; i++) {
            List<String> title = new ArrayList<>();
            for (int n = 0; n < 5; n++) {
                title.add(words.get(random.nextInt(words.size())));
            }
            FrameSize size = new FrameSize(some(random, 30, 80), some(random, 15, 75), some(random, 5, 35), some(random, 90, 180));
            FrameSpec spec = SuggestedFrame.of(List.of(String.join(" ", title)), size).spec();
            if (i % 40 == 0) {
                FrameGenerator.generate(spec);
            }
            assertEquals(FrameSpecJson.write(spec), FrameSpecJson.write(FrameSpecJson.read(FrameSpecJson.write(spec))));
        }
    }

    private static OptionalDouble some(Random random, double min, double max) {
        return random.nextInt(3) == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.rint(10 * random.nextDouble(min, max)) / 10);
    }
}
