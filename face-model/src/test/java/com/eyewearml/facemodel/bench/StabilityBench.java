package com.eyewearml.facemodel.bench;

import com.eyewearml.face.FaceEngine;
import com.eyewearml.face.FacePoints;
import com.eyewearml.face.RgbaImage;
import com.eyewearml.face.ScalarVision;
import com.eyewearml.face.TrackedFace;
import com.eyewearml.face.pose.PinholeCamera;
import com.eyewearml.face.pose.PointModel;
import com.eyewearml.face.pose.PoseSolver;
import com.eyewearml.face.pose.RigidPose;
import com.eyewearml.face.shape.HeadModel;
import com.eyewearml.facemodel.ReleasedEngine;
import com.eyewearml.facemodel.data.DataFolder;
import com.eyewearml.facemodel.eval.Clip;
import com.eyewearml.nn.FaceNetworks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * Prints jitter of still heads and lag of moving ones, without a filter, with landmarks filtered and with the pose filtered:
 * {@code ./eyewearml bench stability}. All three see the same landmarks, those of the engine's own run.
 */
public final class StabilityBench {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final double FRAME_S = 1 / 30.0;
    private static final double FACE_MM = 175;
    private static final double FACE_HEIGHT = 0.4;
    private static final int PEOPLE = 3;
    private static final int FRAMES = 80;
    private static final int SETTLE = 15;

    private final HeadModel head = HeadModel.parse(ReleasedEngine.file("head.ewhd"));
    private final ScalarVision networks = new ScalarVision(ReleasedEngine.weights(FaceNetworks.detector()),
            ReleasedEngine.weights(FaceNetworks.landmarker()));
    private final FaceEngine engine = new FaceEngine(networks, head);
    private final TrackedFace face = new TrackedFace(head);
    private final PointModel points = new PointModel(head);
    private final PoseSolver solver = new PoseSolver();
    private final OneEuroLandmarks oneEuro = new OneEuroLandmarks();
    private final float[] landmarksPx = new float[3 * FacePoints.COUNT];
    private final Track[] tracks = {new Track("no filter"), new Track("one-euro on landmarks"), new Track("filter on the pose")};

    private StabilityBench() throws IOException { }

    public static void main(String[] args) throws IOException {
        Optional<Path> data = DataFolder.find();
        if (data.isEmpty()) {
            System.out.println("nothing to measure on: expected a folder shared/data beside the project or named by "
                    + DataFolder.VARIABLE);
            return;
        }
        StabilityBench bench = new StabilityBench();
        System.out.printf("reproduce: ./eyewearml bench stability; bridge of the nose, %d x %d pixels, 30 frames a second%n", WIDTH, HEIGHT);
        System.out.printf("jitter: what frames add to a smooth course, root mean square over both axes; lag: by which the course follows "
                + "the true one%n");
        bench.renderings(RenderedHeads.read(data.get(), bench.head, PEOPLE));
        bench.clips(data.get().resolve("video"));
    }

    private void renderings(List<RenderedHead> people) {
        System.out.printf("%nrendered heads at two fifths of the picture's height, webcam noise, %d people%n", people.size());
        header();
        double focalPx = HEIGHT / 2.0 / Math.tan(FaceEngine.DEFAULT_VERTICAL_FOV_RAD / 2);
        double distanceMm = focalPx * FACE_MM / (FACE_HEIGHT * HEIGHT);
        PinholeCamera camera = new PinholeCamera().set(WIDTH, HEIGHT, FaceEngine.DEFAULT_VERTICAL_FOV_RAD);
        for (RenderedMotion motion : RenderedMotion.values()) {
            for (int i = 0; i < people.size(); i++) {
                Random random = new Random(i);
                double yawDeg = 20 * random.nextDouble() - 10;
                start();
                for (int frame = 0; frame < FRAMES; frame++) {
                    RigidPose truth = motion.at(frame * FRAME_S, yawDeg, distanceMm);
                    step(people.get(i).render(truth, camera, WIDTH, HEIGHT, 1, random), frame, people.get(i), truth);
                }
                finish();
            }
            print(motion.name().toLowerCase(Locale.ROOT));
        }
    }

    private void clips(Path folder) throws IOException {
        System.out.printf("%nclips: jitter only, no truth%n");
        header();
        List<Path> files;
        try (var list = Files.list(folder)) {
            files = list.filter(f -> f.toString().endsWith(".mjpeg")).sorted().toList();
        }
        for (Path file : files) {
            start();
            int frame = 0;
            for (RgbaImage picture : Clip.read(file)) {
                step(picture, frame++, null, null);
            }
            finish();
            print(file.getFileName().toString());
        }
    }

    private static void header() {
        System.out.printf("%-20s %-24s %10s %10s %10s %9s %9s%n", "", "", "across mm", "along mm", "turn deg", "lag ms", "turn ms");
    }

    private void start() {
        engine.reset();
        startTracks();
    }

    private void startTracks() {
        oneEuro.reset();
        for (Track track : tracks) {
            track.begin();
        }
    }

    private void step(RgbaImage picture, int frame, RenderedHead person, RigidPose truth) {
        networks.show(picture);
        engine.step(frame * FRAME_S * 1000, face);
        if (!face.found) {
            finish();
            startTracks();
            return;
        }
        PinholeCamera camera = new PinholeCamera().set(picture.width(), picture.height(), face.verticalFovRad);
        System.arraycopy(face.landmarksPx, 0, landmarksPx, 0, landmarksPx.length);
        tracks[0].add(solve(camera), face.headShapeMm, person, truth);
        oneEuro.apply(landmarksPx, FRAME_S);
        tracks[1].add(solve(camera), face.headShapeMm, person, truth);
        tracks[2].add(PoseBench.poseOf(face), face.headShapeMm, person, truth);
    }

    private RigidPose solve(PinholeCamera camera) {
        RigidPose pose = new RigidPose();
        points.observe(landmarksPx, camera);
        if (!solver.solve(face.headShapeMm, points, pose)) {
            throw new IllegalStateException("landmarks of a face determine no pose");
        }
        return pose;
    }

    private void finish() {
        for (Track track : tracks) {
            track.end(SETTLE);
        }
    }

    private void print(String name) {
        for (Track track : tracks) {
            System.out.printf("%-20s %-24s %s%n", name, track.name(), track.report());
        }
    }
}
