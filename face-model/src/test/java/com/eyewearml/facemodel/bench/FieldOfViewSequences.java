package com.eyewearml.facemodel.bench;

import com.eyewearml.face.FaceEngine;
import com.eyewearml.face.FacePoints;
import com.eyewearml.face.ScalarVision;
import com.eyewearml.face.TrackedFace;
import com.eyewearml.face.pose.FieldOfView;
import com.eyewearml.face.pose.PinholeCamera;
import com.eyewearml.face.pose.RigidPose;
import com.eyewearml.face.shape.HeadModel;
import java.util.List;
import java.util.Random;

/** The field of view estimated over videos of people who turn, come nearer and go away, and what it does to their pose. */
final class FieldOfViewSequences {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int[] FOVS_DEG = {40, 50, 60, 75};
    private static final int PEOPLE = 3;
    private static final int FRAMES = 50;
    private static final int SETTLED = 30;
    private static final double FRAME_S = 0.1;
    private static final double CYCLE = 2 * Math.PI;

    private final HeadModel head;
    private final TrackedFace face;
    private final TrackedFace replayed;
    private final ScalarVision networks;

    FieldOfViewSequences(HeadModel head, ScalarVision networks) {
        this.head = head;
        this.networks = networks;
        face = new TrackedFace(head);
        replayed = new TrackedFace(head);
    }

    void report(List<RenderedHead> people) {
        System.out.printf("%nfield of view over 5 s of a person who turns by 30 deg to both sides at 30 to 60 cm; mean errors of the last 2 s%n");
        System.out.printf("%8s | %9s %9s | %-25s | %-25s | %-25s%n", "true deg", "found deg", "stated", "pose, estimated: deg, mm", "50 assumed",
                "given");
        for (int fovDeg : FOVS_DEG) {
            double found = 0;
            double stated = 0;
            double[] errors = new double[6];
            for (int i = 0; i < PEOPLE; i++) {
                run(people.get(i), Math.toRadians(fovDeg), new Random(i), errors);
                found += Math.toDegrees(face.verticalFovRad) / PEOPLE;
                stated += Math.toDegrees(face.verticalFovUncertaintyRad) / PEOPLE;
            }
            System.out.printf("%8d | %9.1f %9.1f | %12.2f %12.2f | %12.2f %12.2f | %12.2f %12.2f%n", fovDeg, found, stated, errors[0], errors[1],
                    errors[2], errors[3], errors[4], errors[5]);
        }
    }

    private void run(RenderedHead person, double fovRad, Random random, double[] errors) {
        PointsVision points = new PointsVision(head, WIDTH, HEIGHT);
        PinholeCamera camera = new PinholeCamera().set(WIDTH, HEIGHT, fovRad);
        FaceEngine estimating = new FaceEngine(networks, head);
        FaceEngine assuming = new FaceEngine(points, head);
        assuming.setVerticalFovRad((float) Math.toRadians(FieldOfView.PRIOR_DEG));
        FaceEngine knowing = new FaceEngine(points, head);
        knowing.setVerticalFovRad((float) fovRad);
        for (int frame = 0; frame < FRAMES; frame++) {
            RigidPose truth = at(frame * FRAME_S);
            networks.show(person.render(truth, camera, WIDTH, HEIGHT, 1, random));
            estimating.step(frame * FRAME_S * 1000, face);
            System.arraycopy(face.landmarksPx, 0, points.landmarksPx, 0, 3 * FacePoints.COUNT);
            boolean counts = frame >= SETTLED;
            add(face, person, truth, camera, counts, errors, 0);
            assuming.step(frame * FRAME_S * 1000, replayed);
            add(replayed, person, truth, camera, counts, errors, 2);
            knowing.step(frame * FRAME_S * 1000, replayed);
            add(replayed, person, truth, camera, counts, errors, 4);
        }
    }

    private static void add(TrackedFace face, RenderedHead person, RigidPose truth, PinholeCamera camera, boolean counts, double[] errors,
            int at) {
        if (counts && face.found) {
            PoseError error = PoseError.of(face, person, truth, camera, WIDTH, HEIGHT);
            errors[at] += error.turnDeg() / ((FRAMES - SETTLED) * PEOPLE);
            errors[at + 1] += error.acrossMm() / ((FRAMES - SETTLED) * PEOPLE);
        }
    }

    private static RigidPose at(double seconds) {
        RigidPose pose = new RigidPose();
        double distance = 450 + 150 * Math.sin(CYCLE * 0.2 * seconds);
        pose.move(new double[] {Math.toRadians(10 * Math.sin(CYCLE * 0.17 * seconds)), 0, 0, 0, 0, 0});
        pose.move(new double[] {0, Math.toRadians(30 * Math.sin(CYCLE * 0.25 * seconds)), 0, 0.12 * distance * Math.sin(CYCLE * 0.1 * seconds), 0,
            -distance});
        return pose;
    }
}
