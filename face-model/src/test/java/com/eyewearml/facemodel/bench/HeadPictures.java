package com.eyewearml.facemodel.bench;

import com.eyewearml.face.RgbaImage;
import com.eyewearml.face.pose.PinholeCamera;
import com.eyewearml.face.pose.RigidPose;
import com.eyewearml.face.shape.HeadModel;
import com.eyewearml.facemodel.ReleasedEngine;
import com.eyewearml.facemodel.data.DataFolder;
import com.eyewearml.facemodel.data.JpegCodec;
import com.eyewearml.facemodel.data.Rgb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * Writes pictures of rendered heads at known turns, for contact sheets: {@code HeadPictures <folder> [people]}. Without the shared data it
 * says so and writes none. The pictures show training portraits and must not be published.
 */
public final class HeadPictures {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 720;
    private static final double FOV_RAD = Math.toRadians(50);
    private static final double DISTANCE_MM = 430;
    private static final int STEP_DEG = 20;
    private static final int FARTHEST_DEG = 60;
    private static final float QUALITY = 0.95f;

    private HeadPictures() { }

    public static void main(String[] args) throws IOException {
        if (args.length < 1 || args.length > 2) {
            throw new IllegalArgumentException("usage: HeadPictures <folder> [people]");
        }
        var data = DataFolder.find();
        if (data.isEmpty()) {
            System.out.println("no rendered heads: expected portraits in shared/data or in the folder named by " + DataFolder.VARIABLE);
            return;
        }
        Path folder = Files.createDirectories(Path.of(args[0]));
        HeadModel head = HeadModel.parse(ReleasedEngine.file("head.ewhd"));
        List<RenderedHead> people = RenderedHeads.read(data.get(), head, args.length > 1 ? Integer.parseInt(args[1]) : 2);
        PinholeCamera camera = new PinholeCamera().set(WIDTH, HEIGHT, FOV_RAD);
        for (int person = 0; person < people.size(); person++) {
            for (int yawDeg = -FARTHEST_DEG; yawDeg <= FARTHEST_DEG; yawDeg += STEP_DEG) {
                RigidPose pose = new RigidPose();
                pose.move(new double[] {0, Math.toRadians(yawDeg), 0, 0, 0, -DISTANCE_MM});
                RgbaImage picture = people.get(person).render(pose, camera, WIDTH, HEIGHT, 0.5, new Random(yawDeg));
                String name = "head" + person + "-" + (char) ('a' + (yawDeg + FARTHEST_DEG) / STEP_DEG) + "-yaw" + yawDeg + ".jpg";
                Files.write(folder.resolve(name), JpegCodec.encode(rgb(picture), QUALITY));
            }
        }
    }

    private static Rgb rgb(RgbaImage picture) {
        byte[] rgb = new byte[3 * picture.width() * picture.height()];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = picture.pixels()[i / 3 * 4 + i % 3];
        }
        return new Rgb(picture.width(), picture.height(), rgb);
    }
}
