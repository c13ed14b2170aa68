package com.eyewearml.server.products;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DimensionTextTest {
    private static OptionalDouble of(Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "52□18-145; 52; ; 18; 145",
        "52▢18 145; 52; ; 18; 145",
        "52[]18-145; 52; ; 18; 145",
        "52[ ] 18 - 145 mm; 52; ; 18; 145",
        "52◻18; 52; ; 18; ",
        "Aldine 52-18-145; 52; ; 18; 145",
        "Aldine 52/18/145; 52; ; 18; 145",
        "Aldine 52 x 18 x 145mm; 52; ; 18; 145",
        "Aldine (52×18×145); 52; ; 18; 145",
        "Aldine 52 18 145; 52; ; 18; 145",
        "Aldine 52mm-18mm-145mm; 52; ; 18; 145",
        "Aldine 52.5-17,5-145; 52.5; ; 17.5; 145",
        "RB2140 901 50-22-150; 50; ; 22; 150",
        "5,2 x 1,8 x 14,5 cm; 52; ; 18; 145",
        "５２□１８－１４５; 52; ; 18; 145",
        "size-52-18-145; 52; ; 18; 145",
        "Size: 52-18; 52; ; 18; ",
        "Größe 52/18; 52; ; 18; ",
        "Taille : 52-18; 52; ; 18; ",
        "Lens width: 52 mm, lens height 40mm, Bridge=18, Temple length 145; 52; 40; 18; 145",
        "52mm lens width / 18 mm bridge / 145 mm arms; 52; ; 18; 145",
        "Glasbreite: 52 mm | Stegbreite: 18 mm | Bügellänge: 145 mm; 52; ; 18; 145",
        "Largeur du verre 52 mm - Pont 18 mm - Branche 145 mm; 52; ; 18; 145",
        "A: 52 B: 40 DBL: 18; 52; 40; 18; ",
        "eye_52; 52; ; ; ",
        "Calibre 52 - Puente 18 - Patilla 145; 52; ; 18; 145",
        "Calibro: 52 Ponte: 18 Asta: 145; 52; ; 18; 145",
        "レンズ幅 52mm ブリッジ幅 18mm; 52; ; 18; "})
    void readsTheWaysInWhichShopsWriteSizes(String text, Double a, Double b, Double dbl, Double temple) {
        assertEquals(new FrameSize(of(a), of(b), of(dbl), of(temple)), DimensionText.read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Aldine", "Order 2024-12-145", "2026-11-25", "+49 52 18 145 22", "Bundle 10-20-30", "Only €52-18-145!",
        "52-18", "52 18", "Lens width: 520 mm", "Bridge 2", "52-18-1450", "152-18-145", "A 52nd street, 18 and 145", "UV400 100%",
        "Temple 145.000", "SKU X52-18-145", "10.52-18-145"})
    void passesOverWhatIsNoSize(String text) {
        assertEquals(FrameSize.UNKNOWN, DimensionText.read(text));
    }

    @Test
    void aFirstTextIsNotOverruledByALaterOne() {
        FrameSize size = DimensionText.read(List.of("Bridge: 20", "52□18-145"));
        assertEquals(new FrameSize(of(52.0), of(null), of(20.0), of(145.0)), size);
    }

    @Test
    void whateverIsWrittenComesBackWithinTheBoundsOfFramesAndInTime() {
        Random random = new Random(7);
        String alphabet = "0123456789 -/x□[].,:mcABlensbridg";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(60); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            FrameSize size = DimensionText.read(text.toString());
            size.lensWidthMm().ifPresent(mm -> assertEquals(mm, Math.clamp(mm, 34, 72), text.toString()));
            size.dblMm().ifPresent(mm -> assertEquals(mm, Math.clamp(mm, 8, 32), text.toString()));
            size.templeLengthMm().ifPresent(mm -> assertEquals(mm, Math.clamp(mm, 95, 175), text.toString()));
        }
    }
}
