package com.eyewearml.facemodel.faces;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.pose.PointModel;
import com.eyewearml.face.pose.PoseSolver;
import com.eyewearml.face.pose.RigidPose;
import com.eyewearml.face.shape.HeadModel;
import java.util.Arrays;

/**
 * An average face as a surface in space: a grid of nodes over its picture, each with a depth that runs through the landmarks and,
 * around the face, through rings that recede to hair, ears and shoulders. Head frame; rotation as the released head model's, origin
 * midway between this face's own inner eye corners.
 *
 * @param pointsMm the 478 landmarks in the head frame
 * @param nodesMm  x, y, z of each node in the head frame, row by row
 * @param nodesPx  x, y of each node in the picture
 * @param grip     per node how far it follows the head: 1 on the head, 0 on the chest
 * @param upright  pose in which the picture shows the face
 */
record Relief(float[] pointsMm, float[] nodesMm, float[] nodesPx, float[] grip, RigidPose upright) {
    /** Spacing of the nodes. */
    static final int STEP_PX = 4;
    private static final int SPLINE_LEVELS = 8;
    /** Rings about the face: size relative to its outline, and recession in face widths. */
    private static final float[][] RINGS = {{1.12f, 0.13f}, {1.3f, 0.26f}, {1.6f, 0.36f}, {2.2f, 0.42f}};
    /** The outermost nodes are drawn outwards, so that shoulders do not end within the picture of a nearer camera. */
    private static final float BEYOND_PX = 300;
    private static final float NECK_WIDTHS = 0.62f;

    /** @param points of the average on {@code camera}'s picture */
    static Relief of(float[] points, SampleCamera camera, HeadModel head, int[] outline) {
        RigidPose upright = pose(points, camera, head);
        float eyesDepth = (points[3 * FacePoints.RIGHT_EYE_INNER + 2] + points[3 * FacePoints.LEFT_EYE_INNER + 2]) / 2;
        float[] shifted = points.clone();
        for (int i = 2; i < shifted.length; i += 3) {
            shifted[i] = eyesDepth - points[i];
        }
        double[] place = new double[3];
        double[] origin = new double[3];
        for (int corner : new int[] {FacePoints.RIGHT_EYE_INNER, FacePoints.LEFT_EYE_INNER}) {
            camera.unproject(points[3 * corner], points[3 * corner + 1], shifted[3 * corner + 2], place);
            for (int k = 0; k < 3; k++) {
                origin[k] += place[k] / 2;
            }
        }
        System.arraycopy(origin, 0, upright.t, 0, 3);
        float[] pointsMm = new float[points.length];
        for (int i = 0; i < points.length; i += 3) {
            toHead(points[i], points[i + 1], shifted[i + 2], camera, upright, pointsMm, i);
        }
        return grid(shifted, pointsMm, camera, upright, outline);
    }

    private static RigidPose pose(float[] points, SampleCamera camera, HeadModel head) {
        PointModel observed = new PointModel(head);
        observed.observe(points, camera.pinhole());
        float[] shape = new float[3 * head.vertexCount()];
        head.copyMeanMm(shape);
        RigidPose pose = new RigidPose();
        if (!new PoseSolver().solve(shape, observed, pose)) {
            throw new IllegalStateException("the average's landmarks determine no pose");
        }
        return pose;
    }

    private static Relief grid(float[] shifted, float[] pointsMm, SampleCamera camera, RigidPose upright, int[] outline) {
        int columns = camera.widthPx() / STEP_PX + 1, rows = camera.heightPx() / STEP_PX + 1;
        WarpField depth = new WarpField(columns, rows, STEP_PX);
        float left = shifted[3 * FacePoints.RIGHT_SIDE], right = shifted[3 * FacePoints.LEFT_SIDE];
        float width = right - left, middle = (left + right) / 2, chin = shifted[3 * FacePoints.CHIN + 1];
        float[] anchors = anchors(shifted, outline, width, middle, camera);
        float[] lifted = anchors.clone();
        for (int i = 0; i < anchors.length; i += 3) {
            lifted[i] = anchors[i] + anchors[i + 2];
        }
        new ScatteredSpline(camera.widthPx(), camera.heightPx(), SPLINE_LEVELS).fit(anchors, lifted, depth);
        float[] nodesMm = new float[3 * columns * rows];
        float[] nodesPx = new float[2 * columns * rows];
        float[] grip = new float[columns * rows];
        for (int i = 0; i < grip.length; i++) {
            float x = i % columns * STEP_PX, y = i / columns * STEP_PX;
            nodesPx[2 * i] = x;
            nodesPx[2 * i + 1] = y;
            float beyondX = x == 0 ? -BEYOND_PX : i % columns == columns - 1 ? BEYOND_PX : 0;
            float beyondY = i / columns == rows - 1 ? BEYOND_PX : 0;
            toHead(x + beyondX, y + beyondY, depth.at(depth.dx, x, y), camera, upright, nodesMm, 3 * i);
            float aside = Math.clamp((Math.abs(x - middle) / width - NECK_WIDTHS) / 0.4f, 0, 1);
            float low = chin + (0.1f - 0.35f * aside) * width;
            float t = Math.clamp((y - low) / (0.55f * width), 0, 1);
            grip[i] = 1 - t * t * (3 - 2 * t);
        }
        return new Relief(pointsMm, nodesMm, nodesPx, grip, upright);
    }

    /** Landmarks of the mesh and the rings: x, y and how much nearer than the eyes, all in pixels. */
    private static float[] anchors(float[] shifted, int[] outline, float width, float middle, SampleCamera camera) {
        float centreY = (shifted[3 * FacePoints.FOREHEAD_TOP + 1] + shifted[3 * FacePoints.CHIN + 1]) / 2;
        float[] anchors = Arrays.copyOf(shifted, 3 * (FacePoints.MESH_COUNT + RINGS.length * outline.length));
        int at = 3 * FacePoints.MESH_COUNT;
        for (float[] ring : RINGS) {
            for (int vertex : outline) {
                float x = middle + ring[0] * (shifted[3 * vertex] - middle);
                float y = centreY + ring[0] * (shifted[3 * vertex + 1] - centreY);
                anchors[at++] = Math.clamp(x, 0, camera.widthPx());
                anchors[at++] = Math.clamp(y, 0, camera.heightPx());
                anchors[at++] = shifted[3 * vertex + 2] - ring[1] * width;
            }
        }
        return anchors;
    }

    private static void toHead(double x, double y, double nearerPx, SampleCamera camera, RigidPose pose, float[] out, int at) {
        double[] p = new double[3];
        camera.unproject(x, y, nearerPx, p);
        for (int k = 0; k < 3; k++) {
            p[k] -= pose.t[k];
        }
        for (int k = 0; k < 3; k++) {
            out[at + k] = (float) (pose.r[k] * p[0] + pose.r[3 + k] * p[1] + pose.r[6 + k] * p[2]);
        }
    }
}
