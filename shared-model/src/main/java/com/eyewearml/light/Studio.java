package com.eyewearml.light;

/**
 * A product photographer's studio: a key softbox up on the left, a strip light on the right, a panel overhead, two rim lights
 * behind, in a grey room with a warm floor. Designed so that glossy rims and lenses show few, soft-edged, readable highlights.
 */
public final class Studio implements Radiance {
    /** A rectangle of light far away: what is seen of it depends on the direction only. */
    private record Softbox(double azimuthDeg, double elevationDeg, double halfWidth, double halfHeight, double edge,
            double red, double green, double blue) {
        void add(double x, double y, double z, double[] rgb) {
            double azimuth = Math.toRadians(azimuthDeg);
            double elevation = Math.toRadians(elevationDeg);
            double ax = Math.sin(azimuth) * Math.cos(elevation);
            double ay = Math.sin(elevation);
            double az = Math.cos(azimuth) * Math.cos(elevation);
            double along = x * ax + y * ay + z * az;
            if (along <= 0) {
                return;
            }
            double u = (x * Math.cos(azimuth) - z * Math.sin(azimuth)) / along;
            double v = (y - ay * along) / (Math.cos(elevation) * along);
            double mask = inside(Math.abs(u), halfWidth) * inside(Math.abs(v), halfHeight);
            // Brightest in the middle, as the lamp behind the diffuser makes it.
            mask *= 1 - 0.35 * (u * u / (halfWidth * halfWidth) + v * v / (halfHeight * halfHeight)) / 2;
            rgb[0] += mask * red;
            rgb[1] += mask * green;
            rgb[2] += mask * blue;
        }

        private double inside(double distance, double half) {
            return 1 - smoothstep(half - edge, half + edge, distance);
        }
    }

    private static final Softbox[] LIGHTS = {
        new Softbox(-42, 38, 0.40, 0.30, 0.03, 13, 13, 13.2),
        new Softbox(62, 12, 0.13, 0.62, 0.03, 7, 6.8, 6.5),
        new Softbox(0, 78, 0.9, 0.45, 0.12, 3.2, 3.3, 3.4),
        new Softbox(150, 22, 0.25, 0.5, 0.05, 2.4, 2.4, 2.5),
        new Softbox(-150, 22, 0.25, 0.5, 0.05, 2.4, 2.4, 2.5),
    };

    @Override
    public void from(double x, double y, double z, double[] rgb) {
        double wall = 0.30 + 0.25 * smoothstep(-0.1, 0.9, y) - 0.10 * smoothstep(0.5, 1, z);
        double floor = smoothstep(0.02, -0.25, y);
        rgb[0] = wall + floor * (0.22 - wall);
        rgb[1] = wall + floor * (0.19 - wall);
        rgb[2] = wall + floor * (0.16 - wall);
        for (Softbox light : LIGHTS) {
            light.add(x, y, z, rgb);
        }
    }

    private static double smoothstep(double from, double to, double x) {
        double t = Math.clamp((x - from) / (to - from), 0, 1);
        return t * t * (3 - 2 * t);
    }
}
