package com.eyewearml.client.golden;

import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.MotionJpeg;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.client.browsertest.TestServer;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** A page in which faces of photographs wear frames. */
final class WornPage implements AutoCloseable {
    private static final Path PHOTOS = Path.of("../face-model/samples");

    private final TestServer server;
    private final TestPage page;

    WornPage(Chromium chromium, TestServer server) {
        this.server = server;
        page = chromium.open(Camera.none(), server.url("/"));
        page.evaluate(StagePage.script("worn.js"));
    }

    /** The scene's region with the frame; {@code realism} as in {@code TryOn.setRealism}. */
    BufferedImage draw(WornScene scene, boolean realism) throws IOException {
        server.put("/" + scene.name() + ".glb", scene.glb());
        return picture(scene, "/" + scene.name() + ".glb", realism);
    }

    /** The scene's region without a frame. */
    BufferedImage photograph(WornScene scene) throws IOException {
        return picture(scene, null, true);
    }

    private BufferedImage picture(WornScene scene, String frame, boolean realism) throws IOException {
        server.put(path(scene), photograph(scene.photo()));
        Rectangle region = scene.regionPx();
        Map<String, Object> wanted = new HashMap<>(Map.of("photo", path(scene), "realism", realism, "x", region.x, "y", region.y,
                "width", region.width, "height", region.height));
        wanted.put("frame", frame);
        return Image.ofRgba(region.width, region.height, Base64.getDecoder().decode((String) page.evaluate("scene => wear(scene)", wanted)));
    }

    private static String path(WornScene scene) {
        return "/" + scene.photo().replace('#', '-');
    }

    private static byte[] photograph(String photo) throws IOException {
        int still = photo.indexOf('#');
        return still < 0 ? Files.readAllBytes(PHOTOS.resolve(photo))
                : MotionJpeg.frames(Files.readAllBytes(PHOTOS.resolve(photo.substring(0, still)))).get(Integer.parseInt(photo.substring(still + 1)));
    }

    @Override
    public void close() {
        page.close();
    }
}
