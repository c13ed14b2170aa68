package com.eyewearml.client.bench;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.eyewearml.client.browsertest.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sizes as transferred. */
final class Brotli {
    private Brotli() { }

    /** Bytes of a file that pages load. */
    static int size(String name) throws IOException {
        return size(TestServer.engineFiles().resolve(name));
    }

    static int size(Path file) throws IOException {
        Brotli4jLoader.ensureAvailability();
        return Encoder.compress(Files.readAllBytes(file), Encoder.Parameters.create(11, 22)).length;
    }
}
