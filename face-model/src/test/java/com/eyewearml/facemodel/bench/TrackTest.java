package com.eyewearml.facemodel.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.eyewearml.face.pose.RigidPose;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrackTest {
    private static final double FRAME_S = 1 / 30.0;

    private static double[] numbers(Track track) {
        String[] words = track.report().trim().split("\\s+");
        double[] numbers = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = words[i].equals("-") ? Double.NaN : Double.parseDouble(words[i]);
        }
        return numbers;
    }

    @Test
    void jitterOfIndependentErrorsIsTheirStandardDeviation() {
        Track track = new Track("noise");
        Random random = new Random(1);
        track.begin();
        for (int i = 0; i < 40_000; i++) {
            double turn = Math.toRadians(0.2);
            track.add(new double[] {0.3 * random.nextGaussian(), 0.4 * random.nextGaussian(), 500 + 2 * random.nextGaussian(),
                turn * random.nextGaussian(), 0, 0}, new double[] {0, 0, 500, 0, 0, 0});
        }
        track.end(0);
        double[] seen = numbers(track);
        assertEquals(0.5, seen[0], 0.01);
        assertEquals(2, seen[1], 0.03);
        assertEquals(0.2, seen[2], 0.005);
        assertEquals(Double.NaN, seen[3]);
    }

    @Test
    void lagOfADelayedCourseIsItsDelay() {
        Track track = new Track("late");
        track.begin();
        for (int i = 0; i < 600; i++) {
            double now = i * FRAME_S;
            double late = now - 0.012;
            track.add(new double[] {50 * Math.sin(3 * late), 3, 500, 0.4 * Math.sin(2 * late), 0, 0},
                    new double[] {50 * Math.sin(3 * now), 0, 500, 0.4 * Math.sin(2 * now), 0, 0});
        }
        track.end(0);
        double[] seen = numbers(track);
        assertEquals(12, seen[3], 1);
        assertEquals(12, seen[4], 1);
    }

    @Test
    void errorOfARotationIsItsAngle() {
        Random random = new Random(3);
        for (double deg : new double[] {0, 1e-4, 1, 40, 120, 179}) {
            RigidPose a = new RigidPose();
            a.move(new double[] {random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), 0, 0, 0});
            RigidPose b = new RigidPose().set(a);
            b.move(new double[] {0, 0.6 * Math.toRadians(deg), 0.8 * Math.toRadians(deg), 0, 0, 0});
            assertEquals(deg, PoseError.turnDeg(a, b), 1e-6);
        }
    }
}
