package com.eyewearml.frame.build;

import com.eyewearml.frame.geometry.Bodies;
import com.eyewearml.frame.geometry.Contour;
import com.eyewearml.frame.geometry.SolidBuilder;
import com.eyewearml.frame.geometry.Sweep;
import com.eyewearml.frame.geometry.Sweep.End;
import com.eyewearml.frame.geometry.Sweep.Station;
import org.joml.Vector3d;

/** Parts bent from metal wire and bar, left half, frame coordinates. */
final class WireParts {
    static final double RIM_RADIAL_MM = 1.5;
    static final double RIM_DEPTH_MM = 2.2;
    private static final double RIM_OUT_MM = 0.3;
    private static final double NYLON_RADIUS_MM = 0.32;
    private static final int RIM_SIDES = 8;
    private static final Vector3d UP = new Vector3d(0, 1, 0);

    private WireParts() {
    }

    /** Depth of the middle of the lens edge, where rims, bars and threads run. */
    static double rimZ(FrontSurface surface, double x, double y) {
        return surface.z(x, y) - Lenses.THICKNESS_MM / 2;
    }

    /** A rim all around the lens. */
    static SolidBuilder rim(Contour lens, FrontSurface surface, double spacingMm) {
        return around(lens.resampled(spacingMm, 0.2), surface, RIM_OUT_MM, RIM_RADIAL_MM / 2, RIM_DEPTH_MM / 2, RIM_SIDES);
    }

    /** The thread that holds the lower half of a semi-rimless lens. */
    static SolidBuilder thread(Contour lens, FrontSurface surface) {
        return around(lens.resampled(3, 0.26), surface, 0, NYLON_RADIUS_MM, NYLON_RADIUS_MM, 5);
    }

    private static SolidBuilder around(Contour path, FrontSurface surface, double outMm, double halfRadial, double halfDepth, int sides) {
        Sweep sweep = new Sweep(sides);
        for (int i = 0; i < path.size(); i++) {
            sweep.to(rimStation(path, i, surface, outMm, halfRadial, halfDepth));
        }
        return sweep.ring();
    }

    private static Station rimStation(Contour path, int i, FrontSurface surface, double outMm, double halfRadial, double halfDepth) {
        double[] normal = path.outwardNormal(i);
        Vector3d centre = new Vector3d(path.x()[i] + normal[0] * outMm, path.y()[i] + normal[1] * outMm,
                rimZ(surface, path.x()[i], path.y()[i]));
        return new Station(centre, new Vector3d(normal[0], normal[1], 0), halfDepth, halfRadial, 2.2);
    }

    /** The upper bar of a semi-rimless frame, from a nasal height over the top to a temporal height. */
    static SolidBuilder upperBar(Contour lens, FrontSurface surface, double nasalY, double temporalY, double spacingMm) {
        Contour path = lens.resampled(spacingMm, 0.2);
        double middleX = (path.minX() + path.maxX()) / 2;
        int start = 0;
        while (!startsBar(path, start, middleX, temporalY)) {
            start++;
        }
        Sweep sweep = new Sweep(RIM_SIDES);
        double half = RIM_RADIAL_MM / 2;
        for (int step = 0; step < path.size(); step++) {
            int i = (start + step) % path.size();
            boolean below = path.x()[i] < middleX ? path.y()[i] < nasalY : path.y()[i] < temporalY;
            if (below) {
                break;
            }
            double grown = Math.min(1, 0.45 + step * spacingMm / 8);
            sweep.to(rimStation(path, i, surface, 0.7, half * grown, RIM_DEPTH_MM / 2 * grown));
        }
        return sweep.roundEnd(1.2).bar(End.FLAT, End.FLAT);
    }

    private static boolean startsBar(Contour path, int i, double middleX, double temporalY) {
        int before = (i + path.size() - 1) % path.size();
        return path.x()[i] > middleX && path.y()[i] >= temporalY && path.y()[before] < temporalY;
    }

    /**
     * Half a bridge, open at x = 0, to {@code end} on the rim.
     *
     * @param riseMm    how much higher the middle is than the ends
     * @param forwardMm how much further out
     */
    static SolidBuilder bridge(Vector3d end, double riseMm, double forwardMm, double halfHeight, double halfDepth) {
        Sweep sweep = new Sweep(12);
        int steps = 10;
        for (int i = 0; i <= steps; i++) {
            double t = (double) i / steps;
            double arch = 1 - t * t;
            double thinner = 1 - 0.2 * t;
            sweep.to(new Station(new Vector3d(end.x * t, end.y + riseMm * arch, end.z + forwardMm * arch), UP, halfDepth * thinner,
                    halfHeight * thinner, 2.5));
        }
        return sweep.bar(End.OPEN, End.FLAT);
    }

    /**
     * From the rim outwards, around a corner and back to the hinge.
     *
     * @param start on the rim
     * @param base  where the temple begins; the bar ends there with the temple's cross-section
     * @param back  direction of the temple
     */
    static SolidBuilder endPiece(Vector3d start, Vector3d base, Vector3d back, double halfThickness) {
        double cornerZ = start.z - 0.25 * (base.x - start.x);
        double run = (cornerZ - base.z) / -back.z;
        Vector3d corner = new Vector3d(back).mul(-run).add(base);
        Sweep sweep = new Sweep(10);
        Vector3d first = new Vector3d(corner).sub(start);
        double radius = Math.min(3, Math.min(first.length() * 0.7, run * 0.6));
        Vector3d arcStart = new Vector3d(first).normalize().mul(-radius).add(corner);
        Vector3d arcEnd = new Vector3d(back).mul(radius).add(corner);
        sweep.to(new Station(start, UP, halfThickness, 1.5, 3));
        int steps = 7;
        for (int i = 0; i <= steps; i++) {
            double t = (double) i / steps;
            Vector3d point = new Vector3d(arcStart).mul((1 - t) * (1 - t)).fma(2 * t * (1 - t), corner).fma(t * t, arcEnd);
            sweep.to(new Station(point, UP, halfThickness, 1.9 - 0.1 * t, 3));
        }
        sweep.to(new Station(new Vector3d(base).sub(new Vector3d(back).mul(0.05)), UP, halfThickness, 1.75, 3));
        return sweep.bar(End.FLAT, End.FLAT);
    }

    /** A short straight bar from inside an acetate plate back to a metal temple. */
    static SolidBuilder lug(Vector3d start, Vector3d base, double halfThickness) {
        Sweep sweep = new Sweep(10);
        for (int i = 0; i <= 3; i++) {
            double t = i / 3.0;
            sweep.to(new Station(new Vector3d(start).lerp(base, t), UP, halfThickness, 1.95 - 0.2 * t, 3));
        }
        return sweep.bar(End.FLAT, End.FLAT);
    }

    /** The head of a screw through a rimless lens, front and back. */
    static SolidBuilder screw(double x, double y, FrontSurface surface) {
        return Bodies.barrel(new Vector3d(x, y, surface.z(x, y) - Lenses.THICKNESS_MM / 2 - 0.3), new Vector3d(0, 0, 1), 1,
                Lenses.THICKNESS_MM + 1.4, 14);
    }
}
