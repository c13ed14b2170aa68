package com.eyewearml.client.golden;

import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.client.browsertest.TestServer;
import com.eyewearml.light.EnvironmentPrefilter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joml.Matrix4d;

/** A page in which scenes are drawn by the product's renderer. */
final class StagePage implements AutoCloseable {
    private final TestServer server;
    private final TestPage page;
    private final Set<String> environments = new HashSet<>();

    StagePage(Chromium chromium, TestServer server) {
        this.server = server;
        page = chromium.open(Camera.none(), server.url("/"));
        page.evaluate(script("stage.js"));
    }

    static String script(String name) {
        try (InputStream in = StagePage.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + name, e);
        }
    }

    TestPage page() {
        return page;
    }

    BufferedImage draw(Scene scene) {
        if (environments.add(scene.environment())) {
            server.put("/" + scene.environment() + ".ewev", EnvironmentPrefilter.filter(scene.radiance()).toBytes());
        }
        server.put("/" + scene.name() + ".glb", scene.glb());
        String rgba = (String) page.evaluate("scene => draw(scene)", Map.of("name", scene.name(), "environment", scene.environment(),
                "gain", (double) scene.gain(), "backdrop", list(scene.backdrop()), "width", scene.widthPx(), "height", scene.heightPx(),
                "clipFromCamera", list(scene.clipFromCamera()), "cameraFromStage", list(scene.cameraFromModel())));
        return Image.ofRgba(scene.widthPx(), scene.heightPx(), Base64.getDecoder().decode(rgba));
    }

    /** Takes the graphics contexts away and gives them back, as a browser does that runs short of memory. */
    void loseContexts() {
        page.evaluate("() => loseContexts()");
    }

    static List<Double> list(Matrix4d matrix) {
        List<Double> values = new ArrayList<>();
        for (double value : matrix.get(new double[16])) {
            values.add(value);
        }
        return values;
    }

    static List<Double> list(float[] numbers) {
        List<Double> values = new ArrayList<>();
        for (float value : numbers) {
            values.add((double) value);
        }
        return values;
    }

    @Override
    public void close() {
        page.close();
    }
}
