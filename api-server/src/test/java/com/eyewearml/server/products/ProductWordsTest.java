package com.eyewearml.server.products;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.eyewearml.server.platform.PlatformProduct;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductWordsTest {
    private static boolean eyewear(String title, String type) {
        PlatformProduct product = new PlatformProduct("1", title, "", "", type, List.of(), "", Instant.EPOCH, List.of(), List.of(), List.of());
        return EyewearWords.describe(product, DimensionText.read(title));
    }

    @ParameterizedTest
    @CsvSource({"Aviator 58□14-140,", "Round Sunglasses,", "Helsinki,Sonnenbrille", "Lunettes de soleil Paris,", "Havana,Eyewear",
        "Óculos de sol,", "Gafas graduadas,"})
    void glassesAreTold(String title, String type) {
        assertEquals(true, eyewear(title, type == null ? "" : type));
    }

    @ParameterizedTest
    @CsvSource({"Leather glasses case,Eyewear", "Wine glasses,", "Brillenetui,", "Cleaning cloth,Eyewear", "Cotton shirt 52-18,", "Gift card,"})
    void whatIsSoldBesideThemIsNot(String title, String type) {
        assertEquals(false, eyewear(title, type == null ? "" : type));
    }

    /** Numbers printed on products: UPC, EAN, GTIN-14 and GTIN-8 from the GS1 documentation's examples. */
    @ParameterizedTest
    @ValueSource(strings = {"036000291452", "4006381333931", "10614141000415", "96385074", "4006381-333931"})
    void barcodesThatCheckAreGtins(String barcode) {
        assertEquals(Optional.of(barcode.replace("-", "")), Gtin.parse(barcode));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "036000291453", "4006381333930", "123", "SKU-12345678", "12345678901"})
    void otherBarcodesAreNone(String barcode) {
        assertEquals(Optional.empty(), Gtin.parse(barcode));
    }
}
