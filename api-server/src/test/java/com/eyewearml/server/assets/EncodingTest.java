package com.eyewearml.server.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"''|IDENTITY", "br|BROTLI", "gzip|GZIP", "gzip, br|BROTLI", "GZIP|GZIP", "br;q=0, gzip|GZIP",
        "br;q=0|IDENTITY", "*|BROTLI", "*;q=0|IDENTITY", "br;q=0, *|GZIP", "identity|IDENTITY", "gzip;q=0.001|GZIP", "br;q=high|IDENTITY",
        "brotli|IDENTITY", ",,;|IDENTITY", "deflate, gzip;q=1.0, *;q=0.5|BROTLI"})
    void choosesWhatTheClientTakes(String acceptEncoding, Encoding expected) {
        assertEquals(expected, Encoding.accepted(acceptEncoding));
    }
}
