package com.eyewearml.frame.build;

import com.eyewearml.frame.geometry.Bodies;
import com.eyewearml.frame.geometry.SolidBuilder;
import com.eyewearml.frame.geometry.Sweep;
import com.eyewearml.frame.geometry.Sweep.End;
import com.eyewearml.frame.geometry.Sweep.Station;
import org.joml.Vector3d;

/** The left nose pad. Its face looks towards the nose: inwards, down and back, as the flank of a nose lies. */
final class NosePads {
    private static final Vector3d FACE = new Vector3d(-0.80, -0.24, -0.55).normalize();
    private static final Vector3d LONG = new Vector3d(0, 1, 0).sub(new Vector3d(FACE).mul(FACE.y)).normalize();
    private static final Vector3d ACROSS = new Vector3d(LONG).cross(FACE);
    private static final double ARM_RADIUS_MM = 0.5;

    private NosePads() {
    }

    /** A pad of soft silicone. */
    static SolidBuilder silicone(Vector3d centre) {
        return Bodies.pillow(centre, new Vector3d(ACROSS).mul(3.5), new Vector3d(LONG).mul(6.6), new Vector3d(FACE).mul(1.25), 2.3, 20,
                8);
    }

    /** A pad moulded to an acetate front, half inside it. */
    static SolidBuilder moulded(Vector3d centre) {
        return Bodies.pillow(centre, new Vector3d(ACROSS).mul(3.6), new Vector3d(LONG).mul(7.2), new Vector3d(FACE).mul(1.9), 2.2, 20, 8);
    }

    /** The arm from the rim, back and around to the outer side of the pad. */
    static SolidBuilder arm(Vector3d rim, Vector3d pad) {
        Vector3d behindRim = new Vector3d(rim).add(0.4, -0.6, -4.5);
        Vector3d behindPad = new Vector3d(FACE).mul(-3.6).add(pad).add(0, 0, -1);
        Sweep sweep = new Sweep(8);
        int steps = 12;
        for (int i = 0; i <= steps; i++) {
            double t = (double) i / steps;
            double s = 1 - t;
            Vector3d point = new Vector3d(rim).mul(s * s * s).fma(3 * s * s * t, behindRim).fma(3 * s * t * t, behindPad)
                    .fma(t * t * t, pad);
            sweep.to(new Station(point, LONG, ARM_RADIUS_MM, ARM_RADIUS_MM, 2));
        }
        return sweep.bar(End.FLAT, End.FLAT);
    }
}
