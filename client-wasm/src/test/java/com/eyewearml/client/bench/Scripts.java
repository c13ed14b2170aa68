package com.eyewearml.client.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** JavaScript that benchmarks run in the page, kept beside them. */
final class Scripts {
    private Scripts() { }

    static String read(String name) throws IOException {
        try (InputStream in = Scripts.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
