package com.eyewearml.frame;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.frame.FrameSpecException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameSpecTest {
    private static final FrameFinish ACETATE = FrameFinish.acetate(FrameMaterial.ACETATE_BLACK, FrameMaterial.METAL_GOLD);
    private static final FrameFinish METAL = FrameFinish.metal(FrameMaterial.METAL_GOLD, FrameMaterial.ACETATE_BLACK);
    private static final FrameDimensions USUAL = FrameDimensions.ofDegrees(52, 40, 18, 145, 140, 8, 5);

    @ParameterizedTest
    @ValueSource(strings = {"52-18-145", "52\u25a118-145", " 52 - 18 - 145 ", "52\u25a118\u25a1145", "52-18 145", "52/18/145 mm",
        "52x18x145", "52 \u00d7 18 \u00d7 145", "52 [] 18 - 145", "Gr\u00f6\u00dfe 52-18-145", "52mm/18mm/145mm", "7 52-18-145"})
    void readsSizeMarkings(String text) {
        assertEquals(new SizeMarking(52, 18, 145), SizeMarking.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "52", "52-18", "5218145", "52-18-", "99999999999-1-1", "52.5-18-145", "5 2-18-145", "152-18-145", "52-118-145",
        "52-18-1450", "52-18-45", "52 is wider than 18-145", "\u0665\u0662-18-145"})
    void refusesOtherText(String text) {
        FrameSpecException thrown = assertThrows(FrameSpecException.class, () -> SizeMarking.parse(text));
        assertEquals(Code.BAD_SIZE_MARKING, thrown.code());
    }

    @Test
    void writesTheMarking() {
        assertEquals("52-18-145", USUAL.marking().format());
        assertEquals("52\u25a118-145", USUAL.marking().formatBoxed());
        assertEquals(USUAL.marking(), SizeMarking.parse(USUAL.marking().formatBoxed()));
    }

    @ParameterizedTest
    @CsvSource({"34.9,40,18,145,140,8,5,LENS_WIDTH", "52,66,18,145,140,8,5,LENS_HEIGHT", "52,40,7,145,140,8,5,DBL",
        "52,40,18,170,140,8,5,TEMPLE_LENGTH", "52,40,18,145,128,8,5,TOTAL_WIDTH", "52,40,18,145,163,8,5,TOTAL_WIDTH",
        "52,40,18,145,140,19,5,PANTOSCOPIC_TILT", "52,40,18,145,140,8,17,WRAP_ANGLE", "NaN,40,18,145,140,8,5,LENS_WIDTH"})
    void namesTheDimensionOutOfRange(double a, double b, double dbl, double temple, double total, double tilt, double wrap, Code code) {
        FrameSpecException thrown = assertThrows(FrameSpecException.class,
                () -> FrameDimensions.ofDegrees(a, b, dbl, temple, total, tilt, wrap));
        assertEquals(code, thrown.code());
        assertTrue(thrown.getMessage().contains("expected"), thrown.getMessage());
    }

    @Test
    void refusesMaterialsThatDoNotGoTogether() {
        assertEquals(Code.MATERIAL, code(RimType.RIMLESS, BridgeStyle.SADDLE, ACETATE));
        assertEquals(Code.MATERIAL, code(RimType.SEMI_RIMLESS, BridgeStyle.SADDLE, ACETATE));
        assertEquals(Code.MATERIAL, code(RimType.BROWLINE, BridgeStyle.SADDLE, METAL));
        assertEquals(Code.BRIDGE, code(RimType.FULL, BridgeStyle.DOUBLE, ACETATE));
        assertEquals(Code.BRIDGE, code(RimType.FULL, BridgeStyle.KEYHOLE, METAL));
        assertEquals(Code.BRIDGE, code(RimType.RIMLESS, BridgeStyle.DOUBLE, METAL));
        assertThrows(FrameSpecException.class, () -> FrameFinish.acetate(FrameMaterial.ACETATE_BLACK, FrameMaterial.ACETATE_NAVY));
        assertDoesNotThrow(() -> spec(RimType.FULL, BridgeStyle.DOUBLE, METAL));
    }

    private static Code code(RimType rim, BridgeStyle bridge, FrameFinish finish) {
        return assertThrows(FrameSpecException.class, () -> spec(rim, bridge, finish)).code();
    }

    private static FrameSpec spec(RimType rim, BridgeStyle bridge, FrameFinish finish) {
        return new FrameSpec(FrameShape.SQUARE, rim, bridge, USUAL, 4, finish, LensOptions.clear());
    }
}
