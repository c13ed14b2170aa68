package com.eyewearml.server.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreOriginTest {
    @ParameterizedTest
    @CsvSource({"https://Shop.Example.com/,https://shop.example.com", "https://shop.example.com:443,https://shop.example.com",
        "' https://shop.example.co.uk/store/ ',https://shop.example.co.uk/store", "https://bücher.de,https://xn--bcher-kva.de",
        "HTTPS://shop.example.com.,https://shop.example.com"})
    void readsTheSameStoreHoweverItIsWritten(String text, String origin) {
        assertEquals(origin, StoreOrigin.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "shop.example.com", "http://shop.example.com", "ftp://shop.example.com", "https://", "https:///path",
        "https://shop.example.com:8443", "https://user@shop.example.com", "https://user:pw@shop.example.com", "https://shop.example.com#x",
        "https://shop.example.com?x=1", "https://127.0.0.1", "https://[::1]", "https://[::ffff:10.0.0.1]", "https://2130706433",
        "https://0x7f000001", "https://0x7f.1", "https://127.1", "https://017700000001", "https://169.254.169.254/latest/meta-data",
        "https://localhost", "https://metadata.internal", "https://com", "https://co.uk", "https://shop_example.com",
        "https://shop.example.com/../admin", "https://shop.example.com//x", "https://shop.example.com/%2e%2e",
        "https://shop.example.com\\@evil.com", "https://shop.example.com\r\nHost: evil.com", "https://exa mple.com", "javascript:alert(1)",
        "https://shop.example.com@evil.com", "file:///etc/passwd"})
    void refusesWhatIsNoStore(String text) {
        assertThrows(HostRefusedException.class, () -> StoreOrigin.parse(text));
    }
}
