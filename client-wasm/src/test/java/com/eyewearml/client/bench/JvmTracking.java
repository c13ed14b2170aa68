package com.eyewearml.client.bench;

import com.eyewearml.client.browsertest.TestServer;
import com.eyewearml.client.sdk.Engine;
import com.eyewearml.client.sdk.Models;
import com.eyewearml.client.sdk.ScalarPictureVision;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** The same engine on the JVM, for comparison with the browser. */
final class JvmTracking {
    private static final double FRAME_MS = 33;

    private JvmTracking() { }

    /** Times one frame after another, without decoding. */
    static Quantiles time(DriftingFace face, int warmUp, int frames) throws IOException {
        Path folder = TestServer.engineFiles();
        Models models = Models.parse(Files.readAllBytes(folder.resolve("landmarker.ewml")),
                Files.readAllBytes(folder.resolve("detector.ewml")), Files.readAllBytes(folder.resolve("head.ewhd")));
        ScalarPictureVision vision = new ScalarPictureVision(models);
        Engine engine = new Engine(vision, models.head());
        engine.warmUp();
        double[] timesMs = new double[frames];
        for (int i = 0; i < warmUp + frames; i++) {
            engine.begin(DriftingFace.WIDTH, DriftingFace.HEIGHT, false);
            write(face.frame(i), vision.pixels());
            long begin = System.nanoTime();
            boolean found = engine.trackFrame(FRAME_MS * i);
            double tookMs = (System.nanoTime() - begin) / 1e6;
            if (!found) {
                throw new IllegalStateException("the face was lost in frame " + i);
            }
            if (i >= warmUp) {
                timesMs[i - warmUp] = tookMs;
            }
        }
        return Quantiles.of(timesMs);
    }

    private static void write(BufferedImage frame, ByteBuffer pixels) {
        int[] rgb = frame.getRGB(0, 0, frame.getWidth(), frame.getHeight(), null, 0, frame.getWidth());
        for (int i = 0; i < rgb.length; i++) {
            pixels.put(4 * i, (byte) (rgb[i] >> 16)).put(4 * i + 1, (byte) (rgb[i] >> 8)).put(4 * i + 2, (byte) rgb[i])
                    .put(4 * i + 3, (byte) 255);
        }
    }
}
