package com.eyewearml.client.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.face.shape.HeadModel;
import com.eyewearml.fit.Adjustment;
import com.eyewearml.fit.FramePlacement;
import com.eyewearml.frame.DemoCatalogue;
import com.eyewearml.frame.DemoFrame;
import com.eyewearml.frame.FrameGlb;
import com.eyewearml.frame.build.FrameGenerator;
import com.eyewearml.gltf.GlbFormatException;
import com.eyewearml.gltf.GlbReader;
import com.eyewearml.trace.LineOfSight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.joml.Vector3d;
import org.junit.jupiter.api.Test;

/** Every demo frame on the mean head and on heads two standard deviations from it, each of the six strongest modes to both sides. */
class SeatingTest {
    private static final int MODES = 6;
    private static final double TEMPLE_IN_HEAD_MM = 2.5;
    /** Along z, on flanks that are steep. */
    private static final double NOSE_DEPTH_MM = 5;
    /** Places on the front that may meet the nose, head frame. */
    private static final double NOSE_HALF_WIDTH_MM = 14;
    private static final double NOSE_LOWEST_MM = -24;
    private static final double OUTSIDE_MM = 200;
    private static final double BEFORE_EAR_MM = 14;
    private static final int EVERY = 5;

    private final HeadModel head = HeadModel.parse(Files.readAllBytes(Path.of("../face-model/release/head.ewhd")));
    private final float[] shape = new float[3 * head.vertexCount()];
    private final int[] corners = new int[3 * head.triangleCount()];
    private final FramePlacement placement = new FramePlacement(head);

    SeatingTest() throws IOException {
        for (int i = 0; i < corners.length; i++) {
            corners[i] = head.triangleVertex(i / 3, i % 3);
        }
    }

    @Test
    void everyFrameSitsAsAnOpticianWouldFitIt() throws GlbFormatException {
        List<EyewearModel> models = new ArrayList<>();
        for (DemoFrame frame : DemoCatalogue.frames()) {
            models.add(EyewearModel.of(GlbReader.parse(FrameGlb.write(FrameGenerator.generate(frame.spec(frame.variants().getFirst()))))));
        }
        for (int i = 0; i <= 2 * MODES; i++) {
            float[] coefficients = new float[head.modeCount()];
            if (i > 0) {
                coefficients[(i - 1) / 2] = i % 2 == 0 ? -2 : 2;
            }
            head.shape(coefficients, shape);
            LineOfSight sight = new LineOfSight(shape, corners);
            for (int f = 0; f < models.size(); f++) {
                check(models.get(f), sight, i == 0, DemoCatalogue.frames().get(f).slug() + " on head " + i);
            }
        }
    }

    private void check(EyewearModel model, LineOfSight sight, boolean mean, String name) {
        placement.place(shape, model.worn(), Adjustment.NONE);
        assertEquals(9, Math.toDegrees(placement.pantoscopicTiltRad()), 5, name + ": tilt as worn");
        assertEquals(13, placement.vertexDistanceMm(), mean ? 3 : 4.5, name + ": vertex distance");
        WornMesh worn = WornMesh.of(model, placement);
        float[] p = worn.pointsMm();
        for (EyewearPart part : List.of(EyewearPart.TEMPLE_RIGHT, EyewearPart.TEMPLE_LEFT)) {
            int side = part == EyewearPart.TEMPLE_LEFT ? 1 : -1;
            double earZ = shape[3 * head.vertex(side > 0 ? HeadModel.Named.LEFT_EAR_ROOT : HeadModel.Named.RIGHT_EAR_ROOT) + 2];
            int[] triangles = worn.triangles(part);
            for (int i = 0; i < triangles.length; i += EVERY) {
                int at = 3 * triangles[i];
                if (p[at + 2] > earZ + BEFORE_EAR_MM) {
                    Vector3d point = new Vector3d(p[at] + side * TEMPLE_IN_HEAD_MM, p[at + 1], p[at + 2]);
                    assertTrue(sight.isFree(new Vector3d(side * OUTSIDE_MM, point.y, point.z), point, 0), name + ": temple in the head at " + point);
                }
            }
        }
        boolean touches = false;
        int[] front = worn.triangles(EyewearPart.FRONT);
        for (int i = 0; i < front.length; i += EVERY) {
            int at = 3 * front[i];
            if (Math.abs(p[at] - placement.frameToHead()[12]) < NOSE_HALF_WIDTH_MM && p[at + 1] > NOSE_LOWEST_MM) {
                Vector3d point = new Vector3d(p[at], p[at + 1], p[at + 2]);
                Vector3d before = new Vector3d(point.x, point.y, OUTSIDE_MM);
                touches |= !sight.isFree(before, point, 0);
                assertTrue(sight.isFree(before, point.add(0, 0, NOSE_DEPTH_MM), 0), name + ": sunk into the nose at " + point);
            }
        }
        assertTrue(touches, name + ": rests on the nose");
    }
}
