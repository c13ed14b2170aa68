package com.eyewearml.frame.geometry;

import java.util.ArrayList;
import java.util.List;
import org.joml.Vector3d;
import org.joml.Vector3dc;

/**
 * A bar drawn along a path: at every station a superellipse |a/halfWidth|^p + |b/halfHeight|^p = 1 in the plane across the path, a to
 * the side and b along the station's up direction.
 */
public final class Sweep {
    private final int sides;
    private final List<Station> stations = new ArrayList<>();

    /**
     * @param centre     of the section, millimetres
     * @param up         direction of the section's height; made perpendicular to the path
     * @param halfWidth  half the size to the side
     * @param halfHeight half the size along up
     * @param exponent   2 an ellipse, 4 nearly a rectangle
     */
    public record Station(Vector3dc centre, Vector3dc up, double halfWidth, double halfHeight, double exponent) {
    }

    /** How a bar ends. */
    public enum End {
        /** A flat cut. */
        FLAT,
        /** Nothing: the last section lies in x = 0 and meets its mirror image. */
        OPEN
    }

    /** @param sides points around each section */
    public Sweep(int sides) {
        this.sides = sides;
    }

    /** Adds a station. */
    public Sweep to(Station station) {
        stations.add(station);
        return this;
    }

    /** Adds stations that close a bar smoothly behind the last one: a half ellipsoid of the given length. */
    public Sweep roundEnd(double lengthMm) {
        Station last = stations.getLast();
        Vector3d direction = new Vector3d(last.centre).sub(stations.get(stations.size() - 2).centre).normalize();
        int steps = 4;
        for (int i = 1; i <= steps; i++) {
            double angle = Math.PI / 2 * i / (steps + 0.35);
            double scale = Math.cos(angle);
            to(new Station(new Vector3d(direction).mul(lengthMm * Math.sin(angle)).add(last.centre), last.up, last.halfWidth * scale,
                    last.halfHeight * scale, last.exponent));
        }
        return this;
    }

    /** The closed ring through all stations. */
    public SolidBuilder ring() {
        SolidBuilder body = new SolidBuilder();
        int count = stations.size();
        int[][] rings = new int[count][];
        for (int i = 0; i < count; i++) {
            Vector3dc before = stations.get((i + count - 1) % count).centre;
            Vector3dc after = stations.get((i + 1) % count).centre;
            double along = (double) Math.min(i, count - i) / count * 2;
            rings[i] = section(body, stations.get(i), new Vector3d(after).sub(before), along);
        }
        for (int i = 0; i < count; i++) {
            join(body, rings[i], rings[(i + 1) % count]);
        }
        return body;
    }

    /** The bar from the first to the last station. */
    public SolidBuilder bar(End start, End end) {
        SolidBuilder body = new SolidBuilder();
        int count = stations.size();
        int[][] rings = new int[count][];
        double length = 0;
        double[] reached = new double[count];
        for (int i = 1; i < count; i++) {
            length += stations.get(i).centre.distance(stations.get(i - 1).centre);
            reached[i] = length;
        }
        for (int i = 0; i < count; i++) {
            Vector3dc before = stations.get(Math.max(0, i - 1)).centre;
            Vector3dc after = stations.get(Math.min(count - 1, i + 1)).centre;
            boolean onAxis = i == 0 && start == End.OPEN || i == count - 1 && end == End.OPEN;
            Vector3d tangent = onAxis ? new Vector3d(after.x() > before.x() ? 1 : -1, 0, 0) : new Vector3d(after).sub(before);
            rings[i] = section(body, stations.get(i), tangent, reached[i] / length);
        }
        for (int i = 0; i + 1 < count; i++) {
            join(body, rings[i], rings[i + 1]);
        }
        if (start == End.FLAT) {
            cap(body, rings[0], stations.getFirst(), true, 0);
        }
        if (end == End.FLAT) {
            cap(body, rings[count - 1], stations.getLast(), false, 1);
        }
        return body;
    }

    private int[] section(SolidBuilder body, Station station, Vector3d tangent, double along) {
        tangent.normalize();
        Vector3d up = new Vector3d(station.up);
        up.sub(new Vector3d(tangent).mul(up.dot(tangent))).normalize();
        Vector3d side = new Vector3d(up).cross(tangent);
        int[] ring = new int[sides];
        for (int j = 0; j < sides; j++) {
            double angle = 2 * Math.PI * (j + 0.5) / sides;
            double a = station.halfWidth * power(Math.cos(angle), 2 / station.exponent);
            double b = station.halfHeight * power(Math.sin(angle), 2 / station.exponent);
            double around = Math.abs(2.0 * j / sides - 1);
            ring[j] = body.vertex(station.centre.x() + side.x * a + up.x * b, station.centre.y() + side.y * a + up.y * b,
                    station.centre.z() + side.z * a + up.z * b, along, around);
        }
        return ring;
    }

    private static double power(double base, double exponent) {
        return Math.copySign(Math.pow(Math.abs(base), exponent), base);
    }

    private void join(SolidBuilder body, int[] from, int[] to) {
        for (int j = 0; j < sides; j++) {
            int next = (j + 1) % sides;
            body.quad(from[j], from[next], to[next], to[j]);
        }
    }

    private void cap(SolidBuilder body, int[] ring, Station station, boolean start, double along) {
        int middle = body.vertex(station.centre.x(), station.centre.y(), station.centre.z(), along, 0.5);
        for (int j = 0; j < sides; j++) {
            int next = (j + 1) % sides;
            body.triangle(middle, ring[start ? next : j], ring[start ? j : next]);
        }
    }
}
