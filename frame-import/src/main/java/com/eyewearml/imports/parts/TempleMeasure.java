package com.eyewearml.imports.parts;

import com.eyewearml.imports.geometry.Box;
import com.eyewearml.imports.geometry.Piece;
import com.eyewearml.imports.geometry.SurfaceSamples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.joml.Vector3d;

/**
 * A temple's middle line, hinge and lean, from points on its surface; millimetres, upright frame coordinates. The line is found by
 * averaging slices across an earlier line, starting from slices across z.
 *
 * @param lengthMm along the middle line from its front end to its tip
 * @param leanRad  downwards from -z over the straight part
 * @param hinge    middle of the hinge: at the front end, on the inner side
 */
record TempleMeasure(double lengthMm, double leanRad, Vector3d hinge) {
    private static final int SAMPLES = 12000;
    private static final int SLICES = 30;
    private static final int ROUNDS = 6;
    private static final double STRAIGHT_FROM = 0.06;
    private static final double STRAIGHT_TO = 0.52;
    private static final double FRONT_END_MM = 6;

    static TempleMeasure of(List<Piece> temple, int side) {
        // Small parts, such as a hinge barrel, may stand out before the bar; it is the bar that is measured.
        List<Piece> bars = temple.stream().filter(piece -> Box.of(piece).size().length() > 20).toList();
        List<Piece> measured = bars.isEmpty() ? temple : bars;
        Vector3d[] samples = SurfaceSamples.of(measured, SAMPLES);
        double[] along = Arrays.stream(samples).mapToDouble(p -> -p.z).toArray();
        List<Vector3d> line = List.of();
        for (int round = 0; round < ROUNDS; round++) {
            line = sliced(samples, along);
            along = projected(samples, line);
        }
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (Piece piece : measured) {
            double[] ends = projected(corners(piece), line);
            low = Math.min(low, Arrays.stream(ends).min().orElse(low));
            high = Math.max(high, Arrays.stream(ends).max().orElse(high));
        }
        return new TempleMeasure(high - low, lean(line), hinge(samples, side, Box.of(measured).high().z));
    }

    private static Vector3d[] corners(Piece piece) {
        float[] p = piece.triangles().positionsM();
        Vector3d[] corners = new Vector3d[p.length / 3];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = new Vector3d(p[3 * i], p[3 * i + 1], p[3 * i + 2]);
        }
        return corners;
    }

    /** Middles of slices of equal length, the first and last of which are dropped because they are only partly filled. */
    private static List<Vector3d> sliced(Vector3d[] samples, double[] along) {
        double low = Arrays.stream(along).min().orElse(0);
        double high = Arrays.stream(along).max().orElse(1);
        Box[] slices = new Box[SLICES];
        for (int i = 0; i < samples.length; i++) {
            int slice = Math.min(SLICES - 1, (int) ((along[i] - low) / (high - low) * SLICES));
            slices[slice] = slices[slice] == null ? new Box() : slices[slice];
            slices[slice].add(samples[i].x, samples[i].y, samples[i].z);
        }
        List<Vector3d> line = new ArrayList<>();
        for (int slice = 1; slice < SLICES - 1; slice++) {
            if (slices[slice] != null) {
                line.add(slices[slice].centre());
            }
        }
        return smoothed(line);
    }

    private static List<Vector3d> smoothed(List<Vector3d> line) {
        List<Vector3d> smooth = new ArrayList<>(line);
        for (int i = 1; i < line.size() - 1; i++) {
            smooth.set(i, new Vector3d(line.get(i - 1)).add(line.get(i + 1)).mul(0.25).fma(0.5, line.get(i)));
        }
        return smooth;
    }

    /** Length along the line of the foot of each point; the first and last segments are taken to go on straight. */
    private static double[] projected(Vector3d[] points, List<Vector3d> line) {
        double[] along = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            double nearest = Double.MAX_VALUE;
            double passed = 0;
            for (int k = 0; k + 1 < line.size(); k++) {
                Vector3d from = line.get(k);
                Vector3d direction = new Vector3d(line.get(k + 1)).sub(from);
                double length = direction.length();
                direction.div(length);
                double t = new Vector3d(points[i]).sub(from).dot(direction);
                double clamped = Math.clamp(t, k == 0 ? -1e9 : 0, k + 2 == line.size() ? 1e9 : length);
                double distance = new Vector3d(from).fma(clamped, direction).distanceSquared(points[i]);
                if (distance < nearest) {
                    nearest = distance;
                    along[i] = passed + clamped;
                }
                passed += length;
            }
        }
        return along;
    }

    /** Slope of the least-squares line of height over depth. */
    private static double lean(List<Vector3d> line) {
        double startZ = line.getFirst().z;
        double lengthZ = startZ - line.stream().min(Comparator.comparingDouble(p -> p.z)).orElseThrow().z;
        List<Vector3d> straight = line.stream().filter(p -> startZ - p.z >= STRAIGHT_FROM * lengthZ && startZ - p.z <= STRAIGHT_TO * lengthZ)
                .toList();
        double meanY = straight.stream().mapToDouble(p -> p.y).average().orElse(0);
        double meanZ = straight.stream().mapToDouble(p -> p.z).average().orElse(0);
        double zz = straight.stream().mapToDouble(p -> (p.z - meanZ) * (p.z - meanZ)).sum();
        double yz = straight.stream().mapToDouble(p -> (p.y - meanY) * (p.z - meanZ)).sum();
        return zz > 0 ? Math.atan(yz / zz) : 0;
    }

    private static Vector3d hinge(Vector3d[] samples, int side, double frontZ) {
        Box end = new Box();
        for (Vector3d sample : samples) {
            if (sample.z > frontZ - FRONT_END_MM) {
                end.add(sample.x, sample.y, sample.z);
            }
        }
        double inner = side > 0 ? end.low().x : end.high().x;
        return new Vector3d(inner, end.centre().y, frontZ);
    }
}
