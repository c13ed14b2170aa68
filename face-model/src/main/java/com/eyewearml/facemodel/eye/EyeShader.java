package com.eyewearml.facemodel.eye;

/** Colour of one point of an eye, seen along a ray: white, iris, pupil, and what the wet surfaces mirror. */
final class EyeShader {
    private static final double[] TISSUE = {0.78, 0.55, 0.5};
    private static final double[] VEINS = {1, 0.72, 0.68};
    private static final double PUPIL_LEVEL = 0.035;
    private static final double PUPIL_BLUR = 0.06;
    private static final double SCLERA_GLOSS = 0.3;
    private static final double SHADE = 0.35;
    private static final int[] WAVE_NUMBERS = {7, 13, 19, 31, 47};

    private final double[] normal = new double[3];
    private final double[] point = new double[3];
    private final double[] mirrored = new double[3];
    private final double[] colour = new double[3];
    private EyeBall ball;
    private EyeLook look;
    private double[] white;
    private double colourfulness;

    void set(EyeBall ball, EyeLook look, EyePainter.Exposure exposure) {
        this.ball = ball;
        this.look = look;
        white = exposure.white();
        colourfulness = exposure.colourfulness();
    }

    /**
     * Tells the colour seen along a ray.
     *
     * @param origin    a point of the ray
     * @param direction unit vector of the ray, away from the camera
     * @param corner    0 in the middle of the eye, 1 at its corners
     * @param inner     0 away from the inner corner, 1 in it
     * @param rgb       receives the colour, 0–255
     */
    void shade(double[] origin, double[] direction, double corner, double inner, float[] rgb) {
        double radius = ball.radius();
        double reach = hit(origin, direction, ball.centre, radius);
        double facing = 1;
        if (!Double.isNaN(reach)) {
            at(origin, direction, reach, point);
            direction(ball.centre, point, normal);
            facing = -EyeBall.dot(normal, direction);
        }
        double shade = 1 - SHADE + SHADE * Math.sqrt(Math.max(0, facing));
        double red = Math.min(1, look.redness() * corner);
        for (int k = 0; k < 3; k++) {
            double value = shade * mix(1, VEINS[k], red);
            value = mix(value, TISSUE[k], Double.isNaN(reach) ? 0.8 : 0.75 * inner);
            colour[k] = value;
        }
        double level = luminance(colour);
        for (int k = 0; k < 3; k++) {
            rgb[k] = (float) (white[k] * mix(level, colour[k], colourfulness));
        }
        iris(origin, direction, rgb);
        mirror(origin, direction, reach, rgb);
    }

    private void iris(double[] origin, double[] direction, float[] rgb) {
        double toPlane = 0;
        for (int a = 0; a < 3; a++) {
            double plane = ball.centre[a] + EyeBall.IRIS_DEPTH_MM * ball.unitsPerMm * ball.gaze[a];
            toPlane += (plane - origin[a]) * ball.gaze[a];
        }
        double along = EyeBall.dot(direction, ball.gaze);
        if (along > -0.05) {
            return;
        }
        at(origin, direction, toPlane / along, point);
        double x = 0;
        double y = 0;
        for (int a = 0; a < 3; a++) {
            double d = point[a] - ball.centre[a];
            x += d * ball.across[a] / ball.irisRadius;
            y += d * ball.up[a] / ball.irisRadius;
        }
        double r = Math.hypot(x, y);
        double cover = 1 - step(1 - look.limbalBlur(), 1 + look.limbalBlur(), r);
        if (cover == 0) {
            return;
        }
        double pupil = step(look.pupil() - PUPIL_BLUR, look.pupil() + PUPIL_BLUR, r);
        double inner = 1 - step(look.pupil(), look.pupil() + look.innerReach(), r);
        double light = (1 - look.limbalRing() * step(0.7, 1, r)) * (1 + look.streaks() * texture(r, Math.atan2(y, x)));
        double outerGrey = luminance(look.outer());
        double innerGrey = luminance(look.inner());
        for (int k = 0; k < 3; k++) {
            double outer = mix(outerGrey, look.outer()[k], colourfulness);
            double value = light * mix(outer, mix(innerGrey, look.inner()[k], colourfulness), inner);
            rgb[k] = (float) mix(rgb[k], white[k] * mix(PUPIL_LEVEL, value, pupil), cover);
        }
    }

    private double texture(double r, double angle) {
        double sum = 0;
        for (int w = 0; w < WAVE_NUMBERS.length; w++) {
            sum += Math.sin(WAVE_NUMBERS[w] * angle + look.phases()[2 * w] + 3 * r * Math.sin(look.phases()[2 * w + 1]));
        }
        return sum / WAVE_NUMBERS.length;
    }

    private void mirror(double[] origin, double[] direction, double sclera, float[] rgb) {
        double radius = EyeBall.CORNEA_RADIUS_MM * ball.unitsPerMm;
        for (int a = 0; a < 3; a++) {
            point[a] = ball.centre[a] + EyeBall.CORNEA_CENTRE_MM * ball.unitsPerMm * ball.gaze[a];
        }
        double cornea = hit(origin, direction, point, radius);
        boolean wet = !Double.isNaN(cornea) && (Double.isNaN(sclera) || cornea < sclera);
        if (!wet && Double.isNaN(sclera)) {
            return;
        }
        double reach = wet ? cornea : sclera;
        double[] about = wet ? point.clone() : ball.centre;
        at(origin, direction, reach, point);
        direction(about, point, normal);
        double along = EyeBall.dot(direction, normal);
        for (int a = 0; a < 3; a++) {
            mirrored[a] = direction[a] - 2 * along * normal[a];
        }
        for (EyeLook.Light light : look.lights()) {
            double strength = (wet ? 1 : SCLERA_GLOSS) * light.strength() * image(light);
            for (int k = 0; k < 3; k++) {
                rgb[k] += (float) (strength * white[k]);
            }
        }
    }

    /** How much of a light the mirrored ray meets, with a soft border. */
    private double image(EyeLook.Light light) {
        double[] l = light.direction();
        if (EyeBall.dot(mirrored, l) < 0.5) {
            return 0;
        }
        double x = (mirrored[0] - l[0]) / light.halfWidth();
        double y = (mirrored[1] - l[1]) / light.halfHeight();
        double outside = light.round() ? Math.hypot(x, y) : Math.max(Math.abs(x), Math.abs(y));
        return 1 - step(0.8, 1.2, outside);
    }

    /** Distance along a ray to the near side of a sphere, NaN where it misses. */
    private static double hit(double[] origin, double[] direction, double[] centre, double radius) {
        double b = 0;
        double c = -radius * radius;
        for (int a = 0; a < 3; a++) {
            double d = origin[a] - centre[a];
            b += d * direction[a];
            c += d * d;
        }
        double root = b * b - c;
        return root < 0 ? Double.NaN : -b - Math.sqrt(root);
    }

    private static void at(double[] origin, double[] direction, double reach, double[] into) {
        for (int a = 0; a < 3; a++) {
            into[a] = origin[a] + reach * direction[a];
        }
    }

    private static void direction(double[] from, double[] to, double[] into) {
        double length = 0;
        for (int a = 0; a < 3; a++) {
            into[a] = to[a] - from[a];
            length += into[a] * into[a];
        }
        for (int a = 0; a < 3; a++) {
            into[a] /= Math.sqrt(length);
        }
    }

    static double mix(double a, double b, double share) {
        return a + (b - a) * share;
    }

    static double luminance(double[] rgb) {
        return 0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2];
    }

    /** Smooth step from 0 at {@code low} to 1 at {@code high}. */
    static double step(double low, double high, double value) {
        double t = Math.clamp((value - low) / (high - low), 0, 1);
        return t * t * (3 - 2 * t);
    }
}
