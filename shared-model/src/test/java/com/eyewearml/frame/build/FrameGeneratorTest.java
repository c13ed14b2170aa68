package com.eyewearml.frame.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.frame.FrameModel;
import com.eyewearml.frame.FramePart;
import com.eyewearml.frame.FrameSpec;
import com.eyewearml.frame.Surface;
import com.eyewearml.frame.geometry.TriangleMesh;
import java.util.HashSet;
import java.util.Set;
import org.joml.Matrix4d;
import org.joml.Vector3d;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrameGeneratorTest {
    private static final int MAX_TRIANGLES = 24_000;
    private static final int MAX_CATALOGUE_TRIANGLES = 15_000;
    private static final double SIZE_TOLERANCE_MM = 0.2;

    @ParameterizedTest
    @MethodSource({"com.eyewearml.frame.build.SampleSpecs#catalogue", "com.eyewearml.frame.build.SampleSpecs#random"})
    void everyPartIsClosedAtTrueSizeAndSymmetric(FrameSpec spec) {
        FrameModel frame = FrameGenerator.generate(spec);
        int triangles = 0;
        for (FramePart part : frame.parts()) {
            for (Surface surface : part.surfaces()) {
                assertSound(part.name() + " " + surface.material().name(), surface.mesh());
                triangles += surface.mesh().triangleCount();
            }
        }
        assertTrue(triangles < MAX_TRIANGLES, triangles + " triangles");
        assertSize(frame);
        assertMirrored(frame.front(), frame.front());
        assertMirrored(frame.lensLeft(), frame.lensRight());
        assertMirrored(frame.templeLeft(), frame.templeRight());
        assertTempleLength(frame.templeLeft(), spec.dimensions().templeLengthMm());
        assertHinged(frame);
    }

    @ParameterizedTest
    @MethodSource("com.eyewearml.frame.build.SampleSpecs#catalogue")
    void catalogueFramesAreLightAndWellTriangulated(FrameSpec spec) {
        int triangles = 0;
        int thin = 0;
        for (FramePart part : FrameGenerator.generate(spec).parts()) {
            for (Surface surface : part.surfaces()) {
                MeshTopology topology = new MeshTopology(surface.mesh());
                for (int t = 0; t < surface.mesh().triangleCount(); t++) {
                    thin += topology.minAngleDeg(t) < 4 ? 1 : 0;
                }
                triangles += surface.mesh().triangleCount();
            }
        }
        assertTrue(triangles < MAX_CATALOGUE_TRIANGLES, triangles + " triangles");
        assertTrue(thin < 0.02 * triangles, thin + " of " + triangles + " triangles have an angle below 4 degrees");
    }

    private static void assertSound(String name, TriangleMesh mesh) {
        MeshTopology topology = new MeshTopology(mesh);
        assertEquals(0, topology.openEdges(), name + ": edges not shared by two opposite triangles");
        assertTrue(topology.volumeMm3() > 0.5, name + " encloses " + topology.volumeMm3() + " mm3");
        for (int t = 0; t < mesh.triangleCount(); t++) {
            assertTrue(topology.minAngleDeg(t) > 0.01, name + ": triangle " + t + " is degenerate");
        }
        assertTrue(topology.worstNormalAgreement() > 0.3, name + ": a normal turns away by " + topology.worstNormalAgreement());
        for (float uv : mesh.uvs()) {
            assertTrue(uv >= 0 && uv <= 1, name + ": texture coordinate " + uv);
        }
    }

    private static void assertSize(FrameModel frame) {
        double[] left = box(frame.lensLeft());
        double[] right = box(frame.lensRight());
        var dimensions = frame.spec().dimensions();
        assertEquals(dimensions.lensWidthMm(), left[3] - left[0], SIZE_TOLERANCE_MM, "lens width A");
        assertEquals(dimensions.lensHeightMm(), left[4] - left[1], SIZE_TOLERANCE_MM, "lens height B");
        assertEquals(dimensions.dblMm(), left[0] - right[3], SIZE_TOLERANCE_MM, "distance between lenses");
        double[] front = box(frame.front());
        assertEquals(dimensions.totalWidthMm(), front[3] - front[0], SIZE_TOLERANCE_MM, "total width");
    }

    /** Smallest and largest x, y, z in frame coordinates. */
    private static double[] box(FramePart part) {
        double[] box = {1e9, 1e9, 1e9, -1e9, -1e9, -1e9};
        for (Surface surface : part.surfaces()) {
            float[] p = surface.mesh().positionsMm();
            for (int i = 0; i < p.length; i++) {
                double value = p[i] + part.originMm().get(i % 3);
                box[i % 3] = Math.min(box[i % 3], value);
                box[3 + i % 3] = Math.max(box[3 + i % 3], value);
            }
        }
        return box;
    }

    private static void assertMirrored(FramePart left, FramePart right) {
        assertEquals(0, left.originMm().x() + right.originMm().x(), 1e-9);
        Set<Long> mirrored = new HashSet<>();
        for (Surface surface : right.surfaces()) {
            float[] p = surface.mesh().positionsMm();
            for (int i = 0; i < p.length; i += 3) {
                mirrored.add(key(-p[i], p[i + 1], p[i + 2]));
            }
        }
        for (Surface surface : left.surfaces()) {
            float[] p = surface.mesh().positionsMm();
            for (int i = 0; i < p.length; i += 3) {
                assertTrue(mirrored.contains(key(p[i], p[i + 1], p[i + 2])), left.name() + " has no mirror image of " + p[i] + ", "
                        + p[i + 1] + ", " + p[i + 2]);
            }
        }
    }

    private static long key(float x, float y, float z) {
        return ((long) Float.floatToIntBits(x + 0f) * 31 + Float.floatToIntBits(y + 0f)) * 1_000_003 + Float.floatToIntBits(z + 0f);
    }

    private static void assertTempleLength(FramePart temple, double expectedMm) {
        assertEquals(expectedMm, TempleMeasure.lengthMm(temple), SIZE_TOLERANCE_MM, "temple length");
    }

    /** Barrels of front and temple touch, and a quarter turn about the axis brings the temple behind the front. */
    private static void assertHinged(FrameModel frame) {
        FramePart temple = frame.templeLeft();
        double nearest = 1e9;
        for (Surface ours : temple.surfaces()) {
            for (Surface theirs : frame.front().surfaces()) {
                nearest = Math.min(nearest, nearest(ours.mesh().positionsMm(), theirs.mesh().positionsMm(), temple.originMm().get(new Vector3d())));
            }
        }
        assertTrue(nearest < 0.3, "the temple is " + nearest + " mm from the front");
        assertEquals(1, temple.hingeAxis().length(), 1e-9);
        Matrix4d fold = new Matrix4d().rotate(Math.PI / 2, temple.hingeAxis());
        Vector3d backwards = new Vector3d(0, temple.hingeAxis().z(), -temple.hingeAxis().y());
        Vector3d folded = fold.transformDirection(new Vector3d(backwards));
        assertEquals(-1, folded.x, 1e-9, "folds towards the other side");
        Vector3d rightFolded = new Matrix4d().rotate(Math.PI / 2, frame.templeRight().hingeAxis()).transformDirection(backwards);
        assertEquals(1, rightFolded.x, 1e-9, "folds towards the other side");
    }

    private static double nearest(float[] ours, float[] theirs, Vector3d offset) {
        double nearest = 1e9;
        for (int i = 0; i < ours.length; i += 3) {
            double x = ours[i] + offset.x;
            double y = ours[i + 1] + offset.y;
            double z = ours[i + 2] + offset.z;
            for (int j = 0; Math.abs(ours[i + 2]) < 4 && j < theirs.length; j += 3) {
                double dx = x - theirs[j];
                double dy = y - theirs[j + 1];
                double dz = z - theirs[j + 2];
                nearest = Math.min(nearest, dx * dx + dy * dy + dz * dz);
            }
        }
        return Math.sqrt(nearest);
    }
}
