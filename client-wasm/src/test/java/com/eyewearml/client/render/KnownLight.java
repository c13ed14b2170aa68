package com.eyewearml.client.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Light of which everything is known. Harmonics as the shaders' polynomial, camera frame. */
public final class KnownLight implements LitHead.Lighting {
    private static final double[] LUMINANCE = {0.2126, 0.7152, 0.0722};
    /** Where less than this of the light has a side, its direction means nothing. */
    private static final double LEAST_RATIO = 0.3;

    private final double[][] irradiance;
    private final BufferedImage panorama;
    private final double turnRad;
    private final double exposure;
    private final double[] key;
    private final double ratio;
    private final double[] around = new double[3];
    private final double[] keyRgb = new double[3];

    private KnownLight(double[][] irradiance, BufferedImage panorama, double turnRad, double exposure, double[] key, double ratio) {
        this.irradiance = irradiance;
        this.panorama = panorama;
        this.turnRad = turnRad;
        this.exposure = exposure;
        this.key = key;
        this.ratio = ratio;
    }

    /**
     * One distant light and even light from all around.
     *
     * @param ratio irradiance from the light, over that from all around
     * @param white radiance of white that faces the brightest direction
     */
    public static KnownLight single(double azimuthDeg, double elevationDeg, double ratio, double white, double[] colour) {
        double azimuth = Math.toRadians(azimuthDeg);
        double elevation = Math.toRadians(elevationDeg);
        double[] key = {Math.sin(azimuth) * Math.cos(elevation), Math.sin(elevation), Math.cos(azimuth) * Math.cos(elevation)};
        KnownLight light = new KnownLight(null, null, 0, 1, key, ratio);
        for (int c = 0; c < 3; c++) {
            light.around[c] = colour[c] * white / (1 + ratio);
            light.keyRgb[c] = colour[c] * white * ratio / (1 + ratio);
        }
        return light;
    }

    /** A room or landscape, exposed as a camera would. */
    public static KnownLight panorama(Path file, double turnRad) throws IOException {
        BufferedImage full = ImageIO.read(file.toFile());
        BufferedImage small = new BufferedImage(192, 96, BufferedImage.TYPE_INT_RGB);
        small.createGraphics().drawImage(full.getScaledInstance(192, 96, java.awt.Image.SCALE_AREA_AVERAGING), 0, 0, null);
        KnownLight unexposed = new KnownLight(null, small, turnRad, 1, null, 0);
        double[][] sh = new double[9][3];
        double[] rgb = new double[3];
        double[] weights = {1 / (4 * Math.PI), 1 / (2 * Math.PI), 1 / (2 * Math.PI), 1 / (2 * Math.PI), 15 / (16 * Math.PI), 15 / (16 * Math.PI),
            5 / (64 * Math.PI), 15 / (16 * Math.PI), 15 / (64 * Math.PI)};
        for (int row = 0; row < 96; row++) {
            double elevation = Math.PI * (0.5 - (row + 0.5) / 96);
            double solidAngle = Math.PI / 96 * 2 * Math.PI / 192 * Math.cos(elevation);
            for (int column = 0; column < 192; column++) {
                double azimuth = 2 * Math.PI * (column + 0.5) / 192;
                double x = Math.sin(azimuth) * Math.cos(elevation);
                double y = Math.sin(elevation);
                double z = Math.cos(azimuth) * Math.cos(elevation);
                unexposed.behind(x, y, z, rgb);
                double[] basis = {1, y, z, x, x * y, y * z, 3 * z * z - 1, x * z, x * x - y * y};
                for (int k = 0; k < 9; k++) {
                    for (int c = 0; c < 3; c++) {
                        sh[k][c] += weights[k] * solidAngle * basis[k] * rgb[c];
                    }
                }
            }
        }
        double[] lit = new double[9];
        for (int k = 0; k < 9; k++) {
            for (int c = 0; c < 3; c++) {
                lit[k] += LUMINANCE[c] * sh[k][c];
            }
        }
        double exposure = 0.75 / Math.max(lit[0] + lit[2] + 2 * lit[6], 0.03);
        double length = Math.sqrt(lit[1] * lit[1] + lit[2] * lit[2] + lit[3] * lit[3]);
        double ratio = 2 * length / Math.max(lit[0] - length / 2, 0.02 * lit[0]);
        return new KnownLight(sh, small, turnRad, exposure, new double[] {lit[3] / length, lit[1] / length, lit[2] / length}, ratio);
    }

    @Override
    public void onWhite(double x, double y, double z, double[] rgb) {
        if (irradiance == null) {
            double facing = Math.max(0, x * key[0] + y * key[1] + z * key[2]);
            for (int c = 0; c < 3; c++) {
                rgb[c] = around[c] + facing * keyRgb[c];
            }
            return;
        }
        double[] basis = {1, y, z, x, x * y, y * z, 3 * z * z - 1, x * z, x * x - y * y};
        for (int c = 0; c < 3; c++) {
            double sum = 0;
            for (int k = 0; k < 9; k++) {
                sum += irradiance[k][c] * basis[k];
            }
            rgb[c] = exposure * Math.max(sum, 0);
        }
    }

    @Override
    public void behind(double x, double y, double z, double[] rgb) {
        if (panorama == null) {
            // A grey wall with a darker and a lighter half.
            for (int c = 0; c < 3; c++) {
                rgb[c] = (x > 0.1 ? 0.25 : 0.6) * (around[c] + 0.5 * keyRgb[c]);
            }
            return;
        }
        double azimuth = Math.atan2(x, z) + turnRad + 4 * Math.PI;
        int column = (int) (azimuth / (2 * Math.PI) * 192) % 192;
        int row = (int) Math.min(95, (0.5 - Math.asin(y) / Math.PI) * 96);
        int packed = panorama.getRGB(column, row);
        for (int c = 0; c < 3; c++) {
            rgb[c] = exposure * SrgbTable.LINEAR[packed >> 16 - 8 * c & 255];
        }
    }

    /** Unit vector towards the main light. */
    double[] key() {
        return key;
    }

    /**
     * Errors of an estimate: of the direction in degrees, NaN where there is hardly one; of the ratio of main light to the rest and of
     * the radiance of white that faces the camera as factors of at least 1; of white's colour as an angle in degrees.
     */
    public double[] errors(LightEstimate estimate) {
        float[] direction = new float[3];
        estimate.keyDirection(direction);
        return errors(direction, estimate.keyToFill(), new double[] {estimate.gain(0), estimate.gain(1), estimate.gain(2)});
    }

    double[] errors(float[] direction, double keyToFill, double[] gain) {
        double[] white = new double[3];
        onWhite(0, 0, 1, white);
        double brightness = dot(LUMINANCE, gain) / dot(LUMINANCE, white);
        double ratioError = (1 + keyToFill) / (1 + ratio);
        return new double[] {ratio < LEAST_RATIO ? Double.NaN : angleDeg(key, new double[] {direction[0], direction[1], direction[2]}),
            Math.max(ratioError, 1 / ratioError), Math.max(brightness, 1 / brightness), angleDeg(gain, white)};
    }

    private static double angleDeg(double[] a, double[] b) {
        return Math.toDegrees(Math.acos(Math.clamp(dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b)), -1, 1)));
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
