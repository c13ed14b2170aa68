package com.eyewearml.server;

import com.eyewearml.frame.FrameDimensions;
import com.eyewearml.frame.FrameMaterial;
import com.eyewearml.frame.FrameShape;
import com.eyewearml.frame.RimType;
import com.eyewearml.server.assets.Content;
import com.eyewearml.server.catalog.CatalogueFrame;
import com.eyewearml.server.catalog.CatalogueVariant;
import com.eyewearml.server.catalog.CatalogueWriter;
import com.eyewearml.server.catalog.Money;
import com.eyewearml.server.catalog.PictureView;
import com.eyewearml.server.catalog.Shop;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole server on real PostgreSQL and Redis, with two small shops. */
final class RunningServer implements AutoCloseable {
    /** A model of the shop "demo"; compressible, since it repeats. */
    static final Content MODEL = Content.of("glTF model of the first shop ".repeat(200).getBytes(StandardCharsets.UTF_8), "model/gltf-binary",
            Content.Effort.QUICK);
    static final Content PICTURE = Content.of(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, "image/png", Content.Effort.NONE);
    /** A model of the shop "other". */
    static final Content OTHER_MODEL = Content.of("model of the other shop".getBytes(StandardCharsets.UTF_8), "model/gltf-binary",
            Content.Effort.QUICK);
    static final String NAME = "Aldine <script>alert('x')</script> & \"co\"";

    private final Backends backends;
    private final EyewearServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningServer(Backends backends, EyewearServer server) {
        this.backends = backends;
        this.server = server;
    }

    /** @param overrides environment besides the folder and the port */
    static RunningServer start(Path temporary, Map<String, String> overrides) throws IOException {
        Path engine = Files.createDirectories(temporary.resolve("engine/sub"));
        Files.writeString(engine.resolveSibling("eyewearml.js"), "export const engine = true;\n".repeat(50));
        Files.write(engine.resolveSibling("engine.wasm"), new byte[5000]);
        Files.writeString(engine.resolve("part.js"), "export {};");
        Files.writeString(engine.resolve("private.key"), "secret");
        Files.writeString(temporary.resolve("outside.js"), "outside");
        Map<String, String> environment = new HashMap<>(Map.of("EYEWEARML_PORT", "0",
                "EYEWEARML_DATA_DIR", temporary.resolve("data").toString(),
                "EYEWEARML_ENGINE_DIR", temporary.resolve("engine").toString()));
        environment.put("EYEWEARML_RATE_ADDRESS", "100000/1000");
        environment.putAll(overrides);
        ServerSettings settings = ServerSettings.from(environment);
        Backends backends = Backends.start(settings, step -> { });
        CatalogueWriter writer = new CatalogueWriter(backends.database(), backends.cache());
        fill(writer, "demo", NAME, "ALD-1", MODEL);
        fill(writer, "other", "Elsewhere", "ELS-1", OTHER_MODEL);
        return new RunningServer(backends, EyewearServer.start(settings, backends));
    }

    private static void fill(CatalogueWriter writer, String slug, String frameName, String sku, Content model) {
        Shop shop = writer.addShop(slug, "Shop " + slug, "EUR");
        writer.putAsset(shop, model);
        writer.putAsset(shop, PICTURE);
        CatalogueVariant optical = new CatalogueVariant(sku, "Black", "#101010", false, Optional.of(model.sha256()),
                Map.of(PictureView.FRONT, PICTURE.sha256()), new Money(14900, "EUR"));
        CatalogueVariant sun = new CatalogueVariant(sku + "-SUN", "Black, grey lenses", "#202020", true, Optional.empty(), Map.of(),
                new Money(15950, "EUR"));
        writer.replace(shop, List.of(new CatalogueFrame("frame-of-" + slug, frameName, "A frame.", FrameShape.PANTO, RimType.FULL,
                FrameMaterial.Kind.ACETATE, FrameDimensions.ofDegrees(48, 42, 21, 145, 139, 8, 5), List.of(optical, sun))), "test");
    }

    Backends backends() {
        return backends;
    }

    EyewearServer eyewear() {
        return server;
    }

    int port() {
        return server.port();
    }

    /** Answer to GET with headers given as name, value, name, value. */
    HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, headers);
    }

    HttpResponse<byte[]> send(String method, String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Override
    public void close() {
        client.close();
        server.close();
        backends.close();
    }
}
