package com.eyewearml.light;

/**
 * A product photographer's studio: a key softbox up on the left, a strip light on the right, a panel overhead, two rim lights
 * behind, in a grey room with a warm floor. Designed so that glossy rims and lenses show few, soft-edged, readable highlights.
 */
public final class Studio implements Radiance {
    /** A rectangle of light far away: what is seen of it depends on the direction only. */
    private static final class Softbox {
        private final double sinAzimuth;
        private final double cosAzimuth;
        private final double sinElevation;
        private final double cosElevation;
        private final double halfWidth;
        private final double halfHeight;
        private final double edge;
        private final double red;
        private final double green;
        private final double blue;

        Softbox(double azimuthDeg, double elevationDeg, double halfWidth, double halfHeight, double edge,
                double red, double green, double blue) {
            sinAzimuth = Math.sin(Math.toRadians(azimuthDeg));
            cosAzimuth = Math.cos(Math.toRadians(azimuthDeg));
            sinElevation = Math.sin(Math.toRadians(elevationDeg));
            cosElevation = Math.cos(Math.toRadians(elevationDeg));
            this.halfWidth = halfWidth;
            this.halfHeight = halfHeight;
            this.edge = edge;
            this.red = red;
            this.green = green;
            this.blue = blue;
        }

        void add(double x, double y, double z, double[] rgb) {
            double along = (x * sinAzimuth + z * cosAzimuth) * cosElevation + y * sinElevation;
            if (along <= 0) {
                return;
            }
            double u = (x * cosAzimuth - z * sinAzimuth) / along;
            double v = (y - sinElevation * along) / (cosElevation * along);
            double mask = inside(Math.abs(u), halfWidth) * inside(Math.abs(v), halfHeight);
            if (mask == 0) {
                return;
            }
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
