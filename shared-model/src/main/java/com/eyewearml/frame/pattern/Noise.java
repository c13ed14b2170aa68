package com.eyewearml.frame.pattern;

/** Gradient noise (Perlin 2002, "Improving Noise") with hashed lattice gradients, about -1 to 1. */
final class Noise {
    private Noise() { }

    static double at(double x, double y, double z) {
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

    /** 0 at and before {@code from}, 1 at and after {@code to}, smooth between. */
    static double step(double from, double to, double x) {
        double t = Math.clamp((x - from) / (to - from), 0, 1);
        return t * t * (3 - 2 * t);
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
