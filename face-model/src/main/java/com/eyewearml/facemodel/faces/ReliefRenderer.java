package com.eyewearml.facemodel.faces;

import com.eyewearml.face.pose.PinholeCamera;
import com.eyewearml.face.pose.RigidPose;
import com.eyewearml.facemodel.data.Pyramid;
import com.eyewearml.facemodel.data.Rgb;
import com.eyewearml.facemodel.sample.Canvas;
import java.util.Arrays;
import java.util.List;

/** Draws an average face in a pose through a pinhole camera, in front of a wall. */
final class ReliefRenderer {
    /** Samples a pixel's side. */
    private static final int OVERSAMPLING = 2;
    private final Relief relief;
    private final Neck neck;
    private final Pyramid skin;
    private final int[] triangles;
    private final Pyramid colour;
    private final Pyramid cover;
    private final float[] opaque;
    private final float[] projected;
    private final Canvas canvas;
    private final LightImage wall;
    private final PinholeCamera camera;
    private final RigidPose rest;

    /**
     * @param cutOut the average's picture, of the size that the relief was made for
     * @param rest   pose of the chest
     */
    ReliefRenderer(Relief relief, Neck neck, LightImage cutOut, LightImage wall, double verticalFovRad, RigidPose rest) {
        this.relief = relief;
        this.neck = neck;
        skin = new Pyramid(List.of(neck.skin()));
        this.wall = wall;
        this.rest = rest;
        triangles = triangles(cutOut.width / Relief.STEP_PX + 1, cutOut.height / Relief.STEP_PX + 1);
        colour = new Pyramid(List.of(withoutCover(cutOut).encode()));
        cover = new Pyramid(List.of(cover(cutOut)));
        int nodes = relief.nodesMm().length / 3;
        opaque = new float[nodes];
        Arrays.fill(opaque, 1);
        projected = new float[3 * nodes];
        canvas = new Canvas(OVERSAMPLING * wall.width, OVERSAMPLING * wall.height);
        camera = new PinholeCamera().set(canvas.width, canvas.height, verticalFovRad);
    }

    private static int[] triangles(int columns, int rows) {
        int[] out = new int[6 * (columns - 1) * (rows - 1)];
        int at = 0;
        for (int y = 0; y + 1 < rows; y++) {
            for (int x = 0; x + 1 < columns; x++) {
                int a = y * columns + x;
                for (int corner : new int[] {a, a + 1, a + columns, a + 1, a + columns + 1, a + columns}) {
                    out[at++] = corner;
                }
            }
        }
        return out;
    }

    private static LightImage withoutCover(LightImage in) {
        LightImage out = new LightImage(in.width, in.height);
        for (int i = 0; i < in.values.length; i += LightImage.CHANNELS) {
            for (int k = 0; k < 3; k++) {
                out.values[i + k] = in.values[i + k] / Math.max(in.values[i + 3], 0.02f);
            }
        }
        return out;
    }

    private static Rgb cover(LightImage in) {
        byte[] out = new byte[3 * in.width * in.height];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) Math.round(255 * in.values[LightImage.CHANNELS * (i / 3) + 3]);
        }
        return new Rgb(in.width, in.height, out);
    }

    /** The picture of the face with its head in a pose. */
    Rgb render(RigidPose pose) {
        LightImage behind = drawNeck(pose);
        project(relief.nodesMm(), relief.grip(), pose);
        float[] light = new float[canvas.rgb.length];
        canvas.clear();
        canvas.draw(colour, 0, triangles, projected, relief.nodesPx(), opaque);
        System.arraycopy(canvas.rgb, 0, light, 0, light.length);
        canvas.clear();
        canvas.draw(cover, 0, triangles, projected, relief.nodesPx(), opaque);
        for (int i = 0; i < canvas.coverage.length; i++) {
            canvas.coverage[i] *= canvas.rgb[3 * i] / 255;
        }
        return layer(light, behind).encode();
    }

    private LightImage drawNeck(RigidPose pose) {
        project(neck.nodesMm(), neck.grip(), pose);
        canvas.clear();
        canvas.draw(skin, 0, neck.triangles(), projected, neck.nodesPx(), opaque);
        return layer(canvas.rgb, wall);
    }

    private void project(float[] p, float[] grip, RigidPose pose) {
        for (int i = 0; i < p.length; i += 3) {
            double x = mixed(pose, 0, p, i, grip[i / 3]), y = mixed(pose, 1, p, i, grip[i / 3]), z = mixed(pose, 2, p, i, grip[i / 3]);
            projected[i] = (float) camera.pixelX(x, z);
            projected[i + 1] = (float) camera.pixelY(y, z);
            projected[i + 2] = (float) -z;
        }
    }

    private double mixed(RigidPose pose, int axis, float[] p, int i, float grip) {
        return grip * apply(pose, axis, p, i) + (1 - grip) * apply(rest, axis, p, i);
    }

    /** One coordinate of a head-frame point in the camera frame. */
    static double apply(RigidPose pose, int axis, float[] p, int i) {
        return pose.r[3 * axis] * p[i] + pose.r[3 * axis + 1] * p[i + 1] + pose.r[3 * axis + 2] * p[i + 2] + pose.t[axis];
    }

    /** Lays what was drawn over a picture, at the picture's resolution. */
    private LightImage layer(float[] rgb, LightImage behind) {
        LightImage out = new LightImage(behind.width, behind.height);
        float share = 1f / (OVERSAMPLING * OVERSAMPLING);
        for (int i = 0; i < canvas.coverage.length; i++) {
            int x = i % canvas.width / OVERSAMPLING, y = i / canvas.width / OVERSAMPLING;
            int at = LightImage.CHANNELS * (y * out.width + x);
            float alpha = canvas.coverage[i];
            for (int k = 0; k < 3; k++) {
                out.values[at + k] += share * (alpha * LightImage.toLight(rgb[3 * i + k] / 255) + (1 - alpha) * behind.values[at + k]);
            }
            out.values[at + 3] += share;
        }
        return out;
    }
}
