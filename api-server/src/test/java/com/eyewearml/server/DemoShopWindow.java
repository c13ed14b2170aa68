package com.eyewearml.server;

import com.eyewearml.server.demo.DemoPhotographer;
import com.eyewearml.server.demo.DemoShop;
import java.nio.file.Path;
import java.util.Map;

/** The demo shop as {@code ./eyewearml demo} runs it, on a free port and a fresh folder. */
final class DemoShopWindow implements AutoCloseable {
    private static final Path REPOSITORY = Path.of("..");

    private final Backends backends;
    private final DemoPhotographer photographer;
    private final EyewearServer server;

    DemoShopWindow(Path dataFolder) {
        ServerSettings settings = ServerSettings.from(Map.of(
                "EYEWEARML_PORT", "0",
                "EYEWEARML_DATA_DIR", dataFolder.toString(),
                "EYEWEARML_ENGINE_DIR", REPOSITORY.resolve("client-wasm/target/web").toString(),
                "EYEWEARML_WIDGETS_DIR", REPOSITORY.resolve("storefront-widgets/target/web").toString(),
                "EYEWEARML_SAMPLES_DIR", REPOSITORY.resolve("face-model/samples").toString()));
        backends = Backends.start(settings, step -> { });
        photographer = new DemoShop(backends.database(), backends.cache()).open(settings.shop(), step -> { });
        server = EyewearServer.start(settings, backends);
    }

    /** Address of a path. */
    String url(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    @Override
    public void close() {
        server.close();
        photographer.close();
        backends.close();
    }
}
