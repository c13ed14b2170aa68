package com.eyewearml.client.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.JsonArray;
import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestServer;
import com.eyewearml.lens.LensForm;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.joml.Matrix4d;
import org.joml.Vector3d;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Where the edges of stripes behind a lens of power are seen, against rays traced through two spheres. */
@BrowserTest
class RefractionTest {
    private static final double TOLERANCE_PX = 1;
    /** Of edges that are looked at, from where rays miss a sphere; half the least way between two. */
    private static final double MARGIN_PX = 3;
    /** Half the part of the picture that the lens fills, of the width. */
    private static final double LENS_SHARE = 0.32;

    @TestFactory
    List<DynamicTest> edgesAreWhereSnellsLawPutsThem(Chromium chromium) {
        List<DynamicTest> tests = new ArrayList<>();
        TestServer server = TestServer.of(TestServer.engineFiles());
        StagePage stage = new StagePage(chromium, server);
        for (Scene scene : Scene.all()) {
            if (scene.subject().get("stripesMm") != null) {
                tests.add(DynamicTest.dynamicTest(scene.name(), () -> check(scene, stage.draw(scene))));
            }
        }
        tests.add(DynamicTest.dynamicTest("no errors in the page", () -> {
            stage.close();
            server.close();
        }));
        return tests;
    }

    private static void check(Scene scene, BufferedImage picture) {
        JsonArray lens = scene.subject().get("lensMm").asArray();
        double frontRadius = lens.get(1).asDouble();
        double sphere = scene.subject().getDouble("sphereD", 0);
        double index = scene.subject().getDouble("index", 1.5);
        LensForm form = LensForm.onFront(sphere, 1 / frontRadius, index, 2 * lens.get(2).asDouble());
        TwoSpheres spheres = TwoSpheres.ofPower(sphere, lens.get(0).asDouble(), frontRadius, form.centreThicknessMm(), index);
        double worst = 0;
        double furthest = 0;
        int edges = 0;
        for (int row : new int[] {scene.heightPx() / 2 - 40, scene.heightPx() / 2, scene.heightPx() / 2 + 25}) {
            List<Double> seen = crossings(picture, row);
            for (int i = 0; i < scene.subject().get("stripesMm").asArray().size(); i++) {
                double edge = scene.subject().get("stripesMm").asArray().get(i).asDouble();
                double expected = column(scene, spheres, row, edge);
                double plain = column(scene, null, row, edge);
                // What is outside the picture cannot be seen through the lens either.
                boolean shown = plain > MARGIN_PX && plain < scene.widthPx() - MARGIN_PX;
                boolean resolved = Math.abs(column(scene, spheres, row, edge - 4) - expected) > 2 * MARGIN_PX;
                if (shown && resolved && expected > end(scene, spheres, row, -1) + MARGIN_PX && expected < end(scene, spheres, row, 1) - MARGIN_PX) {
                    double off = seen.stream().mapToDouble(x -> Math.abs(x - expected)).min().orElseThrow();
                    worst = Math.max(worst, off);
                    furthest = Math.max(furthest, Math.abs(expected - plain));
                    edges++;
                }
            }
        }
        assertTrue(edges >= 9 && furthest > 3, "the lens displaces edges of the stripes");
        assertEquals(0, worst, TOLERANCE_PX, "edges of " + scene.name());
    }

    /** Column at which an edge is seen, through the lens or, without, as it is. */
    private static double column(Scene scene, TwoSpheres lens, int row, double edgeZMm) {
        double low = lens == null ? 0 : end(scene, lens, row, -1);
        double high = lens == null ? scene.widthPx() : end(scene, lens, row, 1);
        double sign = Math.signum(metZMm(scene, lens, high, row) - metZMm(scene, lens, low, row));
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (sign * (metZMm(scene, lens, middle, row) - edgeZMm) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The last column, from the middle to one side, that lies in the lens and whose ray gets through. */
    private static double end(Scene scene, TwoSpheres lens, int row, int step) {
        double column = scene.widthPx() / 2.0;
        while (Math.abs(column + step - scene.widthPx() / 2.0) <= LENS_SHARE * scene.widthPx()
                && Double.isFinite(metZMm(scene, lens, column + step, row))) {
            column += step;
        }
        return column;
    }

    /** Where on the board the ray of a pixel ends; NaN where it misses a surface or the board. */
    private static double metZMm(Scene scene, TwoSpheres lens, double column, int row) {
        Matrix4d modelFromCamera = scene.cameraFromModel().invertAffine(new Matrix4d());
        double tan = 2 * Math.tan(Math.toRadians(scene.verticalFovDeg()) / 2) / scene.heightPx();
        Vector3d direction = modelFromCamera.transformDirection(new Vector3d((column - scene.widthPx() / 2.0) * tan,
                (scene.heightPx() / 2.0 - row - 0.5) * tan, -1)).normalize();
        Vector3d from = modelFromCamera.transformPosition(new Vector3d());
        TwoSpheres.Ray ray = lens == null ? new TwoSpheres.Ray(from, direction) : lens.through(from, direction);
        double way = (scene.subject().getDouble("boardXMm", 0) - ray.from().x) / ray.direction().x;
        return way > 0 ? ray.from().z + way * ray.direction().z : Double.NaN;
    }

    /** Where a row crosses the middle between its darkest and its brightest. */
    private static List<Double> crossings(BufferedImage picture, int row) {
        double[] light = new double[picture.getWidth()];
        double least = 1;
        double most = 0;
        for (int x = 0; x < light.length; x++) {
            light[x] = Image.luminance(picture, new Rectangle(x, row, 1, 1));
            least = Math.min(least, light[x]);
            most = Math.max(most, light[x]);
        }
        List<Double> crossings = new ArrayList<>();
        double half = (least + most) / 2;
        for (int x = 0; x + 1 < light.length; x++) {
            if ((light[x] - half) * (light[x + 1] - half) <= 0 && light[x] != light[x + 1]) {
                crossings.add(x + 0.5 + (half - light[x]) / (light[x + 1] - light[x]));
            }
        }
        return crossings;
    }
}
