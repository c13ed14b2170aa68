package com.eyewearml.facemodel.bench;

import com.eyewearml.face.FaceEngine;
import com.eyewearml.face.FacePoints;
import com.eyewearml.face.TrackedFace;
import com.eyewearml.face.pose.PointModel;
import com.eyewearml.face.pose.PoseSolver;
import com.eyewearml.face.pose.RigidPose;
import com.eyewearml.face.shape.HeadModel;
import com.eyewearml.facemodel.ReleasedEngine;
import java.io.IOException;
import java.util.Random;

/** Prints how exact pose and measurements are on synthetic people and on renderings: {@code ./eyewearml bench pose}. */
public final class PoseBench {
    private static final double NOISE = 0.01;
    private static final double FRAME_MS = 1000 / 30.0;
    private static final int PEOPLE = 40;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;

    private final HeadModel head = HeadModel.parse(ReleasedEngine.file("head.ewhd"));
    private final TrackedFace face = new TrackedFace(head);

    private PoseBench() throws IOException { }

    public static void main(String[] args) throws IOException {
        PoseBench bench = new PoseBench();
        System.out.printf("reproduce: ./eyewearml bench pose; %d synthetic people a row, %d x %d pixels, landmark noise %.0f %% of the eye "
                + "corners' distance%n", PEOPLE, WIDTH, HEIGHT, 100 * NOISE);
        bench.knownShape();
        bench.unknownShape();
        bench.wrongFieldOfView();
        RenderedPoses.report(bench.head);
    }

    private void knownShape() {
        System.out.printf("%npose of a head of known shape, root mean square error%n%8s %8s %8s %10s %12s %10s%n", "fov deg", "mm", "yaw deg",
                "turn deg", "across mm", "depth mm");
        PoseSolver solver = new PoseSolver();
        PointModel points = new PointModel(head);
        RigidPose pose = new RigidPose();
        for (int fov : new int[] {35, 50, 65, 80}) {
            for (int distance : new int[] {250, 400, 600, 900}) {
                for (int yaw : new int[] {0, 30, 60}) {
                    Random random = new Random(1);
                    Errors errors = new Errors();
                    for (int i = 0; i < PEOPLE; i++) {
                        SyntheticPerson person = new SyntheticPerson(head, random, WIDTH, HEIGHT, Math.toRadians(fov));
                        person.stand(yaw, 60 * random.nextDouble() - 30, 0, distance);
                        person.look(NOISE);
                        points.observe(person.landmarksPx, person.camera);
                        errors.add(person.truth, solver.solve(person.shapeMm, points, pose) ? pose : null);
                    }
                    System.out.printf("%8d %8d %8d %10.2f %12.2f %10.1f%n", fov, distance, yaw, errors.turnDeg(), errors.acrossMm(),
                            errors.depthMm());
                }
            }
        }
    }

    private void unknownShape() {
        System.out.printf("%nthrough the engine, shape and size unknown%n%-34s %9s %9s %9s %9s %9s %9s%n", "", "turn deg", "PD mm",
                "stated", "width mm", "stated", "within 1 sd");
        row("photo, 450 mm, yaw 0", 450, 1, 0);
        row("photo, 450 mm, yaw 25", 450, 1, 25);
        row("video, 3 s, still at yaw 0", 450, 90, 0);
        row("video, 3 s, head turned +-30", 450, 90, -1);
        row("video, 3 s, 800 mm, turned +-30", 800, 90, -1);
    }

    private void row(String name, double distanceMm, int frames, double yawDeg) {
        Random random = new Random(2);
        Errors errors = new Errors();
        double pd = 0;
        double width = 0;
        double statedPd = 0;
        double statedWidth = 0;
        int within = 0;
        for (int i = 0; i < PEOPLE; i++) {
            SyntheticPerson person = new SyntheticPerson(head, random, WIDTH, HEIGHT, FaceEngine.DEFAULT_VERTICAL_FOV_RAD);
            FaceEngine engine = new FaceEngine(person.vision, head);
            for (int frame = 0; frame < frames; frame++) {
                person.stand(yawDeg < 0 ? 30 * Math.sin(frame / 10.0) : yawDeg, 3, 0, distanceMm);
                person.look(NOISE);
                if (frames == 1) {
                    engine.still(face);
                } else {
                    engine.step(frame * FRAME_MS, face);
                }
            }
            errors.add(person.truth, poseOf(face));
            double pdError = face.pdMm - truePd(person, distanceMm);
            pd += pdError * pdError;
            within += Math.abs(pdError) <= face.pdUncertaintyMm ? 1 : 0;
            width += Math.pow(face.faceWidthMm - person.distance(FacePoints.RIGHT_TEMPLE, FacePoints.LEFT_TEMPLE), 2);
            statedPd += face.pdUncertaintyMm;
            statedWidth += face.faceWidthUncertaintyMm;
        }
        System.out.printf("%-34s %9.2f %9.2f %9.2f %9.2f %9.2f %8d%%%n", name, errors.turnDeg(), Math.sqrt(pd / PEOPLE), statedPd / PEOPLE,
                Math.sqrt(width / PEOPLE), statedWidth / PEOPLE, 100 * within / PEOPLE);
    }

    /** The irises of a synthetic person do not converge; the engine takes them to look at the camera. */
    private static double truePd(SyntheticPerson person, double distanceMm) {
        return person.distance(FacePoints.RIGHT_IRIS_CENTRE, FacePoints.LEFT_IRIS_CENTRE) * (1 + 10.5 / distanceMm);
    }

    private void wrongFieldOfView() {
        System.out.printf("%nfield of view assumed 50 deg, 3 s of a head turned +-30 at 450 mm%n%14s %10s %10s%n", "true fov deg", "turn deg",
                "PD mm");
        for (int fov : new int[] {40, 50, 60, 70}) {
            Random random = new Random(3);
            Errors errors = new Errors();
            double pd = 0;
            for (int i = 0; i < PEOPLE; i++) {
                SyntheticPerson person = new SyntheticPerson(head, random, WIDTH, HEIGHT, Math.toRadians(fov));
                FaceEngine engine = new FaceEngine(person.vision, head);
                for (int frame = 0; frame < 90; frame++) {
                    person.stand(30 * Math.sin(frame / 10.0), 3, 0, 450);
                    person.look(NOISE);
                    engine.step(frame * FRAME_MS, face);
                }
                errors.add(person.truth, poseOf(face));
                pd += Math.pow(face.pdMm - truePd(person, 450), 2);
            }
            System.out.printf("%14d %10.2f %10.2f%n", fov, errors.turnDeg(), Math.sqrt(pd / PEOPLE));
        }
    }

    static RigidPose poseOf(TrackedFace face) {
        RigidPose pose = new RigidPose();
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                pose.r[3 * row + column] = face.pose[4 * column + row];
            }
            pose.t[row] = face.pose[12 + row];
        }
        return pose;
    }

    /** Root mean squares of the difference of poses. */
    private static final class Errors {
        private double turn;
        private double across;
        private double depth;
        private int count;

        void add(RigidPose truth, RigidPose pose) {
            if (pose == null) {
                throw new IllegalStateException("no pose was found");
            }
            double trace = 0;
            for (int i = 0; i < 9; i++) {
                trace += truth.r[i] * pose.r[i];
            }
            turn += Math.pow(Math.acos(Math.clamp((trace - 1) / 2, -1, 1)), 2);
            across += Math.pow(pose.t[0] - truth.t[0], 2) + Math.pow(pose.t[1] - truth.t[1], 2);
            depth += Math.pow(pose.t[2] - truth.t[2], 2);
            count++;
        }

        double turnDeg() {
            return Math.toDegrees(Math.sqrt(turn / count));
        }

        double acrossMm() {
            return Math.sqrt(across / count);
        }

        double depthMm() {
            return Math.sqrt(depth / count);
        }
    }
}
