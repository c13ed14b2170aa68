package com.eyewearml.client.bench;

import com.eyewearml.client.browsertest.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** three.js, of the version in the module's dependencies, under {@code /three/}. */
public final class Three {
    private static final String FOLDER = "/META-INF/resources/webjars/three/0.181.1/";

    private Three() { }

    /** Serves the library and its loader of glTF files as modules {@code /three/three.module.js} and {@code /three/GLTFLoader.js}. */
    public static void serve(TestServer server) throws IOException {
        server.put("/three/three.core.min.js", read("build/three.core.min.js"));
        server.put("/three/three.module.js", read("build/three.module.min.js"));
        server.put("/three/GLTFLoader.js", module("examples/jsm/loaders/GLTFLoader.js"));
        server.put("/utils/BufferGeometryUtils.js", module("examples/jsm/utils/BufferGeometryUtils.js"));
    }

    /** The loader names the library by a bare word, which takes an import map; the test server's policy forbids inline ones. */
    private static byte[] module(String name) throws IOException {
        String text = new String(read(name), StandardCharsets.UTF_8);
        return text.replace("from 'three'", "from '/three/three.module.js'").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = Three.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IOException("three.js has no " + name + "; expected version 0.181.1 on the class path");
            }
            return in.readAllBytes();
        }
    }
}
