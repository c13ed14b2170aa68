package com.eyewearml.widgets;

import com.eyewearml.client.browsertest.TestServer;
import com.eyewearml.frame.DemoCatalogue;
import com.eyewearml.frame.DemoFrame;
import com.eyewearml.frame.DemoVariant;
import com.eyewearml.frame.FrameGlb;
import com.eyewearml.frame.build.FrameGenerator;
import com.eyewearml.gltf.GlbFormatException;
import com.eyewearml.gltf.GlbReader;
import com.eyewearml.gltf.GlbWriter;
import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.gltf.GltfMesh;
import com.eyewearml.gltf.GltfModel;
import com.eyewearml.gltf.GltfPrimitive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page with a try-on button and everything behind it, as a shop would serve it: the real engine, the real dialog and three frames
 * in two colours each.
 */
final class ShopWindow implements AutoCloseable {
    static final String ENGINE = "/engine/";
    static final String CATALOGUE = "/catalogue.json";
    private static final Path WIDGETS = Path.of("target", "web");
    private static final Path ENGINE_FILES = Path.of("..", "client-wasm", "target", "web");
    private static final List<DemoFrame> FRAMES = DemoCatalogue.frames().subList(0, 3);
    private static final String PAGE = """
            <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Shop window</title>
            <h1>Shop window</h1>
            <div class="picture">
              <button type="button" data-eyewearml-view="%s" data-label="Frame">View in 3D</button>
            </div>
            <button type="button" data-eyewearml-try-on="%s">Try on</button>
            <link rel="stylesheet" href="/shop.css">
            <eyewear-try-on catalogue="/catalogue.json" engine="/engine/eyewearml.js"></eyewear-try-on>
            <script type="module" src="/widgets/loader.js"></script>
            """;
    private static final String STYLES = """
            .picture { position: relative; max-width: 640px; height: 440px; }
            .picture button { position: absolute; left: 14px; bottom: 14px; min-height: 44px; }
            eyewear-viewer { position: absolute; inset: 0; }
            """;
    private static final String PICTURE = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 3'><path d='M0 1h4'/></svg>";

    private final TestServer server = TestServer.of(WIDGETS);

    ShopWindow() {
        putFolder("/widgets/", WIDGETS);
        putFolder(ENGINE, ENGINE_FILES);
        server.put("/", utf8(PAGE.formatted(modelPath(FRAMES.getFirst().variants().getFirst()), FRAMES.getFirst().slug())));
        server.put("/shop.css", utf8(STYLES));
        server.put("/picture.svg", utf8(PICTURE));
        restoreCatalogue();
        for (DemoFrame frame : FRAMES) {
            frame.variants().stream().limit(2).forEach(variant -> restoreModel(frame, variant));
        }
    }

    private void putFolder(String address, Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                server.put(address + folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder.toAbsolutePath() + "; build that module first", e);
        }
    }

    void restoreCatalogue() {
        server.put(CATALOGUE, utf8("{\"samples\":[],\"frames\":["
                + FRAMES.stream().map(ShopWindow::json).collect(Collectors.joining(",")) + "]}"));
    }

    void restoreEngineFile(String name) throws IOException {
        server.put(ENGINE + name, Files.readAllBytes(ENGINE_FILES.resolve(name)));
    }

    private void restoreModel(DemoFrame frame, DemoVariant variant) {
        server.put(modelPath(variant), FrameGlb.write(FrameGenerator.generate(frame.spec(variant))));
    }

    /** Gives the file of frame 0 variants: each replaces the material of the front by another one. */
    void offerVariants(String... names) throws GlbFormatException {
        DemoFrame frame = FRAMES.getFirst();
        DemoVariant variant = frame.variants().getFirst();
        GltfModel plain = GlbReader.parse(FrameGlb.write(FrameGenerator.generate(frame.spec(variant))));
        List<GltfMaterial> materials = new ArrayList<>(plain.materials());
        int[] replaced = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            replaced[i] = materials.size();
            materials.add(GltfMaterial.opaque(names[i], new float[] {0.5f * i, 0.1f, 0.5f, 1}, 0, 0.6f - 0.4f * i));
        }
        List<GltfMesh> meshes = plain.meshes().stream().map(mesh -> new GltfMesh(mesh.name(), mesh.primitives().stream()
                .map(p -> new GltfPrimitive(p.positionsM(), p.normals(), p.tangents(), p.uvs(), p.colours(), p.indices(), p.material(),
                        p.material() == 0 ? replaced : new int[0])).toList())).toList();
        server.put(modelPath(variant), GlbWriter.write(new GltfModel(plain.nodes(), plain.roots(), meshes, materials, plain.textures(),
                plain.images(), List.of(names))));
    }

    /** A frame of the window, 0 to 2; the button opens 0. */
    DemoFrame frame(int index) {
        return FRAMES.get(index);
    }

    static String modelPath(DemoVariant variant) {
        return "/frames/" + variant.sku() + ".glb";
    }

    TestServer server() {
        return server;
    }

    private static String json(DemoFrame frame) {
        return """
                {"slug":"%s","name":"%s","price":"€%d","sizeLabel":"%s","totalWidthMm":%s,"variants":[%s]}"""
                .formatted(frame.slug(), frame.name(), frame.priceMinor() / 100, frame.dimensions().marking().formatBoxed(),
                        frame.dimensions().totalWidthMm(),
                        frame.variants().stream().limit(2).map(ShopWindow::json).collect(Collectors.joining(",")));
    }

    private static String json(DemoVariant variant) {
        return """
                {"sku":"%s","colour":"%s","swatch":"#555555","modelUrl":"%s","pictureUrl":"/picture.svg"}"""
                .formatted(variant.sku(), variant.colourName(), modelPath(variant));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
