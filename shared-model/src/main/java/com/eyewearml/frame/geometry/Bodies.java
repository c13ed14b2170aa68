package com.eyewearml.frame.geometry;

import org.joml.Vector3d;
import org.joml.Vector3dc;

/** Small closed bodies. */
public final class Bodies {
    private Bodies() {
    }

    /**
     * An ellipsoid; with {@code exponent} over 2 a pillow.
     *
     * @param centre middle
     * @param a      half axis vectors, {@code b} and {@code c} likewise, a right-handed triple
     */
    public static SolidBuilder pillow(Vector3dc centre, Vector3dc a, Vector3dc b, Vector3dc c, double exponent, int meridians,
                                      int parallels) {
        SolidBuilder body = new SolidBuilder();
        int[][] rings = new int[parallels - 1][meridians];
        for (int i = 1; i < parallels; i++) {
            double polar = Math.PI * i / parallels - Math.PI / 2;
            for (int j = 0; j < meridians; j++) {
                double azimuth = 2 * Math.PI * (j + 0.5) / meridians;
                double ring = power(Math.cos(polar), 2 / exponent);
                Vector3d point = new Vector3d(centre).fma(ring * power(Math.cos(azimuth), 2 / exponent), a)
                        .fma(ring * power(Math.sin(azimuth), 2 / exponent), b).fma(power(Math.sin(polar), 2 / exponent), c);
                rings[i - 1][j] = body.vertex(point.x, point.y, point.z, Math.abs(2.0 * j / meridians - 1), (double) i / parallels);
            }
        }
        Vector3d south = new Vector3d(centre).sub(c);
        Vector3d north = new Vector3d(centre).add(c);
        int bottom = body.vertex(south.x, south.y, south.z, 0.5, 0);
        int top = body.vertex(north.x, north.y, north.z, 0.5, 1);
        for (int j = 0; j < meridians; j++) {
            int next = (j + 1) % meridians;
            body.triangle(bottom, rings[0][next], rings[0][j]);
            body.triangle(top, rings[parallels - 2][j], rings[parallels - 2][next]);
            for (int i = 0; i + 2 < parallels; i++) {
                body.quad(rings[i][j], rings[i][next], rings[i + 1][next], rings[i + 1][j]);
            }
        }
        return body;
    }

    /** A cylinder with bevelled ends, such as a hinge barrel or the head of a screw. */
    public static SolidBuilder barrel(Vector3dc centre, Vector3dc axis, double radius, double length, int sides) {
        Vector3d direction = new Vector3d(axis).normalize();
        Vector3d up = Math.abs(direction.z) < 0.7 ? new Vector3d(0, 0, 1) : new Vector3d(0, 1, 0);
        double bevel = Math.min(0.2, radius * 0.25);
        Sweep sweep = new Sweep(sides);
        double[] along = {-length / 2, -length / 2 + bevel, length / 2 - bevel, length / 2};
        double[] radii = {radius - bevel, radius, radius, radius - bevel};
        for (int i = 0; i < along.length; i++) {
            sweep.to(new Sweep.Station(new Vector3d(direction).mul(along[i]).add(centre), up, radii[i], radii[i], 2));
        }
        return sweep.bar(Sweep.End.FLAT, Sweep.End.FLAT);
    }

    private static double power(double base, double exponent) {
        return Math.copySign(Math.pow(Math.abs(base), exponent), base);
    }
}
