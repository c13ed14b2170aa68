package com.eyewearml.frame.preview;

/**
 * A photographer's table: white sweep all around, a large softbox overhead, a strip light on either side, a dark gap between them that
 * gives edges their contour. Directions are unit vectors, y up, z towards the camera's side of the frame.
 */
final class Studio {
    private Studio() {
    }

    /** Light from a direction, blurred for the roughness. */
    static double radiance(double x, double y, double z, double roughness) {
        double soft = 0.04 + 0.9 * roughness;
        double sweep = 0.20 + 0.24 * step(y, -0.25, 0.5 + soft);
        double floor = 0.46 * step(-y, 0.0, 0.35 + soft);
        double overhead = 2.3 * band(x, -0.62, 0.62, soft) * band(z, -0.25, 0.75, soft) * step(y, 0.35, 0.35 + soft);
        double left = 1.7 * band(x, -0.97, -0.70, soft) * band(y, -0.12, 0.72, soft) * step(z, -0.2, 0.2 + soft);
        double right = 1.3 * band(x, 0.74, 0.97, soft) * band(y, -0.12, 0.72, soft) * step(z, -0.2, 0.2 + soft);
        double front = 0.22 * band(x, -0.4, 0.4, 0.2 + soft) * step(z, 0.55, 0.95 + soft);
        return sweep + floor + overhead + left + right - front;
    }

    /** Light on a matte surface of the given normal, as a factor of its colour. */
    static double irradiance(double x, double y, double z) {
        return 0.62 + 0.36 * y + 0.14 * z + 0.06 * Math.abs(x);
    }

    private static double band(double value, double from, double to, double soft) {
        return step(value, from - soft / 2, from + soft / 2) * (1 - step(value, to - soft / 2, to + soft / 2));
    }

    private static double step(double value, double from, double to) {
        double t = Math.clamp((value - from) / (to - from), 0, 1);
        return t * t * (3 - 2 * t);
    }
}
