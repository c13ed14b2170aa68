package com.eyewearml.client.browser;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eyewearml.face.FacePoints;
import com.eyewearml.face.shape.HeadModel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.joml.Matrix4d;
import org.joml.Vector3d;
import org.joml.Vector4d;

/**
 * A sample face on the mean head, turned in front of a grey wall and seen by a pinhole camera: a picture of a head whose size and
 * place are known. The face has the photograph's landmarks; ears and hair take the photograph where an affine camera, fitted to the
 * landmarks, sees them.
 */
final class TurnedPortrait {
    static final int WIDTH = 640;
    static final int HEIGHT = 480;
    static final double FOV_RAD = Math.toRadians(50);

    private static final Path SAMPLES = Path.of("../face-model/samples");
    private static final int WALL = 0xffb4b4b4;

    private final HeadModel head;
    private final float[] shapeMm;
    private final BufferedImage photograph;
    private final double[] photographPx;

    TurnedPortrait(HeadModel head, String sample) throws IOException {
        this.head = head;
        shapeMm = new float[3 * head.vertexCount()];
        head.copyMeanMm(shapeMm);
        photograph = ImageIO.read(SAMPLES.resolve(sample + ".jpg").toFile());
        JsonArray points = Json.parse(Files.readString(SAMPLES.resolve(sample + ".points.json"))).asObject().get("points").asArray();
        photographPx = new double[2 * head.vertexCount()];
        double[][] camera = {affine(points, 0), affine(points, 1)};
        for (int vertex = 0; vertex < head.vertexCount(); vertex++) {
            for (int axis = 0; axis < 2; axis++) {
                double[] c = camera[axis];
                photographPx[2 * vertex + axis] = vertex < FacePoints.COUNT ? points.get(3 * vertex + axis).asDouble()
                        : c[0] * shapeMm[3 * vertex] + c[1] * shapeMm[3 * vertex + 1] + c[2] * shapeMm[3 * vertex + 2] + c[3];
            }
        }
    }

    /** Least squares of a coordinate of the landmarks over their places on the head and 1. */
    private double[] affine(JsonArray points, int axis) {
        Matrix4d normal = new Matrix4d().zero();
        Vector4d right = new Vector4d();
        for (int i = 0; i < FacePoints.COUNT; i++) {
            double[] row = {shapeMm[3 * i], shapeMm[3 * i + 1], shapeMm[3 * i + 2], 1};
            double value = points.get(3 * i + axis).asDouble();
            for (int r = 0; r < 4; r++) {
                for (int c = 0; c < 4; c++) {
                    normal.set(c, r, normal.get(c, r) + row[r] * row[c]);
                }
                right.setComponent(r, right.get(r) + row[r] * value);
            }
        }
        normal.invert().transform(right);
        return new double[] {right.x, right.y, right.z, right.w};
    }

    /** Head to camera for a head that is turned about its y axis; positive yaw shows the wearer's right side. */
    static Matrix4d pose(double yawDeg, double distanceMm) {
        return new Matrix4d().translation(0, 0, -distanceMm).rotateY(Math.toRadians(yawDeg));
    }

    /** The picture as a PNG file. */
    byte[] draw(Matrix4d cameraFromHead) throws IOException {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        double[] depth = new double[WIDTH * HEIGHT];
        Arrays.fill(depth, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            picture.setRGB(i % WIDTH, i / WIDTH, WALL);
        }
        Vector3d[] camera = new Vector3d[head.vertexCount()];
        for (int i = 0; i < camera.length; i++) {
            camera[i] = cameraFromHead.transformPosition(new Vector3d(shapeMm[3 * i], shapeMm[3 * i + 1], shapeMm[3 * i + 2]));
        }
        for (int i = 0; i < head.triangleCount(); i++) {
            int[] corners = {head.triangleVertex(i, 0), head.triangleVertex(i, 1), head.triangleVertex(i, 2)};
            PixelTriangle.each(camera[corners[0]], camera[corners[1]], camera[corners[2]], WIDTH, HEIGHT, FOV_RAD, (x, y, share, z) -> {
                if (z > depth[y * WIDTH + x]) {
                    depth[y * WIDTH + x] = z;
                    picture.setRGB(x, y, photographAt(corners, share));
                }
            });
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }

    private int photographAt(int[] corners, double[] share) {
        double[] at = new double[2];
        for (int k = 0; k < 3; k++) {
            at[0] += share[k] * photographPx[2 * corners[k]];
            at[1] += share[k] * photographPx[2 * corners[k] + 1];
        }
        double x = Math.clamp(at[0] - 0.5, 0, photograph.getWidth() - 1.001);
        double y = Math.clamp(at[1] - 0.5, 0, photograph.getHeight() - 1.001);
        int rgb = 0xff000000;
        for (int shift = 0; shift <= 16; shift += 8) {
            double value = 0;
            for (int corner = 0; corner < 4; corner++) {
                int px = (int) x + (corner & 1);
                int py = (int) y + (corner >> 1);
                value += (1 - Math.abs(x - px)) * (1 - Math.abs(y - py)) * (photograph.getRGB(px, py) >> shift & 255);
            }
            rgb |= (int) Math.round(value) << shift;
        }
        return rgb;
    }
}
