package com.eyewearml.client.render;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.shape.HeadModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/**
 * The mean head as a pinhole camera sees it under given light, by Lambert's law with mottled skin, brows, eyes, lips and a moist
 * highlight: a picture of which the light is known.
 */
public final class LitHead implements Picture {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final double FOCAL_PX = 515;
    private static final double DISTANCE_MM = 520;
    private static final int MOTTLES = 40;

    /** Light on a surface and from a direction; linear, 1 = what makes a white surface white in the picture. */
    public interface Lighting {
        /** Radiance of a white Lambertian surface with the unit normal; camera frame. */
        void onWhite(double x, double y, double z, double[] rgb);

        /** Radiance of what is behind the head in the direction away from the camera. */
        void behind(double x, double y, double z, double[] rgb);
    }

    /** How the shopper looks. */
    public enum Look {
        PLAIN, BEARD, GLASSES
    }

    private final HeadModel head;
    private final Lighting lighting;
    private final double[] skin;
    private final Look look;
    private final float[] shapeMm;
    private final float[] normals;
    private final float[] pose = new float[16];
    private final float[] landmarksPx = new float[3 * FacePoints.COUNT];
    private final double[] mottles = new double[4 * MOTTLES];
    private final double[] depth = new double[WIDTH * HEIGHT];
    private final byte[] pixels = new byte[3 * WIDTH * HEIGHT];
    private final double[] rgb = new double[3];

    /**
     * Draws the picture.
     *
     * @param skin linear reflectance
     */
    public LitHead(HeadModel head, Lighting lighting, double yawRad, double[] skin, Look look) {
        this.head = head;
        this.lighting = lighting;
        this.skin = skin;
        this.look = look;
        shapeMm = new float[3 * head.vertexCount()];
        head.copyMeanMm(shapeMm);
        int[] triangles = new int[3 * head.triangleCount()];
        for (int i = 0; i < triangles.length; i++) {
            triangles[i] = head.triangleVertex(i / 3, i % 3);
        }
        normals = new float[shapeMm.length];
        VertexNormals.compute(shapeMm, triangles, normals);
        pose[0] = pose[10] = (float) Math.cos(yawRad);
        pose[8] = (float) Math.sin(yawRad);
        pose[2] = -pose[8];
        pose[5] = pose[15] = 1;
        pose[13] = 10;
        pose[14] = (float) -DISTANCE_MM;
        Random random = new Random(7);
        for (int i = 0; i < mottles.length; i++) {
            mottles[i] = random.nextGaussian();
        }
        for (int i = 0; i < FacePoints.COUNT; i++) {
            double[] p = project(i);
            landmarksPx[3 * i] = (float) p[0];
            landmarksPx[3 * i + 1] = (float) p[1];
        }
        drawBehind();
        for (int i = 0; i < triangles.length; i += 3) {
            drawTriangle(triangles[i], triangles[i + 1], triangles[i + 2]);
        }
    }

    /** The head that the engine uses. */
    public static HeadModel engineHead() throws IOException {
        return HeadModel.parse(Files.readAllBytes(Path.of("target/web/head.ewhd")));
    }

    private double[] project(int vertex) {
        float[] p = {shapeMm[3 * vertex], shapeMm[3 * vertex + 1], shapeMm[3 * vertex + 2]};
        double x = pose[0] * p[0] + pose[8] * p[2];
        double y = p[1] + pose[13];
        double z = pose[2] * p[0] + pose[10] * p[2] + pose[14];
        return new double[] {WIDTH / 2.0 + FOCAL_PX * x / -z, HEIGHT / 2.0 - FOCAL_PX * y / -z, -z};
    }

    private void drawBehind() {
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            double x = (i % WIDTH + 0.5 - WIDTH / 2.0) / FOCAL_PX;
            double y = (HEIGHT / 2.0 - i / WIDTH - 0.5) / FOCAL_PX;
            double length = Math.sqrt(x * x + y * y + 1);
            lighting.behind(x / length, y / length, -1 / length, rgb);
            store(i, 1, 1, 1);
        }
        Arrays.fill(depth, Double.MAX_VALUE);
    }

    private void drawTriangle(int a, int b, int c) {
        double[] pa = project(a);
        double[] pb = project(b);
        double[] pc = project(c);
        double area = (pb[0] - pa[0]) * (pc[1] - pa[1]) - (pc[0] - pa[0]) * (pb[1] - pa[1]);
        if (area >= 0) {
            return;
        }
        int fromX = (int) Math.max(0, Math.min(pa[0], Math.min(pb[0], pc[0])));
        int toX = (int) Math.min(WIDTH - 1, Math.max(pa[0], Math.max(pb[0], pc[0])));
        int fromY = (int) Math.max(0, Math.min(pa[1], Math.min(pb[1], pc[1])));
        int toY = (int) Math.min(HEIGHT - 1, Math.max(pa[1], Math.max(pb[1], pc[1])));
        for (int y = fromY; y <= toY; y++) {
            for (int x = fromX; x <= toX; x++) {
                double u = ((pb[0] - x - 0.5) * (pc[1] - y - 0.5) - (pc[0] - x - 0.5) * (pb[1] - y - 0.5)) / area;
                double v = ((pc[0] - x - 0.5) * (pa[1] - y - 0.5) - (pa[0] - x - 0.5) * (pc[1] - y - 0.5)) / area;
                double w = 1 - u - v;
                double z = u * pa[2] + v * pb[2] + w * pc[2];
                int at = y * WIDTH + x;
                if (u >= 0 && v >= 0 && w >= 0 && z < depth[at]) {
                    depth[at] = z;
                    shade(at, mix(shapeMm, a, b, c, u, v, w), mix(normals, a, b, c, u, v, w));
                }
            }
        }
    }

    private static double[] mix(float[] values, int a, int b, int c, double u, double v, double w) {
        double[] out = new double[3];
        for (int i = 0; i < 3; i++) {
            out[i] = u * values[3 * a + i] + v * values[3 * b + i] + w * values[3 * c + i];
        }
        return out;
    }

    private void shade(int at, double[] p, double[] n) {
        double length = Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]);
        double x = (pose[0] * n[0] + pose[8] * n[2]) / length;
        double y = n[1] / length;
        double z = (pose[2] * n[0] + pose[10] * n[2]) / length;
        double mottle = 1;
        for (int i = 0; i < mottles.length; i += 4) {
            mottle += 0.012 * Math.sin((mottles[i] * p[0] + mottles[i + 1] * p[1] + mottles[i + 2] * p[2]) / 14 + 3 * mottles[i + 3]);
        }
        double side = Math.abs(p[0]);
        boolean brow = p[1] > 14 && p[1] < 21 && side > 12 && side < 50 && p[2] > -30;
        boolean eye = p[1] > -6 && p[1] < 6 && side > 17 && side < 44 && p[2] > -30;
        boolean beard = look == Look.BEARD && p[1] < -48 && (side > 24 || p[1] < -82);
        boolean rim = look == Look.GLASSES && p[2] > -35
                && Math.abs(Math.hypot((side - 33) / 24, (p[1] + 3) / 19) - 1) < 0.10;
        boolean hair = p[2] < -40 && p[1] > 10 || p[1] > 88;
        double dark = brow || eye ? 0.3 : beard ? 0.25 : hair || rim ? 0.12 : 1;
        // A moist highlight on forehead, nose and cheekbones.
        double shine = dark == 1 ? 0.25 * Math.pow(Math.max(0, z * 0.9 + y * 0.35), 40) : 0;
        lighting.onWhite(x, y, z, rgb);
        double lips = p[1] < -58 && p[1] > -78 && side < 22 && p[2] > -10 ? 0.75 : 1;
        store(at, skin[0] * mottle * dark + shine * skin[0], skin[1] * mottle * dark * lips + shine * skin[0],
                skin[2] * mottle * dark * lips + shine * skin[0]);
    }

    private void store(int at, double red, double green, double blue) {
        double[] albedo = {red, green, blue};
        for (int c = 0; c < 3; c++) {
            double linear = Math.clamp(albedo[c] * rgb[c], 0, 1);
            double encoded = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
            pixels[3 * at + c] = (byte) Math.round(255 * encoded);
        }
    }

    /** What an estimate makes of the picture alone. */
    public LightEstimate estimate() {
        LightEstimate estimate = new LightEstimate(head);
        look(estimate, 0);
        return estimate;
    }

    /** Shows the picture to an estimate. */
    public void look(LightEstimate estimate, double timestampMs) {
        estimate.update(this, landmarksPx, normals, pose, timestampMs);
    }

    float[] landmarksPx() {
        return landmarksPx;
    }

    float[] normals() {
        return normals;
    }

    float[] pose() {
        return pose;
    }

    @Override
    public int widthPx() {
        return WIDTH;
    }

    @Override
    public int heightPx() {
        return HEIGHT;
    }

    @Override
    public int channel(int x, int y, int channel) {
        return pixels[3 * (y * WIDTH + x) + channel] & 0xff;
    }
}
