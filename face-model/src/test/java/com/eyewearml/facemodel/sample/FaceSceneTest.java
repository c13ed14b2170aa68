package com.eyewearml.facemodel.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.facemodel.data.DataFolder;
import com.eyewearml.facemodel.data.Portraits;
import com.eyewearml.facemodel.data.Topology;
import com.eyewearml.nn.FaceNetworks;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The portrait tells by its colours where each pixel came from, so labels can be checked against what was drawn. */
class FaceSceneTest {
    private static final int SIDE = 128;
    private static final float PX_PER_COLOUR = Portraits.SIDE_PX / 255f;
    /** A pixel's own width in the portrait and the texture's rounding. */
    private static final float TOLERANCE_PX = 4;

    @Test
    void labelsLieOnTheirOwnPartOfThePortrait() {
        FaceScene scene = scene(MadeUpHead.pictures(MadeUpHead.points()), Recipe.plain().with(Ingredient.TURNED, 1)
                .with(Ingredient.GRIMACE, 1));
        Agreement agreement = new Agreement();
        for (int n = 0; n < 60; n++) {
            scene.pose();
            scene.draw();
            agreement.add(scene, MadeUpHead.points(), 0, HeadMesh.FACE);
        }
        agreement.check(5000, 0.95);
    }

    @Test
    void irisesBetweenHalfClosedLidsStayOnTheirOwnPartOfThePortrait() throws Exception {
        Path data = DataFolder.find().orElse(null);
        Assumptions.assumeTrue(data != null, "no training data; real eyes are not tested");
        List<float[]> points = Portraits.read(data, entry -> entry.file().compareTo("00012.jpg") < 0).points();
        Agreement agreement = new Agreement();
        for (float[] face : points) {
            TrainingPictures pictures = new TrainingPictures(Topology.read(data), List.of(MadeUpHead.map()), List.of(face),
                    new float[] {200}, MadeUpHead.pictures(face).backgrounds(), List.of(), List.of());
            FaceScene scene = scene(pictures, Recipe.plain());
            scene.pose();
            scene.mesh.turn(face, 0.2f, 0, 4, new Expression(0, 0.35f, 0.35f, 0, 0, 0, 0, 0, 0));
            scene.draw();
            agreement.add(scene, face, 468, 469);
            agreement.add(scene, face, 473, 474);
        }
        agreement.check(20, 0.9);
    }

    @ParameterizedTest
    @EnumSource(Ingredient.class)
    void whatIsWornOrHeldLeavesTheLabelsAlone(Ingredient ingredient) {
        FaceScene scene = scene(MadeUpHead.pictures(MadeUpHead.anatomicalPoints()), Recipe.plain().with(ingredient, 1));
        for (int n = 0; n < 3; n++) {
            scene.pose();
            float[] before = scene.mesh.points.clone();
            scene.draw();
            assertArrayEquals(before, scene.mesh.points);
        }
    }

    private static FaceScene scene(TrainingPictures pictures, Recipe recipe) {
        Random random = new Random(4);
        return new FaceScene(pictures, random, recipe, new Backgrounds(pictures.backgrounds(), random), SIDE);
    }

    /** Counts visible landmarks whose pixel came from the landmark's own place. */
    private static final class Agreement {
        private int visible;
        private int right;

        void add(FaceScene scene, float[] portrait, int first, int end) {
            float[] placed = new float[3 * FaceNetworks.POINTS];
            new Placement().cut(scene.region, SIDE).apply(scene.mesh.points, placed, FaceNetworks.POINTS);
            float portraitPxPerPixel = scene.region.sidePx / SIDE;
            for (int i = first; i < end; i++) {
                int x = (int) placed[3 * i], y = (int) placed[3 * i + 1];
                if (x < 0 || y < 0 || x >= SIDE || y >= SIDE) {
                    continue;
                }
                int pixel = y * SIDE + x;
                if (scene.canvas.raster.depth[pixel] < placed[3 * i + 2] - 3) {
                    continue;
                }
                visible++;
                float dx = scene.canvas.rgb[3 * pixel] * PX_PER_COLOUR - portrait[3 * i];
                float dy = scene.canvas.rgb[3 * pixel + 1] * PX_PER_COLOUR - portrait[3 * i + 1];
                // where the surface is seen from the side a pixel covers more of the portrait
                right += Math.hypot(dx, dy) < TOLERANCE_PX * Math.max(1, portraitPxPerPixel) ? 1 : 0;
            }
        }

        void check(int least, double share) {
            assertTrue(visible >= least, visible + " visible landmarks");
            assertTrue(right >= share * visible, right + " of " + visible + " landmarks lie on their own part of the portrait");
        }
    }
}
