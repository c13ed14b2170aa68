package com.eyewearml.client.golden;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eyewearml.client.bench.Equirectangular;
import com.eyewearml.client.bench.Three;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.client.browsertest.TestServer;
import com.eyewearml.gltf.GlbFormatException;
import com.eyewearml.gltf.GlbReader;
import com.eyewearml.light.Radiance;
import com.eyewearml.light.Studio;
import com.eyewearml.trace.ReferenceTracer;
import com.eyewearml.trace.TraceScene;
import com.eyewearml.trace.TraceSettings;
import com.eyewearml.trace.TracedPicture;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.joml.Matrix3d;
import org.joml.Vector3d;

/**
 * The same files under the same light, drawn by this product, by three.js and by the reference ray tracer: CIEDE2000 over the pixels that
 * the model fills, and a sheet to look at. Scenes come in two kinds: frames as they are, and, as both real-time renderers only look up
 * their environment, the reference once without and once with the light that parts take from each other.
 */
public final class ReferenceBench {
    private static final List<String> SKUS = List.of("COR-BLK", "ALD-HAV", "ORC-BUR", "SOL-IVO", "LUM-GLD", "KES-TIT", "QUI-GUN", "FAT-CRY",
            "MER-GLD", "PAV-BLK");
    private static final int WIDTH = 400;
    private static final int HEIGHT = 240;
    private static final int SAMPLES = 32;
    private static final int BOUNCES = 12;
    private static final double TARGET = 3;
    /** The product's environments are scaled to make a white surface that faces the camera white in green; the others' are not. */
    private static final double FACING = facing(new Studio());

    private record Difference(double mean, double p95) {
        static Difference of(BufferedImage a, BufferedImage b, float[] coverage) {
            double[] all = new double[coverage.length];
            int count = 0;
            for (int i = 0; i < coverage.length; i++) {
                if (coverage[i] == 1) {
                    all[count++] = Ciede2000.ofSrgb(a.getRGB(i % WIDTH, i / WIDTH), b.getRGB(i % WIDTH, i / WIDTH));
                }
            }
            double[] sorted = Arrays.copyOf(all, count);
            Arrays.sort(sorted);
            return new Difference(Arrays.stream(sorted).average().orElse(Double.NaN), sorted[(int) (0.95 * (count - 1))]);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%5.2f %6.2f", mean, p95);
        }
    }

    private ReferenceBench() { }

    /** Radiance of a white Lambertian surface that faces the camera, green. */
    private static double facing(Radiance environment) {
        int steps = 400;
        double sum = 0;
        double[] rgb = new double[3];
        for (int i = 0; i < steps * steps; i++) {
            // Uniform over the disc, so uniform in cosine-weighted solid angle (Malley's method).
            double r = Math.sqrt((i / steps + 0.5) / steps);
            double phi = 2 * Math.PI * (i % steps + 0.5) / steps;
            environment.from(r * Math.cos(phi), r * Math.sin(phi), Math.sqrt(1 - r * r), rgb);
            sum += rgb[1] / (steps * steps);
        }
        return sum;
    }

    public static void main(String[] args) throws IOException, GlbFormatException {
        System.out.println("command: ./eyewearml bench reference; " + WIDTH + " x " + HEIGHT + " pixels, reference with " + SAMPLES
                + " samples a pixel; CIEDE2000 mean and 95th percentile over pixels that the model fills");
        System.out.println(String.format(Locale.ROOT, "%-10s %4s | %-14s | %-14s | %-14s | %-14s | %-14s", "frame", "yaw", "ours-three", "ours-ref.",
                "three-ref.", "ours-ref. own", "three-ref. own"));
        BufferedImage sheet = new BufferedImage(4 * WIDTH, 2 * SKUS.size() * HEIGHT, BufferedImage.TYPE_INT_RGB);
        double sum = 0;
        int row = 0;
        try (Chromium chromium = new Chromium(); TestServer server = TestServer.of(TestServer.engineFiles())) {
            Three.serve(server);
            // three.js fetches images through addresses of their own.
            server.policy("default-src 'self' blob:; script-src 'self' 'wasm-unsafe-eval'");
            server.put("/studio.f32", Equirectangular.studio());
            try (StagePage stage = new StagePage(chromium, server)) {
                stage.page().evaluate(StagePage.script("three.js"));
                for (String sku : SKUS) {
                    for (int yawDeg : new int[] {0, 35}) {
                        sum += compare(scene(sku, yawDeg), stage, sheet, row++);
                    }
                }
            }
        }
        System.out.println(String.format(Locale.ROOT, "mean of ours to three.js: %.2f (target %.0f)", sum / row, TARGET));
        Path file = TestPage.ARTIFACTS.resolve("bench-reference.png");
        Image.write(sheet, file);
        System.out.println("sheet (ours, three.js, reference looking up its environment as they do, reference): " + file);
    }

    private static Scene scene(String sku, int yawDeg) {
        JsonObject json = new JsonObject().add("subject", new JsonObject().add("frame", sku)).add("backdrop", Json.array(0.6, 0.6, 0.6))
                .add("yawDeg", yawDeg).add("pitchDeg", 6).add("distanceMm", 520).add("verticalFovDeg", 11)
                .add("targetMm", Json.array(0, 0, -10)).add("widthPx", WIDTH).add("heightPx", HEIGHT);
        return Scene.of(sku + "-" + yawDeg, json);
    }

    private static double compare(Scene scene, StagePage stage, BufferedImage sheet, int row) throws GlbFormatException {
        BufferedImage ours = stage.draw(scene);
        BufferedImage three = three(scene, stage.page());
        TracedPicture lookedUp = trace(scene, false);
        TracedPicture traced = trace(scene, true);
        BufferedImage lookUp = Image.ofLinear(WIDTH, HEIGHT, lookedUp.rgb());
        BufferedImage reference = Image.ofLinear(WIDTH, HEIGHT, traced.rgb());
        float[] coverage = traced.coverage();
        Difference toThree = Difference.of(ours, three, coverage);
        System.out.println(String.format(Locale.ROOT, "%-10s %4.0f | %-14s | %-14s | %-14s | %-14s | %-14s", scene.name().substring(0, 7),
                scene.yawDeg(), toThree, Difference.of(ours, lookUp, coverage), Difference.of(three, lookUp, coverage),
                Difference.of(ours, reference, coverage), Difference.of(three, reference, coverage)));
        Graphics2D graphics = sheet.createGraphics();
        int column = 0;
        for (BufferedImage picture : List.of(ours, three, lookUp, reference)) {
            graphics.drawImage(picture, column++ * WIDTH, row * HEIGHT, null);
        }
        graphics.dispose();
        return toThree.mean();
    }

    private static BufferedImage three(Scene scene, TestPage page) {
        String base64 = (String) page.evaluate("scene => drawThree(scene)", Map.of("name", scene.name(), "gain", scene.gain() / FACING,
                "backdrop", StagePage.list(scene.backdrop()), "width", WIDTH, "height", HEIGHT, "verticalFovDeg", scene.verticalFovDeg(),
                "cameraFromModel", StagePage.list(scene.cameraFromModel())));
        float[] rgb = new float[3 * WIDTH * HEIGHT];
        ByteBuffer rgba = ByteBuffer.wrap(Base64.getDecoder().decode(base64)).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < rgb.length; i++) {
            int x = i / 3 % WIDTH;
            int y = HEIGHT - 1 - i / 3 / WIDTH;
            rgb[i] = rgba.getFloat(4 * (4 * (y * WIDTH + x) + i % 3));
        }
        return Image.ofLinear(WIDTH, HEIGHT, rgb);
    }

    private static TracedPicture trace(Scene scene, boolean shadows) throws GlbFormatException {
        Matrix3d environmentFromModel = scene.cameraFromModel().get3x3(new Matrix3d());
        return ReferenceTracer.draw(new TraceScene(GlbReader.parse(scene.glb()), scene.radiance(), environmentFromModel, scene.gain() / FACING,
                        new Vector3d(0, 0, 1), new float[3], scene.backdrop(), scene.cameraFromModel(), Math.toRadians(scene.verticalFovDeg())),
                new TraceSettings(WIDTH, HEIGHT, SAMPLES, BOUNCES, shadows, 1));
    }
}
