package com.eyewearml.imports.geometry;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.joml.Vector3d;

/** Points spread evenly over the surface of pieces, so that results do not depend on how it is triangulated. */
public final class SurfaceSamples {
    private static final long SEED = 20;

    private SurfaceSamples() {
    }

    /** {@code count} points, stratified by area; the same for the same pieces. Empty where the surface has no area. */
    public static Vector3d[] of(List<Piece> pieces, int count) {
        double total = 0;
        for (Piece piece : pieces) {
            for (int t = 0; t < piece.triangleCount(); t++) {
                total += area(piece, t);
            }
        }
        if (!(total > 0)) {
            return new Vector3d[0];
        }
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        Vector3d[] samples = new Vector3d[count];
        double passed = 0;
        int taken = 0;
        for (Piece piece : pieces) {
            for (int t = 0; t < piece.triangleCount(); t++) {
                passed += area(piece, t);
                while (taken < count && (taken + 0.5) / count * total <= passed) {
                    samples[taken++] = within(piece, t, random);
                }
            }
        }
        return taken == count ? samples : java.util.Arrays.copyOf(samples, taken);
    }

    /** Area of a triangle. */
    public static double area(Piece piece, int triangle) {
        Vector3d a = piece.corner(triangle, 0, new Vector3d());
        Vector3d b = piece.corner(triangle, 1, new Vector3d()).sub(a);
        Vector3d c = piece.corner(triangle, 2, new Vector3d()).sub(a);
        return b.cross(c).length() / 2;
    }

    private static Vector3d within(Piece piece, int triangle, RandomGenerator random) {
        double u = random.nextDouble();
        double v = random.nextDouble();
        if (u + v > 1) {
            u = 1 - u;
            v = 1 - v;
        }
        Vector3d a = piece.corner(triangle, 0, new Vector3d());
        Vector3d b = piece.corner(triangle, 1, new Vector3d()).sub(a);
        Vector3d c = piece.corner(triangle, 2, new Vector3d()).sub(a);
        return a.fma(u, b).fma(v, c);
    }
}
