package com.eyewearml.client.browser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** JavaScript that tests run in the page, kept beside them. */
final class PageScripts {
    private PageScripts() { }

    static String read(String name) throws IOException {
        try (InputStream in = PageScripts.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
