package com.eyewearml.frame.build;

import org.joml.Vector3d;

/**
 * The middle line of the left temple: straight, then a drop behind the ear and a slight curve towards the head. Found by integrating unit
 * tangents, so the parameter is the length along the line.
 */
final class TempleLine {
    private static final double EAR_BEND_MM = 42;
    private static final double BEND_REACH_MM = 11;
    private static final double DROP_RAD = Math.toRadians(42);
    private static final double INWARD_RAD = Math.toRadians(9);
    private static final double STEP_MM = 0.25;

    private final double lengthMm;
    private final Vector3d start;
    private final Vector3d backwards;
    private final Vector3d downwards;

    /** @param start where the line begins; the temple leans down from the front's normal by the pantoscopic tilt */
    TempleLine(double lengthMm, Vector3d start, double pantoscopicTiltRad) {
        this.lengthMm = lengthMm;
        this.start = start;
        double sin = Math.sin(pantoscopicTiltRad);
        double cos = Math.cos(pantoscopicTiltRad);
        backwards = new Vector3d(0, -sin, -cos);
        downwards = new Vector3d(0, -cos, sin);
    }

    double lengthMm() {
        return lengthMm;
    }

    /** Where the bend behind the ear begins. */
    double bendMm() {
        return lengthMm - EAR_BEND_MM;
    }

    Vector3d backwards() {
        return backwards;
    }

    /** Direction of the temple's height at the length {@code s} from the hinge. */
    Vector3d up(double s) {
        double drop = drop(s);
        return new Vector3d(backwards).mul(Math.sin(drop)).sub(new Vector3d(downwards).mul(Math.cos(drop)));
    }

    /** Point at the length {@code s} from the hinge. */
    Vector3d point(double s) {
        Vector3d at = new Vector3d(start);
        int steps = Math.max(1, (int) Math.ceil(s / STEP_MM));
        double step = s / steps;
        for (int i = 0; i < steps; i++) {
            at.add(tangent((i + 0.5) * step).mul(step));
        }
        return at;
    }

    private Vector3d tangent(double s) {
        double drop = drop(s);
        double inward = INWARD_RAD * smooth((s - 0.5 * lengthMm) / (0.5 * lengthMm));
        return new Vector3d(backwards).mul(Math.cos(drop)).add(new Vector3d(downwards).mul(Math.sin(drop))).mul(Math.cos(inward))
                .sub(Math.sin(inward), 0, 0);
    }

    private double drop(double s) {
        return DROP_RAD * smooth((s - bendMm() + BEND_REACH_MM / 2) / (2 * BEND_REACH_MM));
    }

    /** 0 before 0, 1 after 1, smooth between. */
    static double smooth(double t) {
        double clamped = Math.clamp(t, 0, 1);
        return clamped * clamped * (3 - 2 * clamped);
    }
}
