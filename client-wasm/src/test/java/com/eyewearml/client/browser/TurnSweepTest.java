package com.eyewearml.client.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.client.browsertest.TestServer;
import com.eyewearml.client.render.EyewearModel;
import com.eyewearml.client.render.EyewearPart;
import com.eyewearml.face.shape.HeadModel;
import com.eyewearml.gltf.GlbFormatException;
import com.eyewearml.gltf.GlbReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joml.Matrix4d;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A head that turns from -60 to 60 degrees wears a frame in the browser: what is drawn of temples and front against what rays leave in
 * sight on the same head, and the frame's width in the picture against its width in millimetres.
 */
@BrowserTest
class TurnSweepTest {
    private static final int FARTHEST_DEG = 60;
    private static final int STEP_DEG = 5;
    private static final double DISTANCE_MM = 430;
    private static final int[] DISTANCES_MM = {350, 450, 600, 800};

    /** Pixels by which drawing and rays may differ besides a share. */
    private static final int TOLERANCE_PX = 20;
    private static final double WIDTH_TOLERANCE_PX = 1.5;
    /** From the middle between the inner eye corners to where the front is widest. */
    private static final double FRONT_BEFORE_EYES_MM = 5;
    /** Share of the true width: the engine tells the scale by irises, which are 11.7 mm wide to 4 %. */
    private static final double TRUE_WIDTH_TOLERANCE = 0.04;
    private static final double SAME_WIDTH_TOLERANCE = 0.015;

    private final TestServer server = TestServer.of(TestServer.engineFiles());
    private final HeadModel head = HeadModel.parse(Files.readAllBytes(TestServer.engineFiles().resolve("head.ewhd")));
    private final TurnedPortrait portrait = new TurnedPortrait(head, "man-brown-skin");
    private final ExpectedParts expectedParts = new ExpectedParts(head);
    private TestPage page;

    /** One look: what was drawn and what rays expect, on the face that the engine found. */
    private record Look(ExpectedParts.Seen drawn, ExpectedParts.Seen expected) { }

    TurnSweepTest() throws IOException { }

    @BeforeEach
    void open(Chromium chromium) throws IOException {
        page = chromium.open(Camera.none(), server.url("/"));
        try (InputStream script = TurnSweepTest.class.getResourceAsStream("sweep-page.js")) {
            page.evaluate(new String(script.readAllBytes(), StandardCharsets.UTF_8),
                    Map.of("width", TurnedPortrait.WIDTH, "height", TurnedPortrait.HEIGHT));
        }
    }

    @AfterEach
    void close() {
        page.close();
        server.close();
    }

    /** {@code tolerance}: a share of the most that shows of a part; a wire's edge pixels are most of it. */
    @ParameterizedTest
    @CsvSource({"lumen, 0.14", "corvus, 0.05"})
    void showsWhatRaysLeaveInSight(String slug, double tolerance) throws IOException, GlbFormatException {
        EyewearModel model = wear(slug);
        List<Look> looks = new ArrayList<>();
        System.out.println(slug + ": yaw, drawn and expected pixels of temples, right and left half of the front");
        for (int yawDeg = -FARTHEST_DEG; yawDeg <= FARTHEST_DEG; yawDeg += STEP_DEG) {
            Look look = look(model, slug, TurnedPortrait.pose(yawDeg, DISTANCE_MM));
            looks.add(look);
            System.out.println(yawDeg + ": " + look.drawn().temples() + " " + look.expected().temples() + ", " + look.drawn().right() + " "
                    + look.expected().right() + ", " + look.drawn().left() + " " + look.expected().left());
        }
        assertLike(looks, ExpectedParts.Seen::temples, "temples", tolerance);
        assertLike(looks, ExpectedParts.Seen::right, "right half", tolerance);
        assertLike(looks, ExpectedParts.Seen::left, "left half", tolerance);
    }

    @Test
    void isAsWideAsItIs() throws IOException, GlbFormatException {
        EyewearModel model = wear("corvus");
        float[] bounds = model.boundsMm(EyewearPart.FRONT);
        double trueMm = bounds[3] - bounds[0];
        List<Double> shares = new ArrayList<>();
        for (int distanceMm : DISTANCES_MM) {
            Matrix4d pose = TurnedPortrait.pose(0, distanceMm);
            Look look = look(model, "corvus", pose);
            double drawnPx = look.drawn().toPx() - look.drawn().fromPx();
            assertEquals(look.expected().toPx() - look.expected().fromPx(), drawnPx, WIDTH_TOLERANCE_PX, "as the engine found the head");
            double mm = drawnPx * (distanceMm - FRONT_BEFORE_EYES_MM) / (TurnedPortrait.HEIGHT / 2.0 / Math.tan(TurnedPortrait.FOV_RAD / 2));
            System.out.println("at " + distanceMm + " mm: " + drawnPx + " px, " + mm + " mm, is " + trueMm);
            shares.add(mm / trueMm);
        }
        for (double share : shares) {
            assertEquals(1, share, TRUE_WIDTH_TOLERANCE, "width drawn over true width " + shares);
            assertEquals(shares.getFirst(), share, SAME_WIDTH_TOLERANCE, "the same at every distance " + shares);
        }
    }

    private interface Part {
        int of(ExpectedParts.Seen seen);
    }

    private static void assertLike(List<Look> looks, Part part, String name, double tolerance) {
        double most = looks.stream().mapToInt(look -> part.of(look.expected())).max().orElseThrow();
        assertTrue(most > 200, name + " show: " + most);
        for (int i = 0; i < looks.size(); i++) {
            int yawDeg = -FARTHEST_DEG + i * STEP_DEG;
            int drawn = part.of(looks.get(i).drawn());
            int expected = part.of(looks.get(i).expected());
            assertEquals(expected, drawn, tolerance * most + TOLERANCE_PX, name + " at " + yawDeg + " of at most " + most);
            if (i > 0) {
                int drawnChange = drawn - part.of(looks.get(i - 1).drawn());
                int expectedChange = expected - part.of(looks.get(i - 1).expected());
                assertEquals(expectedChange, drawnChange, tolerance * most + TOLERANCE_PX, "no popping of " + name + " at " + yawDeg);
            }
        }
    }

    private EyewearModel wear(String slug) throws GlbFormatException {
        byte[] glb = TestFrames.halves(slug);
        server.put("/" + slug + ".glb", glb);
        return EyewearModel.of(GlbReader.parse(glb));
    }

    private Look look(EyewearModel model, String slug, Matrix4d pose) throws IOException {
        server.put("/head.png", portrait.draw(pose));
        Map<?, ?> seen = (Map<?, ?>) page.evaluate("request => look(request)", Map.of("picture", "/head.png", "frame", "/" + slug + ".glb"));
        ExpectedParts.Seen drawn = new ExpectedParts.Seen((int) number(seen, "temples"), (int) number(seen, "right"), (int) number(seen, "left"),
                number(seen, "from"), number(seen, "to"));
        Matrix4d found = new Matrix4d().set(numbers(seen, "pose"));
        double[] shape = numbers(seen, "shape");
        float[] shapeMm = new float[shape.length];
        for (int i = 0; i < shape.length; i++) {
            shapeMm[i] = (float) shape[i];
        }
        return new Look(drawn, expectedParts.of(model, shapeMm, found, number(seen, "fov"), TurnedPortrait.WIDTH, TurnedPortrait.HEIGHT));
    }

    private static double number(Map<?, ?> seen, String name) {
        return ((Number) seen.get(name)).doubleValue();
    }

    private static double[] numbers(Map<?, ?> seen, String name) {
        return ((List<?>) seen.get(name)).stream().mapToDouble(value -> ((Number) value).doubleValue()).toArray();
    }
}
