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
import org.joml.Matrix3d;
import org.joml.Vector3d;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a head that turns degree by degree leaves in sight of the temples, told by rays to the camera: of a thin metal, a thick acetate, a
 * rimless and a large frame.
 */
class TempleSweepTest {
    private static final int FARTHEST_DEG = 60;
    private static final int[] PITCHES_DEG = {-15, 0, 15};
    private static final double DISTANCE_MM = 450;
    private static final float SLICE_MM = 2;
    /** As in visibility.glsl and ear.glsl. */
    private static final double TOLERANCE_MM = 1.5;
    private static final double COVERED_BEFORE_GROOVE_MM = 4;
    private static final double VISIBLE_BEFORE_GROOVE_MM = 16;
    /** Largest change of the visible length in one degree. */
    private static final double LARGEST_CHANGE_MM = 4;
    /** Of the far temple at the farthest turn: what stands out beyond the face, behind the hinge. */
    private static final double FAR_LEFT_MM = 20;

    private final HeadModel head = HeadModel.parse(Files.readAllBytes(Path.of("../face-model/release/head.ewhd")));
    private final float[] shape = new float[3 * head.vertexCount()];
    private final FramePlacement placement = new FramePlacement(head);
    private final LineOfSight sight;

    TempleSweepTest() throws IOException {
        head.copyMeanMm(shape);
        int[] corners = new int[3 * head.triangleCount()];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = head.triangleVertex(i / 3, i % 3);
        }
        sight = new LineOfSight(shape, corners);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lumen", "corvus", "aether", "solstice"})
    void templesComeAndGoInOnePieceWithoutPopping(String slug) throws GlbFormatException {
        DemoFrame frame = DemoCatalogue.frames().stream().filter(f -> f.slug().equals(slug)).findFirst().orElseThrow();
        EyewearModel model = EyewearModel.of(GlbReader.parse(FrameGlb.write(FrameGenerator.generate(frame.spec(frame.variants().getFirst())))));
        placement.place(shape, model.worn(), Adjustment.NONE);
        WornMesh worn = WornMesh.of(model, placement);
        for (EyewearPart part : List.of(EyewearPart.TEMPLE_RIGHT, EyewearPart.TEMPLE_LEFT)) {
            boolean right = part == EyewearPart.TEMPLE_RIGHT;
            double rootZ = shape[3 * head.vertex(right ? HeadModel.Named.RIGHT_EAR_ROOT : HeadModel.Named.LEFT_EAR_ROOT) + 2];
            List<Vector3d> line = middleLine(worn, part, rootZ + COVERED_BEFORE_GROOVE_MM);
            for (int pitchDeg : PITCHES_DEG) {
                // Positive yaw turns the wearer's right side to the camera.
                sweep(line, right ? 1 : -1, pitchDeg, rootZ, slug + " " + part + " pitch " + pitchDeg);
            }
        }
    }

    private void sweep(List<Vector3d> line, int nearYaw, int pitchDeg, double rootZ, String name) {
        double before = Double.NaN;
        for (int yawDeg = FARTHEST_DEG; yawDeg >= -FARTHEST_DEG; yawDeg--) {
            Vector3d camera = camera(nearYaw * yawDeg, pitchDeg);
            String look = name + " yaw " + yawDeg;
            int first = -1;
            int last = -1;
            int seen = 0;
            for (int i = 0; i < line.size(); i++) {
                if (sight.isFree(line.get(i), camera, TOLERANCE_MM)) {
                    first = first < 0 ? i : first;
                    last = i;
                    seen++;
                }
            }
            assertEquals(seen == 0 ? 0 : last - first + 1, seen, "one piece: " + look);
            double length = seen * SLICE_MM;
            if (!Double.isNaN(before)) {
                assertTrue(Math.abs(length - before) <= LARGEST_CHANGE_MM, look + ": from " + before + " to " + length);
            }
            if (yawDeg >= 20) {
                assertTrue(line.get(last).z < rootZ + VISIBLE_BEFORE_GROOVE_MM, "the near temple meets the ear: " + look);
            }
            assertTrue(yawDeg >= 0 || length <= before, "the far temple does not come back: " + look);
            before = length;
        }
        assertTrue(before <= FAR_LEFT_MM, "what stands out beyond the face: " + name + ": " + before);
    }

    private static Vector3d camera(double yawDeg, double pitchDeg) {
        return new Matrix3d().rotateX(Math.toRadians(pitchDeg)).rotateY(Math.toRadians(yawDeg)).transpose()
                .transform(new Vector3d(0, 0, DISTANCE_MM));
    }

    /** Middles of slices across a temple, from the hinge to a depth. */
    private static List<Vector3d> middleLine(WornMesh worn, EyewearPart part, double toZ) {
        float[] p = worn.pointsMm();
        int[] triangles = worn.triangles(part);
        List<Vector3d> line = new ArrayList<>();
        float front = Float.NEGATIVE_INFINITY;
        for (int v : triangles) {
            front = Math.max(front, p[3 * v + 2]);
        }
        for (double z = front - 3 * SLICE_MM; z > toZ; z -= SLICE_MM) {
            line.add(WornMesh.middle(p, triangles, z));
        }
        return line;
    }
}
