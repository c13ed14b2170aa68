package com.eyewearml.client.bench;

import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.client.browsertest.TestServer;
import com.eyewearml.client.render.EyewearModel;
import com.eyewearml.face.shape.HeadModel;
import com.eyewearml.fit.Adjustment;
import com.eyewearml.fit.FramePlacement;
import com.eyewearml.frame.DemoCatalogue;
import com.eyewearml.frame.DemoFrame;
import com.eyewearml.frame.FrameGlb;
import com.eyewearml.frame.build.FrameGenerator;
import com.eyewearml.gltf.GlbFormatException;
import com.eyewearml.gltf.GlbReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.joml.Matrix4f;

/**
 * Measures the picture of a face with glasses at 1280 x 720 as pages draw it, in headless Chromium without a graphics card, beside
 * three.js with the same file, picture and environment: time, draw calls, memory, size, switching frames, flicker. The argument is
 * a picture of one face.
 */
public final class RenderBench {
    private static final String COMMAND = "./eyewearml bench render";
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int WARM_UP = 10;
    private static final int PICTURES = 40;
    private static final int PROFILED_PICTURES = 500;
    /** V8 compiles the calls between JavaScript and WebAssembly after a thousand; until then each allocates. */
    private static final int PROFILE_WARM_UP = 1500;
    private static final int SWITCHES = 12;
    /** Dark acetate, crystal that light passes, metal with tinted lenses. */
    private static final List<String> FRAMES = List.of("aldine", "fathom", "meridian");

    private RenderBench() { }

    public static void main(String[] args) throws IOException, GlbFormatException {
        if (args.length != 1) {
            throw new IllegalArgumentException("usage: RenderBench <picture of a face>");
        }
        System.out.println("machine: " + Machine.describe());
        System.out.println("command: " + COMMAND);
        RendererSize.print();
        try (Chromium chromium = new Chromium(); TestServer server = TestServer.of(TestServer.engineFiles())) {
            server.put("/face.jpg", Files.readAllBytes(Path.of(args[0]))).put("/studio.f32", Equirectangular.studio());
            Three.serve(server);
            for (String slug : FRAMES) {
                server.put("/" + slug + ".glb", glb(slug));
            }
            try (TestPage page = chromium.open(Camera.none(), server.url("/"))) {
                page.evaluate("() => { globalThis.test = {}; }");
                page.evaluate(Scripts.read("/com/eyewearml/client/browser/count-draws.js"));
                page.evaluate(Scripts.read("render-page.js"), Map.of("width", WIDTH, "height", HEIGHT));
                for (String slug : FRAMES) {
                    compare(page, slug);
                }
                switching(page);
                System.out.println("largest difference between two pictures of a still scene: "
                        + page.evaluate("() => bench.flicker()") + " of 255 (target 0)");
            }
            try (TestPage page = chromium.open(Camera.none(), server.url("/"))) {
                memory(page);
            }
        }
    }

    private static void compare(TestPage page, String slug) throws IOException, GlbFormatException {
        page.evaluate("([frame, matrix]) => bench.wear(frame, matrix)", List.of("/" + slug + ".glb", cameraFromFile(page, slug)));
        Map<?, ?> draws = (Map<?, ?>) page.evaluate("() => bench.draws()");
        Map<?, ?> times = (Map<?, ?>) page.evaluate("options => bench.compare(options)", Map.of("warmUp", WARM_UP, "pictures", PICTURES));
        Quantiles ours = Quantiles.of(numbers(times.get("ours")));
        Quantiles theirs = Quantiles.of(numbers(times.get("theirs")));
        System.out.println(String.format(Locale.ROOT, "%s: %s, %s draw calls (target 20)", slug, ours, draws.get("ours")));
        System.out.println(String.format(Locale.ROOT, "  three.js: %s, %s draw calls", theirs, draws.get("theirs")));
        System.out.println(String.format(Locale.ROOT, "  ratio of the p50s: %.2f (target 1.0)", ours.p50Ms() / theirs.p50Ms()));
        page.screenshot("bench-render-" + slug);
    }

    private static void switching(TestPage page) {
        double[] extraMs = new double[SWITCHES];
        int late = 0;
        for (int i = 0; i < SWITCHES; i++) {
            String frame = "/" + FRAMES.get(i % FRAMES.size()) + ".glb";
            Map<?, ?> switched = (Map<?, ?>) page.evaluate("frame => bench.switchTo(frame)", frame);
            extraMs[i] = ((Number) switched.get("extra")).doubleValue();
            late += switched.get("atOnce").equals(true) ? 0 : 1;
        }
        System.out.println(String.format(Locale.ROOT, "switching to a frame worn before: drawn before the call returns in %d of %d "
                + "(target all: the next displayed picture has it); beyond drawing a picture: %s", SWITCHES - late, SWITCHES,
                Quantiles.of(extraMs)));
    }

    /**
     * What the page allocates for a picture: followed in a video; in a loop that only takes, reads and uploads the pictures of the same
     * video, which is the browser's own; drawn again; and in a loop that does nothing, which is the measurement's own.
     */
    private static void memory(TestPage page) throws IOException {
        page.evaluate(Scripts.read("allocation-page.js"), Map.of("frame", "/" + FRAMES.getLast() + ".glb"));
        page.evaluate("() => bench.begin('tryOn')");
        page.evaluate("pictures => bench.follow(pictures)", PROFILE_WARM_UP);
        page.evaluate("pictures => bench.redraw(pictures)", PROFILE_WARM_UP);
        double followed = allocated(page, "follow", "followed in a video, the face found and the frame drawn");
        double drawn = allocated(page, "redraw", "drawn again");
        double nothing = allocated(page, "nothing", "in a loop that draws none");
        page.evaluate("() => bench.begin('browser')");
        page.evaluate("pictures => bench.follow(pictures)", PROFILED_PICTURES);
        double browser = allocated(page, "follow", "of the same video taken, read and uploaded by an empty loop");
        System.out.println(String.format(Locale.ROOT, "allocated for a picture beyond the empty loops: followed %.0f bytes, drawn again %.0f "
                + "(target 0)", followed - browser, drawn - nothing));
    }

    private static double allocated(TestPage page, String what, String inWords) {
        AllocationProfile profile = AllocationProfile.record(page, "bench." + what + "(" + PROFILED_PICTURES + ")");
        double bytes = profile.bytes() / (double) PROFILED_PICTURES;
        System.out.println(String.format(Locale.ROOT, "allocated for a picture %s: %.0f bytes", inWords, bytes));
        profile.largest(6).forEach(line -> System.out.println("  " + line));
        return bytes;
    }

    private static byte[] glb(String slug) {
        DemoFrame frame = DemoCatalogue.frames().stream().filter(f -> f.slug().equals(slug)).findFirst().orElseThrow();
        return FrameGlb.write(FrameGenerator.generate(frame.spec(frame.variants().getFirst())));
    }

    /** Where the engine wears the frame: the camera's frame from the file's, both in metres, column-major. */
    private static List<Double> cameraFromFile(TestPage page, String slug) throws IOException, GlbFormatException {
        Map<?, ?> face = (Map<?, ?>) page.evaluate("() => bench.face");
        FramePlacement placement =
                new FramePlacement(HeadModel.parse(Files.readAllBytes(TestServer.engineFiles().resolve("head.ewhd"))));
        placement.place(floats(face.get("headShapeMm")), EyewearModel.of(GlbReader.parse(glb(slug))).worn(), Adjustment.NONE);
        Matrix4f matrix = new Matrix4f().scaling(1e-3f).mul(new Matrix4f().set(floats(face.get("pose"))))
                .mul(new Matrix4f().set(placement.frameToHead())).scale(1e3f);
        float[] values = matrix.get(new float[16]);
        return java.util.stream.IntStream.range(0, 16).mapToObj(i -> (double) values[i]).toList();
    }

    private static float[] floats(Object list) {
        double[] numbers = numbers(list);
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }

    private static double[] numbers(Object list) {
        return ((List<?>) list).stream().mapToDouble(value -> ((Number) value).doubleValue()).toArray();
    }
}
