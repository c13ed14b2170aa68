package com.eyewearml.client.browser;

import com.eyewearml.client.render.EyewearModel;
import com.eyewearml.client.render.EyewearPart;
import com.eyewearml.client.render.WornMesh;
import com.eyewearml.face.shape.HeadModel;
import com.eyewearml.fit.Adjustment;
import com.eyewearml.fit.FramePlacement;
import com.eyewearml.trace.LineOfSight;
import java.util.Arrays;
import org.joml.Matrix4d;
import org.joml.Vector3d;

/**
 * How many pixels of a frame a head leaves in sight, worked out on the JVM: the frame's triangles by rays through the pixels, the head
 * by rays from the frame to the camera.
 */
final class ExpectedParts {
    /** As in visibility.glsl and ear.glsl: how far a part may be inside the head, and where the ear covers half of a temple. */
    private static final double TEMPLE_TOLERANCE_MM = 1.5;
    private static final double FRONT_TOLERANCE_MM = 6;
    private static final double FRONT_BEGINS_MM = -12;
    private static final double TEMPLE_BEGINS_MM = -45;
    private static final double HALF_COVERED_BEFORE_GROOVE_MM = 10;

    /** Pixels of the temples, of the front's halves, and the columns from and to which the front reaches. */
    record Seen(int temples, int right, int left, double fromPx, double toPx) { }

    private final HeadModel head;
    private final FramePlacement placement;
    private final int[] headCorners;

    ExpectedParts(HeadModel head) {
        this.head = head;
        placement = new FramePlacement(head);
        headCorners = new int[3 * head.triangleCount()];
        for (int i = 0; i < headCorners.length; i++) {
            headCorners[i] = head.triangleVertex(i / 3, i % 3);
        }
    }

    Seen of(EyewearModel model, float[] shapeMm, Matrix4d cameraFromHead, double fovRad, int width, int height) {
        placement.place(shapeMm, model.worn(), Adjustment.NONE);
        WornMesh worn = WornMesh.of(model, placement);
        int points = worn.pointsMm().length / 3;
        Vector3d[] inHead = new Vector3d[points];
        Vector3d[] inCamera = new Vector3d[points];
        for (int i = 0; i < points; i++) {
            inHead[i] = new Vector3d(worn.pointsMm()[3 * i], worn.pointsMm()[3 * i + 1], worn.pointsMm()[3 * i + 2]);
            inCamera[i] = cameraFromHead.transformPosition(new Vector3d(inHead[i]));
        }
        double[] depth = new double[width * height];
        Arrays.fill(depth, Double.NEGATIVE_INFINITY);
        Vector3d[] nearest = new Vector3d[width * height];
        EyewearPart[] parts = new EyewearPart[width * height];
        for (EyewearPart part : EyewearPart.values()) {
            int[] corners = part.isLens() ? new int[0] : worn.triangles(part);
            for (int i = 0; i < corners.length; i += 3) {
                int[] c = {corners[i], corners[i + 1], corners[i + 2]};
                PixelTriangle.each(inCamera[c[0]], inCamera[c[1]], inCamera[c[2]], width, height, fovRad, (x, y, share, z) -> {
                    if (z > depth[y * width + x]) {
                        depth[y * width + x] = z;
                        parts[y * width + x] = part;
                        nearest[y * width + x] = new Vector3d(inHead[c[0]]).mul(share[0]).fma(share[1], inHead[c[1]]).fma(share[2], inHead[c[2]]);
                    }
                });
            }
        }
        return count(worn, inCamera, parts, nearest, shapeMm, cameraFromHead, fovRad, width, height);
    }

    private Seen count(WornMesh worn, Vector3d[] inCamera, EyewearPart[] parts, Vector3d[] points, float[] shapeMm, Matrix4d cameraFromHead,
            double fovRad, int width, int height) {
        LineOfSight sight = new LineOfSight(shapeMm, headCorners);
        Vector3d camera = new Matrix4d(cameraFromHead).invert().transformPosition(new Vector3d());
        Matrix4d frameFromHead = new Matrix4d().set(placement.frameToHead()).invert();
        int temples = 0;
        int right = 0;
        int left = 0;
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] == null) {
                continue;
            }
            Vector3d inFrame = frameFromHead.transformPosition(new Vector3d(points[i]));
            double t = Math.clamp((inFrame.z - TEMPLE_BEGINS_MM) / (FRONT_BEGINS_MM - TEMPLE_BEGINS_MM), 0, 1);
            double tolerance = TEMPLE_TOLERANCE_MM + (FRONT_TOLERANCE_MM - TEMPLE_TOLERANCE_MM) * t * t * (3 - 2 * t);
            if (!sight.isFree(points[i], camera, tolerance)) {
                continue;
            }
            if (parts[i] == EyewearPart.FRONT) {
                right += inFrame.x < 0 ? 1 : 0;
                left += inFrame.x < 0 ? 0 : 1;
            } else if (points[i].z > earRootZ(shapeMm) + HALF_COVERED_BEFORE_GROOVE_MM) {
                temples++;
            }
        }
        double[] reach = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int vertex : worn.triangles(EyewearPart.FRONT)) {
            double x = width / 2.0 - height / 2.0 / Math.tan(fovRad / 2) * inCamera[vertex].x / inCamera[vertex].z;
            reach[0] = Math.min(reach[0], x);
            reach[1] = Math.max(reach[1], x);
        }
        return new Seen(temples, right, left, reach[0], reach[1]);
    }

    private double earRootZ(float[] shapeMm) {
        return (shapeMm[3 * head.vertex(HeadModel.Named.RIGHT_EAR_ROOT) + 2] + shapeMm[3 * head.vertex(HeadModel.Named.LEFT_EAR_ROOT) + 2]) / 2;
    }
}
