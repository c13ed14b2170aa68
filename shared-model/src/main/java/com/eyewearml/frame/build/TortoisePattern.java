package com.eyewearml.frame.build;

import com.eyewearml.frame.geometry.Shading;

/** Tortoiseshell acetate: dark clouds drifting through an amber sheet, from gradient noise with warped coordinates. */
final class TortoisePattern implements Shading.Pattern {
    private static final double CLOUD_MM = 9;
    private static final double EDGE = 0.11;

    private final float[] amber;
    private final float[] dark;
    private final double darkShare;

    /** @param darkShare about how much of the sheet is dark, 0 to 1 */
    TortoisePattern(float[] amber, float[] dark, double darkShare) {
        this.amber = amber;
        this.dark = dark;
        this.darkShare = darkShare;
    }

    @Override
    public void colour(double x, double y, double z, float[] rgb) {
        // Along the temple the sheet runs in z as it does in x over the front.
        double px = x / CLOUD_MM + 40;
        double py = y / CLOUD_MM * 1.25 + 40;
        double pz = z / CLOUD_MM * 0.8 + 40;
        double warp = 0.75 * noise(px * 0.8 + 7, py * 0.8, pz * 0.8);
        double cloud = noise(px + warp, py - warp, pz + warp) + 0.45 * noise(px * 2.3, py * 2.3 + warp, pz * 2.3)
                + 0.2 * noise(px * 5, py * 5, pz * 5);
        double threshold = (0.5 - darkShare) * 0.9;
        double t = TempleLine.smooth((cloud - threshold) / (2 * EDGE) + 0.5);
        double glow = 0.85 + 0.5 * noise(px * 0.5, py * 0.5 + 20, pz * 0.5);
        for (int c = 0; c < 3; c++) {
            rgb[c] = (float) Math.clamp(amber[c] * glow * (1 - t) + dark[c] * t, 0, 1);
        }
    }

    /** Gradient noise (Perlin 2002) with hashed lattice gradients, about -1 to 1. */
    private static double noise(double x, double y, double z) {
        int ix = (int) Math.floor(x);
        int iy = (int) Math.floor(y);
        int iz = (int) Math.floor(z);
        double fx = x - ix;
        double fy = y - iy;
        double fz = z - iz;
        double sum = 0;
        for (int corner = 0; corner < 8; corner++) {
            int cx = corner & 1;
            int cy = corner >> 1 & 1;
            int cz = corner >> 2;
            double weight = fade(cx == 0 ? 1 - fx : fx) * fade(cy == 0 ? 1 - fy : fy) * fade(cz == 0 ? 1 - fz : fz);
            sum += weight * gradient(ix + cx, iy + cy, iz + cz, fx - cx, fy - cy, fz - cz);
        }
        return sum;
    }

    private static double fade(double t) {
        return t * t * t * (t * (t * 6 - 15) + 10);
    }

    private static double gradient(int ix, int iy, int iz, double dx, double dy, double dz) {
        int hash = ix * 0x1F1F1F1F ^ iy * 0x5F356495 ^ iz * 0x2C1B3C6D;
        hash = (hash ^ hash >>> 15) * 0x2C1B3C6D;
        hash = (hash ^ hash >>> 12) * 0x297A2D39;
        hash ^= hash >>> 15;
        double a = (hash & 1) == 0 ? dx : -dx;
        double b = (hash & 2) == 0 ? dy : -dy;
        double c = (hash & 4) == 0 ? dz : -dz;
        return switch ((hash >>> 3 & 0x7fffffff) % 3) {
            case 0 -> a + b;
            case 1 -> b + c;
            default -> a + c;
        };
    }
}
