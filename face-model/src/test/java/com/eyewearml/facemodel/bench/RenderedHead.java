package com.eyewearml.facemodel.bench;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.RgbaImage;
import com.eyewearml.face.pose.PinholeCamera;
import com.eyewearml.face.pose.RigidPose;
import com.eyewearml.face.shape.HeadModel;
import com.eyewearml.facemodel.data.Pyramid;
import com.eyewearml.facemodel.data.Rgb;
import com.eyewearml.facemodel.data.Topology;
import com.eyewearml.facemodel.head.Procrustes;
import com.eyewearml.facemodel.sample.Canvas;
import java.util.Arrays;
import java.util.Random;

/**
 * A portrait as a head in space, seen by a known camera. Its 478 labelled points, their depth brought to true proportions, are moved
 * onto the mean head by the similarity that the head model itself was made with; this defines the true head frame and the true size.
 * Two rings around the face, hair and ears and a transparent edge, turn with it, somewhat behind it.
 */
final class RenderedHead {
    /** Of the labels, from the same measurement as the head model's (docs/decisions/0006). */
    private static final double DEPTH_FACTOR = 0.904;
    private static final double LABEL_SD_MM = 1;
    private static final float[] RING_SPREAD = {1.3f, 1.65f};
    private static final float[] RING_DEPTH = {0.28f, 0.36f};
    private static final int SMALLEST_LEVEL_PX = 36;
    private static final int NOISE_VALUES = 1 << 18;
    private static final float[] NOISE = noise();

    /** x, y, z of the 478 points and then of the rings, head frame, millimetres. */
    final float[] pointsMm;
    private final Pyramid portrait;
    private final float[] source;
    private final float[] opacity;
    private final int[] triangles;
    private final float[] target;
    private final Rgb background;
    private final double mmPerPortraitPx;
    private Canvas canvas = new Canvas(1, 1);

    RenderedHead(Rgb portrait, float[] label, Rgb background, Topology topology, HeadModel head) {
        this.portrait = Pyramid.of(portrait, SMALLEST_LEVEL_PX);
        this.background = background;
        int[] outline = topology.outline();
        int vertices = FacePoints.COUNT + RING_SPREAD.length * outline.length;
        source = new float[2 * vertices];
        double[] shape = new double[3 * vertices];
        opacity = new float[vertices];
        Arrays.fill(opacity, 0, FacePoints.COUNT + outline.length, 1);
        for (int i = 0; i < FacePoints.COUNT; i++) {
            place(i, label[3 * i], label[3 * i + 1], label[3 * i + 2], shape);
        }
        double width = label[3 * FacePoints.LEFT_SIDE] - label[3 * FacePoints.RIGHT_SIDE];
        float middleX = (label[3 * FacePoints.LEFT_SIDE] + label[3 * FacePoints.RIGHT_SIDE]) / 2;
        float middleY = (label[3 * FacePoints.FOREHEAD_TOP + 1] + label[3 * FacePoints.CHIN + 1]) / 2;
        for (int ring = 0; ring < RING_SPREAD.length; ring++) {
            for (int i = 0; i < outline.length; i++) {
                int from = 3 * outline[i];
                float x = Math.clamp(middleX + RING_SPREAD[ring] * (label[from] - middleX), 1, portrait.width() - 1);
                float y = Math.clamp(middleY + RING_SPREAD[ring] * (label[from + 1] - middleY), 1, portrait.height() - 1);
                place(ringVertex(ring + 1, i, outline), x, y, label[from + 2] + RING_DEPTH[ring] * (float) width, shape);
            }
        }
        triangles = triangles(topology);
        double[] moved = new Procrustes(weights(head, vertices)).align(shape, mean(head, vertices));
        pointsMm = new float[moved.length];
        for (int i = 0; i < moved.length; i++) {
            pointsMm[i] = (float) moved[i];
        }
        target = new float[moved.length];
        mmPerPortraitPx = Math.abs(moved[3 * FacePoints.LEFT_SIDE] - moved[3 * FacePoints.RIGHT_SIDE]) / width;
    }

    private static float[] noise() {
        Random random = new Random(7);
        float[] noise = new float[NOISE_VALUES];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        return noise;
    }

    private void place(int vertex, float x, float y, float z, double[] shape) {
        source[2 * vertex] = x;
        source[2 * vertex + 1] = y;
        shape[3 * vertex] = x;
        shape[3 * vertex + 1] = -y;
        shape[3 * vertex + 2] = -DEPTH_FACTOR * z;
    }

    private static int ringVertex(int ring, int i, int[] outline) {
        return ring == 0 ? outline[i] : FacePoints.COUNT + (ring - 1) * outline.length + i;
    }

    private static int[] triangles(Topology topology) {
        int[] outline = topology.outline();
        int n = outline.length;
        int[] triangles = new int[3 * (topology.triangles().length + 2 * RING_SPREAD.length * n)];
        int at = 0;
        for (int[] triangle : topology.triangles()) {
            for (int corner : triangle) {
                triangles[at++] = corner;
            }
        }
        for (int ring = 0; ring < RING_SPREAD.length; ring++) {
            for (int i = 0; i < n; i++) {
                int a = ringVertex(ring, i, outline);
                int b = ringVertex(ring, (i + 1) % n, outline);
                int c = ringVertex(ring + 1, i, outline);
                int d = ringVertex(ring + 1, (i + 1) % n, outline);
                for (int corner : new int[] {a, b, c, b, d, c}) {
                    triangles[at++] = corner;
                }
            }
        }
        return triangles;
    }

    private static double[] weights(HeadModel head, int vertices) {
        double[] weights = new double[vertices];
        for (int i = 0; i < FacePoints.COUNT; i++) {
            weights[i] = 1 / (LABEL_SD_MM * LABEL_SD_MM + head.expressionSdMm(i) * head.expressionSdMm(i));
        }
        return weights;
    }

    private static double[] mean(HeadModel head, int vertices) {
        double[] mean = new double[3 * vertices];
        for (int i = 0; i < 3 * FacePoints.COUNT; i++) {
            mean[i] = head.meanMm(i);
        }
        return mean;
    }

    /** Writes x, y of the 478 points as the camera sees them, continuous pixels; z is left alone. */
    void project(RigidPose pose, PinholeCamera camera, float[] landmarksPx) {
        for (int i = 0; i < 3 * FacePoints.COUNT; i += 3) {
            double z = coordinate(pose, 2, i);
            landmarksPx[i] = (float) camera.pixelX(coordinate(pose, 0, i), z);
            landmarksPx[i + 1] = (float) camera.pixelY(coordinate(pose, 1, i), z);
        }
    }

    private double coordinate(RigidPose pose, int axis, int at) {
        return pose.r[3 * axis] * pointsMm[at] + pose.r[3 * axis + 1] * pointsMm[at + 1] + pose.r[3 * axis + 2] * pointsMm[at + 2]
                + pose.t[axis];
    }

    /** Writes the place of a point in the camera frame. */
    void inCamera(RigidPose pose, int point, double[] out) {
        for (int axis = 0; axis < 3; axis++) {
            out[axis] = coordinate(pose, axis, 3 * point);
        }
    }

    /**
     * Renders the head before its background.
     *
     * @param noise scale of the sensor's noise: 1 for an indoor webcam, whose standard deviation is √(4 + v / 10) of 255 levels at
     *     brightness v, independent in every pixel and channel
     */
    RgbaImage render(RigidPose pose, PinholeCamera camera, int widthPx, int heightPx, double noise, Random random) {
        if (canvas.width != widthPx || canvas.height != heightPx) {
            canvas = new Canvas(widthPx, heightPx);
        }
        canvas.clear();
        for (int i = 0; i < target.length; i += 3) {
            double z = coordinate(pose, 2, i);
            target[i] = (float) camera.pixelX(coordinate(pose, 0, i), z);
            target[i + 1] = (float) camera.pixelY(coordinate(pose, 1, i), z);
            target[i + 2] = (float) -z;
        }
        int level = portrait.levelFor((float) (-pose.t[2] / camera.focalPx() / mmPerPortraitPx));
        canvas.draw(portrait, level, triangles, target, source, opacity);
        return develop(widthPx, heightPx, noise, random);
    }

    private RgbaImage develop(int widthPx, int heightPx, double noise, Random random) {
        byte[] rgba = new byte[4 * widthPx * heightPx];
        float step = Math.min((float) background.width() / widthPx, (float) background.height() / heightPx);
        byte[] behind = background.pixels();
        int draw = random.nextInt(NOISE_VALUES);
        for (int i = 0; i < widthPx * heightPx; i++) {
            int from = 3 * ((int) (i / widthPx * step) * background.width() + (int) (i % widthPx * step));
            float head = canvas.coverage[i];
            for (int k = 0; k < 3; k++) {
                double v = head * canvas.rgb[3 * i + k] + (1 - head) * (behind[from + k] & 255);
                if (noise > 0) {
                    draw = draw * 5 + 1 & NOISE_VALUES - 1;
                    v += noise * Math.sqrt(4 + v / 10) * NOISE[draw];
                }
                rgba[4 * i + k] = (byte) Math.clamp(Math.round(v), 0, 255);
            }
            rgba[4 * i + 3] = (byte) 255;
        }
        return new RgbaImage(widthPx, heightPx, rgba);
    }
}
