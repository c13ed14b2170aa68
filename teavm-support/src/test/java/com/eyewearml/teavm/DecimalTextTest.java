package com.eyewearml.teavm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the platform's own parser. */
class DecimalTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "-0.0", "7", "16777217", "2147483648", "0.1", "-12.5e-3", "1E5", "1e+22", "9007199254740993", ".5", "5.",
            "1e400", "-1e999999999999", "1e-400", "0e999999999999", "123456789012345678901234567890", "0.000000000000000000000000000001"})
    void readsWhatJavaReads(String text) {
        assertEquals(Double.parseDouble(text), DecimalText.parse(text), Math.ulp(Double.parseDouble(text)));
        assertEquals(Math.signum(1 / Double.parseDouble(text)), Math.signum(1 / DecimalText.parse(text)), "sign of zero");
    }

    @Test
    void readsFloatsAndWholeNumbersToTheLastBit() {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            int whole = random.nextInt();
            assertEquals(whole, DecimalText.parse(Integer.toString(whole)));
            double millionths = random.nextInt() / 1e6;
            assertEquals(millionths, DecimalText.parse(Double.toString(millionths)));
            float any = Float.intBitsToFloat(random.nextInt());
            if (Float.isFinite(any)) {
                assertEquals(any, (float) DecimalText.parse(Float.toString(any)));
            }
        }
    }

    @Test
    void isWithinAUnitInTheLastPlaceForEvery22OfTheExponent() {
        Random random = new Random(2);
        for (int i = 0; i < 100_000; i++) {
            double any = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(any) && Math.abs(any) >= Double.MIN_NORMAL) {
                assertEquals(any, DecimalText.parse(Double.toString(any)), 16 * Math.ulp(any));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "-.", "e5", "1e", "1e+", "1e-", "1.2.3", "1x", "NaN", "0x10", "1e5.0", " 1", "--1"})
    void refusesWhatIsNoNumber(String text) {
        assertThrows(NumberFormatException.class, () -> DecimalText.parse(text));
    }
}
