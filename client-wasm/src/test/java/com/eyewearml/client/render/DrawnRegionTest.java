package com.eyewearml.client.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.frame.DemoCatalogue;
import com.eyewearml.frame.FrameGlb;
import com.eyewearml.frame.build.FrameGenerator;
import com.eyewearml.gltf.GlbFormatException;
import com.eyewearml.gltf.GlbReader;
import java.util.SplittableRandom;
import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.junit.jupiter.api.Test;

class DrawnRegionTest {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final float[] IDENTITY = new Matrix4f().get(new float[16]);

    private final EyewearModel frame = model();
    private final DrawnRegion region = new DrawnRegion();

    @Test
    void holdsEveryVertexThatIsOnTheCanvas() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 200; i++) {
            Matrix4f pose = new Matrix4f().translate(between(random, -300, 300), between(random, -200, 200), between(random, -900, -350))
                    .rotateY(between(random, -1.2f, 1.2f)).rotateX(between(random, -0.5f, 0.5f)).rotateZ(between(random, -0.5f, 0.5f));
            float opening = between(random, -0.2f, 0.2f);
            enclose(pose, opening);
            Matrix4f temple = new Matrix4f().translate(hinge()).rotateY(opening).translate(hinge().negate());
            float[] v = frame.vertices();
            for (int k = 0; k < v.length; k += EyewearModel.FLOATS_PER_VERTEX) {
                Vector3f p = new Vector3f(v[k], v[k + 1], v[k + 2]);
                if (v[k + 9] == EyewearPart.TEMPLE_LEFT.ordinal()) {
                    temple.transformPosition(p);
                }
                new Matrix4f(clip()).mul(pose).transformProject(p);
                double x = (p.x + 1) / 2 * WIDTH;
                double y = (p.y + 1) / 2 * HEIGHT;
                if (x >= 0 && y >= 0 && x < WIDTH && y < HEIGHT) {
                    assertTrue(x >= region.x() && x <= region.x() + region.width() && y >= region.y()
                            && y <= region.y() + region.height(), "vertex at " + x + ", " + y);
                }
            }
            assertTrue(region.x() >= 0 && region.y() >= 0 && region.x() + region.width() <= WIDTH
                    && region.y() + region.height() <= HEIGHT);
        }
    }

    @Test
    void isASmallPartOfTheCanvasAtTheUsualDistance() {
        enclose(new Matrix4f().translate(0, 0, -600), 0);
        assertTrue(region.width() * region.height() < WIDTH * HEIGHT / 3, region.width() + " x " + region.height());
    }

    @Test
    void isEmptyBesideTheCanvas() {
        enclose(new Matrix4f().translate(2000, 0, -600), 0);
        assertTrue(region.isEmpty());
    }

    @Test
    void isAllOfTheCanvasWhereTheFrameReachesTheCamera() {
        enclose(new Matrix4f().translate(0, 0, -40), 0);
        assertFalse(region.isEmpty());
        assertEquals(WIDTH, region.width());
        assertEquals(HEIGHT, region.height());
    }

    private void enclose(Matrix4f cameraFromFrame, float openingRad) {
        SceneBlock scene = new SceneBlock();
        StageView view = new StageView();
        view.set(clip().get(new float[16]), cameraFromFrame.get(new float[16]), IDENTITY);
        scene.setStage(view, IDENTITY, WIDTH, HEIGHT);
        scene.setPart(EyewearPart.TEMPLE_LEFT, frame.originMm(EyewearPart.TEMPLE_LEFT), openingRad, 0);
        region.enclose(frame, scene, WIDTH, HEIGHT);
    }

    private Vector3f hinge() {
        float[] o = frame.originMm(EyewearPart.TEMPLE_LEFT);
        return new Vector3f(o[0], o[1], o[2]);
    }

    private static Matrix4f clip() {
        return new Matrix4f().perspective((float) Math.toRadians(45), (float) WIDTH / HEIGHT, PictureView.NEAR_MM, PictureView.FAR_MM);
    }

    private static float between(SplittableRandom random, float from, float to) {
        return (float) random.nextDouble(from, to);
    }

    private static EyewearModel model() {
        var frame = DemoCatalogue.frames().getFirst();
        try {
            return EyewearModel.of(GlbReader.parse(FrameGlb.write(FrameGenerator.generate(frame.spec(frame.variants().getFirst())))));
        } catch (GlbFormatException e) {
            throw new AssertionError(e);
        }
    }
}
