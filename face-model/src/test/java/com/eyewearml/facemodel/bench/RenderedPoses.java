package com.eyewearml.facemodel.bench;

import com.eyewearml.face.FaceEngine;
import com.eyewearml.face.FacePoints;
import com.eyewearml.face.FaceVision;
import com.eyewearml.face.RgbaImage;
import com.eyewearml.face.ScalarVision;
import com.eyewearml.face.TrackedFace;
import com.eyewearml.face.pose.FieldOfView;
import com.eyewearml.face.pose.PinholeCamera;
import com.eyewearml.face.pose.RigidPose;
import com.eyewearml.face.shape.HeadModel;
import com.eyewearml.facemodel.ReleasedEngine;
import com.eyewearml.facemodel.data.DataFolder;
import com.eyewearml.nn.FaceNetworks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Poses of rendered portraits, whose truth is exact, through detector, landmarker and engine. Each view is solved three times: with the
 * camera's field of view given, with it unknown, and with the exact landmarks in place of the network's, which shows what is the
 * geometry's own error.
 */
final class RenderedPoses {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int PEOPLE = 24;
    private static final int VIEWS = 288;
    private static final int LOOKS = 3;
    private static final double PRIOR_DEG = FieldOfView.PRIOR_DEG;
    private static final double FRAME_MS = 1000 / 30.0;
    /** A face found more than this from the true one is another thing taken for a face. */
    private static final double WRONG_MM = 30;

    private final HeadModel head;
    private final TrackedFace face;
    private final ScalarVision networks;
    private final PointsVision points;
    private final float[] truePx = new float[3 * FacePoints.COUNT];
    private final float[] seenPx = new float[3 * FacePoints.COUNT];
    private final List<View> views = new ArrayList<>();
    private final FacingErrors facingErrors;
    private final PerspectiveErrors seenPerspective;
    private final PerspectiveErrors exactPerspective;

    private record View(double yawDeg, double distanceMm, double fovDeg, boolean found, double landmarkMm, PoseError given,
            PoseError unknown, PoseError exact, double foundFovDeg, double statedFovDeg) { }

    private RenderedPoses(HeadModel head) throws IOException {
        this.head = head;
        face = new TrackedFace(head);
        networks = new ScalarVision(ReleasedEngine.weights(FaceNetworks.detector()), ReleasedEngine.weights(FaceNetworks.landmarker()));
        points = new PointsVision(head, WIDTH, HEIGHT);
        facingErrors = new FacingErrors(head);
        seenPerspective = new PerspectiveErrors(head);
        exactPerspective = new PerspectiveErrors(head);
    }

    static void report(HeadModel head) throws IOException {
        Optional<Path> data = DataFolder.find();
        if (data.isEmpty()) {
            System.out.println("\nno renderings: expected portraits in shared/data or in the folder named by " + DataFolder.VARIABLE);
            return;
        }
        RenderedPoses poses = new RenderedPoses(head);
        List<RenderedHead> people = RenderedHeads.read(data.get(), head, PEOPLE);
        Random random = new Random(5);
        for (int i = 0; i < VIEWS; i++) {
            poses.look(people.get(i % people.size()), random);
        }
        poses.print(people.size());
        new FieldOfViewSequences(head, poses.networks).report(people);
    }

    private void look(RenderedHead person, Random random) {
        double fovDeg = 40 + 35 * random.nextDouble();
        double yawDeg = 120 * random.nextDouble() - 60;
        double distance = 300 + 500 * random.nextDouble();
        RigidPose truth = pose(yawDeg, random, distance, Math.toRadians(fovDeg));
        PinholeCamera camera = new PinholeCamera().set(WIDTH, HEIGHT, Math.toRadians(fovDeg));
        RgbaImage picture = person.render(truth, camera, WIDTH, HEIGHT, 1, random);
        networks.show(picture);
        person.project(truth, camera, truePx);
        PoseError given = follow(networks, Math.toRadians(fovDeg), person, truth, camera);
        double landmarkMm = landmarkErrorMm(-truth.t[2] / camera.focalPx());
        if (!face.found || landmarkMm > WRONG_MM) {
            views.add(new View(yawDeg, distance, fovDeg, false, 0, null, null, null, 0, 0));
            return;
        }
        facingErrors.add(truePx, face.landmarksPx, truth, -truth.t[2] / camera.focalPx());
        System.arraycopy(face.landmarksPx, 0, seenPx, 0, seenPx.length);
        System.arraycopy(seenPx, 0, points.landmarksPx, 0, seenPx.length);
        PoseError unknown = follow(points, 0, person, truth, camera);
        seenPerspective.add(face, WIDTH, HEIGHT, truth);
        double foundFovDeg = Math.toDegrees(face.verticalFovRad);
        double statedFovDeg = Math.toDegrees(face.verticalFovUncertaintyRad);
        System.arraycopy(truePx, 0, points.landmarksPx, 0, truePx.length);
        PoseError exact = follow(points, Math.toRadians(fovDeg), person, truth, camera);
        follow(points, 0, person, truth, camera);
        exactPerspective.add(face, WIDTH, HEIGHT, truth);
        views.add(new View(yawDeg, distance, fovDeg, true, landmarkMm, given, unknown, exact, foundFovDeg, statedFovDeg));
    }

    /** Anywhere in the middle two thirds of the picture, pitch within ±20°, roll within ±10°. */
    private static RigidPose pose(double yawDeg, Random random, double distance, double fovRad) {
        RigidPose pose = new RigidPose();
        pose.move(new double[] {0, 0, Math.toRadians(20 * random.nextDouble() - 10), 0, 0, 0});
        pose.move(new double[] {Math.toRadians(40 * random.nextDouble() - 20), 0, 0, 0, 0, 0});
        double reach = Math.tan(fovRad / 2) * distance;
        double x = (random.nextDouble() - 0.5) * 0.9 * reach;
        double y = (random.nextDouble() - 0.5) * 0.4 * reach;
        pose.move(new double[] {0, Math.toRadians(yawDeg), 0, x, y, -distance});
        return pose;
    }

    /** Shows the picture a few times, as a video of a still head. */
    private PoseError follow(FaceVision vision, double fovRad, RenderedHead person, RigidPose truth, PinholeCamera camera) {
        FaceEngine engine = new FaceEngine(vision, head);
        if (fovRad > 0) {
            engine.setVerticalFovRad((float) fovRad);
        }
        for (int i = 0; i < LOOKS; i++) {
            engine.step(i * FRAME_MS, face);
        }
        return face.found ? PoseError.of(face, person, truth, camera, WIDTH, HEIGHT) : null;
    }

    private double landmarkErrorMm(double mmPerPx) {
        double sum = 0;
        for (int i = 0; i < 3 * FacePoints.MESH_COUNT; i += 3) {
            sum += Math.hypot(face.landmarksPx[i] - truePx[i], face.landmarksPx[i + 1] - truePx[i + 1]);
        }
        return sum / FacePoints.MESH_COUNT * mmPerPx;
    }

    private void print(int people) {
        System.out.printf("%nrenderings of %d portraits, %d x %d pixels, webcam noise; mean errors; bridge across the line of sight and along "
                + "it, head at true size%n", people, WIDTH, HEIGHT);
        System.out.printf("%-26s %4s %6s %9s | %-23s | %-17s | %s%n", "", "", "", "landmark", "field of view given", "unknown",
                "exact landmarks");
        System.out.printf("%-26s %4s %6s %9s | %7s %7s %7s | %8s %8s | %7s %7s%n", "", "n", "found", "mm", "deg", "mm", "along mm", "deg",
                "mm", "deg", "mm");
        row("yaw to 45, 40 to 70 cm", v -> Math.abs(v.yawDeg) < 45 && v.distanceMm >= 400 && v.distanceMm < 700);
        for (int yaw = 0; yaw < 60; yaw += 15) {
            int from = yaw;
            row("yaw " + from + " to " + (from + 15), v -> Math.abs(v.yawDeg) >= from && Math.abs(v.yawDeg) < from + 15);
        }
        for (int cm : new int[] {30, 40, 55, 70}) {
            int to = cm == 30 ? 40 : cm == 70 ? 80 : cm + 15;
            row(cm + " to " + to + " cm, yaw to 45", v -> Math.abs(v.yawDeg) < 45 && v.distanceMm >= 10 * cm && v.distanceMm < 10 * to);
        }
        for (int fov : new int[] {40, 50, 60}) {
            int to = fov == 60 ? 75 : fov + 10;
            row("view " + fov + " to " + to + " deg, yaw to 45", v -> Math.abs(v.yawDeg) < 45 && v.fovDeg >= fov && v.fovDeg < to);
        }
        facingErrors.print();
        System.out.printf("%nperspective%n");
        seenPerspective.print("landmarker");
        exactPerspective.print("exact landmarks");
        fieldOfView();
    }

    private void fieldOfView() {
        List<View> found = views.stream().filter(View::found).toList();
        double estimated = Math.sqrt(mean(found, v -> (v.foundFovDeg - v.fovDeg) * (v.foundFovDeg - v.fovDeg)));
        double assumed = Math.sqrt(mean(found, v -> (PRIOR_DEG - v.fovDeg) * (PRIOR_DEG - v.fovDeg)));
        System.out.printf("field of view, root mean square error: %.1f deg estimated from one view, %.1f deg if 50 is assumed; stated "
                + "uncertainty %.1f deg%n", estimated, assumed, mean(found, View::statedFovDeg));
    }

    private void row(String name, Predicate<View> in) {
        List<View> all = views.stream().filter(in).toList();
        List<View> found = all.stream().filter(View::found).toList();
        System.out.printf("%-26s %4d %5.0f%% %9.2f | %7.2f %7.2f %7.1f | %8.2f %8.2f | %7.2f %7.2f%n", name, all.size(),
                100.0 * found.size() / all.size(), found.stream().mapToDouble(View::landmarkMm).average().orElse(Double.NaN),
                mean(found, v -> v.given.turnDeg()), mean(found, v -> v.given.acrossMm()), mean(found, v -> v.given.alongMm()),
                mean(found, v -> v.unknown.turnDeg()), mean(found, v -> v.unknown.acrossMm()), mean(found, v -> v.exact.turnDeg()),
                mean(found, v -> v.exact.acrossMm()));
    }

    private static double mean(List<View> views, ToDoubleFunction<View> of) {
        return views.stream().mapToDouble(of).average().orElse(Double.NaN);
    }
}
