package com.eyewearml.facemodel.bench;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.pose.RigidPose;
import java.util.ArrayList;
import java.util.List;

/**
 * The course of a head as one filter gives it. Jitter is the part of the error (or, without truth, of the course) that a smooth course
 * does not have: the root mean square of its second differences over √6, which for independent errors is their standard deviation.
 * Lag is the regression of the error on the true velocity.
 */
final class Track {
    private static final double FRAME_S = 1 / 30.0;
    private static final double SECOND_DIFFERENCE = Math.sqrt(6);
    private static final double MIN_SPEED_MM_PER_S = 10;
    private static final double MIN_SPEED_RAD_PER_S = 0.1;

    private final String name;
    private final List<double[]> places = new ArrayList<>();
    private final List<double[]> truths = new ArrayList<>();
    private double acrossSquares;
    private double alongSquares;
    private double turnSquares;
    private int differences;
    private double shiftLag;
    private double shiftSpeed;
    private double turnLag;
    private double turnSpeed;

    Track(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void begin() {
        places.clear();
        truths.clear();
    }

    /** Takes a frame; person and truth are null where nobody knows them. */
    void add(RigidPose pose, float[] shapeMm, RenderedHead person, RigidPose truth) {
        double[] bridge = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            bridge[axis] = pose.t[axis];
            for (int k = 0; k < 3; k++) {
                bridge[axis] += pose.r[3 * axis + k] * shapeMm[3 * FacePoints.NOSE_BRIDGE_TOP + k];
            }
        }
        double[] place = course(bridge, pose);
        double[] exact = new double[6];
        if (truth != null) {
            person.inCamera(truth, FacePoints.NOSE_BRIDGE_TOP, bridge);
            exact = course(bridge, truth);
        }
        // compared in the picture: an error in distance, or a change in the estimate of size, moves nothing there
        double distance = truth != null ? exact[2] : places.isEmpty() ? place[2] : places.getFirst()[2];
        place[0] *= distance / place[2];
        place[1] *= distance / place[2];
        add(place, exact);
    }

    /** Takes a frame by its six coordinates: bridge x, y across and distance, millimetres; yaw, pitch, roll, radians. */
    void add(double[] place, double[] exact) {
        places.add(place);
        truths.add(exact);
    }

    private static double[] course(double[] bridge, RigidPose pose) {
        return new double[] {bridge[0], bridge[1], -bridge[2], pose.yawRad(), pose.pitchRad(), Math.atan2(pose.r[3], pose.r[4])};
    }

    /** Adds the sequence to the sums, without its first frames, in which shape and filter settle. */
    void end(int settle) {
        int count = places.size() - settle;
        if (count < 3) {
            return;
        }
        double[][] errors = new double[count][6];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < 6; k++) {
                errors[i][k] = places.get(settle + i)[k] - truths.get(settle + i)[k];
            }
        }
        for (int i = 1; i + 1 < count; i++) {
            acrossSquares += square(errors, i, 0) + square(errors, i, 1);
            alongSquares += square(errors, i, 2);
            turnSquares += square(errors, i, 3) + square(errors, i, 4) + square(errors, i, 5);
            differences++;
        }
        for (int k = 0; k < 2; k++) {
            double mean = mean(errors, k);
            for (int i = 1; i + 1 < count; i++) {
                double speed = (truths.get(settle + i + 1)[k] - truths.get(settle + i - 1)[k]) / (2 * FRAME_S);
                shiftLag -= (errors[i][k] - mean) * speed;
                shiftSpeed += speed * speed;
            }
        }
        for (int k = 3; k < 6; k++) {
            double mean = mean(errors, k);
            for (int i = 1; i + 1 < count; i++) {
                double speed = (truths.get(settle + i + 1)[k] - truths.get(settle + i - 1)[k]) / (2 * FRAME_S);
                turnLag -= (errors[i][k] - mean) * speed;
                turnSpeed += speed * speed;
            }
        }
    }

    private static double square(double[][] errors, int i, int k) {
        double second = errors[i + 1][k] - 2 * errors[i][k] + errors[i - 1][k];
        return second * second;
    }

    private static double mean(double[][] errors, int k) {
        double sum = 0;
        for (double[] error : errors) {
            sum += error[k];
        }
        return sum / errors.length;
    }

    /** Jitter across, along and of the turn, lag of the place and of the turn; forgets the sums. */
    String report() {
        String line = String.format("%10.3f %10.2f %10.3f %9s %9s", jitter(acrossSquares), jitter(alongSquares),
                Math.toDegrees(jitter(turnSquares)), lagMs(shiftLag, shiftSpeed, MIN_SPEED_MM_PER_S),
                lagMs(turnLag, turnSpeed, MIN_SPEED_RAD_PER_S));
        acrossSquares = 0;
        alongSquares = 0;
        turnSquares = 0;
        shiftLag = 0;
        shiftSpeed = 0;
        turnLag = 0;
        turnSpeed = 0;
        differences = 0;
        return line;
    }

    private double jitter(double squares) {
        return Math.sqrt(squares / differences) / SECOND_DIFFERENCE;
    }

    private String lagMs(double products, double squares, double minSpeed) {
        return squares < minSpeed * minSpeed * differences ? "-" : Long.toString(Math.round(1000 * products / squares));
    }
}
