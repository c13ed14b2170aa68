package com.eyewearml.facemodel.faces;

import com.eyewearml.face.pose.RigidPose;
import com.eyewearml.face.shape.HeadModel;
import com.eyewearml.facemodel.ReleasedEngine;
import com.eyewearml.facemodel.data.DataFolder;
import com.eyewearml.facemodel.data.Portraits;
import com.eyewearml.facemodel.data.Topology;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Composes the sample faces and the clip of a turning head. Argument: output folder. */
public final class SampleFaces {
    /** Width of a sample; the average is wider, for the clip. */
    static final int WIDTH_PX = 576;
    static final int SAMPLE_LIMIT_BYTES = 70_000;
    static final int CLIP_LIMIT_BYTES = 700_000;
    private static final int CLIP_WIDTH_PX = 640;
    private static final int CLIP_HEIGHT_PX = 480;
    private static final int CLIP_FRAMES = 48;
    private static final double CLIP_FPS = 15;
    private static final double CLIP_FOV_RAD = Math.toRadians(29);
    private static final double[] CLIP_REST_MM = {0, 5, -560};
    private static final String CLIP_GROUP = "man-dark-hair";
    private static final float[] WALL = {0.86f, 0.86f, 0.85f};

    private final Path folder;
    private final Path data;
    private final Gson gson = new GsonBuilder().setPrettyPrinting().create();

    SampleFaces(Path folder, Path data) {
        this.folder = folder;
        this.data = data;
    }

    public static void main(String[] args) throws IOException {
        if (args.length != 1 || args[0].equals("--help")) {
            System.out.println("""
                    usage: SampleFaces FOLDER
                    Averages groups of portraits into sample faces and turns one of them into a clip.
                    Writes JPEG pictures, a motion JPEG clip, their landmarks and poses, and samples.json into FOLDER.
                    Needs the training data: shared/data beside the project, or EYEWEARML_DATA. Takes some minutes.""");
            return;
        }
        new SampleFaces(Files.createDirectories(Path.of(args[0])), DataFolder.require()).compose();
    }

    private void compose() throws IOException {
        List<SampleGroup> groups = SampleGroup.read();
        List<AverageFace> faces = new ArrayList<>();
        for (SampleGroup group : groups) {
            System.out.println(group.id() + ": averaging " + group.portraits().size() + " portraits");
            faces.add(average(group));
        }
        write(groups, faces);
    }

    /** Writes pictures, clip and manifest of averages that are at hand. */
    void write(List<SampleGroup> groups, List<AverageFace> faces) throws IOException {
        List<SampleManifest.Sample> samples = new ArrayList<>();
        List<SampleManifest.Clip> clips = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            LightImage cutOut = Finish.restore(faces.get(i).cutOut(), faces.get(i).points());
            samples.add(still(groups.get(i), faces.get(i), cutOut));
            if (groups.get(i).id().equals(CLIP_GROUP)) {
                clips.add(clip(faces.get(i), cutOut));
            }
        }
        write("samples.json", gson.toJson(new SampleManifest(samples, clips)) + "\n");
    }

    AverageFace average(SampleGroup group) throws IOException {
        Portraits portraits = Portraits.read(data, entry -> group.contains(entry.file()));
        List<LightImage> cutOuts = new ArrayList<>();
        for (int i = 0; i < portraits.images().size(); i++) {
            cutOuts.add(StudioKey.cutOut(portraits.images().get(i), portraits.index().get(i), portraits.points().get(i)));
        }
        return AverageFace.of(cutOuts, portraits.points());
    }

    private SampleManifest.Sample still(SampleGroup group, AverageFace face, LightImage cutOut) throws IOException {
        int margin = (AverageFace.WIDTH_PX - WIDTH_PX) / 2;
        LightImage picture = cutOut.columns(margin, WIDTH_PX);
        float[] points = face.points().clone();
        for (int i = 0; i < points.length; i++) {
            points[i] = Math.round(10 * (points[i] - (i % 3 == 0 ? margin : 0))) / 10f;
        }
        SampleCamera camera = SampleCamera.of(face.points(), WIDTH_PX, AverageFace.HEIGHT_PX);
        LightImage wall = Finish.wall(WIDTH_PX, AverageFace.HEIGHT_PX, WALL);
        Files.write(folder.resolve(group.id() + ".jpg"), Jpeg.encode(picture.over(wall).encode(), SAMPLE_LIMIT_BYTES));
        write(group.id() + ".points.json", new Gson().toJson(new SampleManifest.Points(points)) + "\n");
        return new SampleManifest.Sample(group.id() + ".jpg", group.title(), WIDTH_PX, AverageFace.HEIGHT_PX, group.portraits().size(),
                face.nearestDifference(), camera.verticalFovRad(), SampleCamera.DISTANCE_MM, group.id() + ".points.json");
    }

    private SampleManifest.Clip clip(AverageFace face, LightImage cutOut) throws IOException {
        System.out.println("turning the head");
        SampleCamera camera = SampleCamera.of(face.points(), AverageFace.WIDTH_PX, AverageFace.HEIGHT_PX);
        HeadModel head = HeadModel.parse(ReleasedEngine.file("head.ewhd"));
        Relief relief = Relief.of(face.points(), camera, head, Topology.read(data).outline());
        HeadMotion motion = new HeadMotion(CLIP_FRAMES, CLIP_REST_MM);
        LightImage wall = Finish.wall(CLIP_WIDTH_PX, CLIP_HEIGHT_PX, WALL);
        Neck neck = Neck.of(cutOut, face.points());
        ReliefRenderer renderer = new ReliefRenderer(relief, neck, cutOut, wall, CLIP_FOV_RAD, motion.rest());
        ByteArrayOutputStream clip = new ByteArrayOutputStream();
        List<SampleManifest.Frame> frames = new ArrayList<>();
        for (int i = 0; i < CLIP_FRAMES; i++) {
            RigidPose pose = motion.at(i);
            clip.write(Jpeg.encode(renderer.render(pose), CLIP_LIMIT_BYTES / CLIP_FRAMES));
            frames.add(new SampleManifest.Frame(pose.yawRad(), pose.pitchRad(), HeadMotion.rollRad(pose), pose.t));
        }
        Files.write(folder.resolve("turning-head.mjpeg"), clip.toByteArray());
        write("turning-head.json", new Gson().toJson(new SampleManifest.Poses(CLIP_WIDTH_PX, CLIP_HEIGHT_PX, CLIP_FPS, CLIP_FOV_RAD,
                relief.pointsMm(), frames)) + "\n");
        return new SampleManifest.Clip("turning-head.mjpeg", "turning-head.json");
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
