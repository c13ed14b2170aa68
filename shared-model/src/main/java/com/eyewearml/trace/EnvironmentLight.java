package com.eyewearml.trace;

import com.eyewearml.light.Radiance;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.joml.Matrix3dc;
import org.joml.Vector3d;

/** Light from everywhere, with directions drawn by how bright they are. */
final class EnvironmentLight {
    private static final int ROWS = 128;
    private static final int COLUMNS = 256;

    private final Radiance radiance;
    private final Matrix3dc environmentFromModel;
    private final double gain;
    /** Running sum of luminance times solid angle over the cells of a latitude and longitude grid, north to south. */
    private final double[] cumulative = new double[ROWS * COLUMNS];

    /**
     * @param environmentFromModel rotation; may be at any angle
     * @param gain                 factor of the radiance
     */
    EnvironmentLight(Radiance radiance, Matrix3dc environmentFromModel, double gain) {
        this.radiance = radiance;
        this.environmentFromModel = environmentFromModel;
        this.gain = gain;
        double sum = 0;
        for (int i = 0; i < cumulative.length; i++) {
            sum += (look(direction(i, 0.5, 0.5)).luminance() + 1e-6) * solidAngle(i / COLUMNS);
            cumulative[i] = sum;
        }
    }

    private static double solidAngle(int row) {
        return 2 * Math.PI / COLUMNS * (Math.cos(Math.PI * row / ROWS) - Math.cos(Math.PI * (row + 1) / ROWS));
    }

    /** A direction within a cell, uniform in solid angle, in environment coordinates. */
    private static Vector3d direction(int cell, double u, double v) {
        int row = cell / COLUMNS;
        double y = Math.cos(Math.PI * row / ROWS) * (1 - v) + Math.cos(Math.PI * (row + 1) / ROWS) * v;
        double phi = 2 * Math.PI * (cell % COLUMNS + u) / COLUMNS;
        double across = Math.sqrt(Math.max(0, 1 - y * y));
        return new Vector3d(across * Math.sin(phi), y, across * Math.cos(phi));
    }

    private Rgb look(Vector3d inEnvironment) {
        double[] rgb = new double[3];
        radiance.from(inEnvironment.x, inEnvironment.y, inEnvironment.z, rgb);
        return new Rgb(gain * rgb[0], gain * rgb[1], gain * rgb[2]);
    }

    /** Radiance from a direction of the model. */
    Rgb from(Vector3d direction) {
        return look(environmentFromModel.transform(new Vector3d(direction)));
    }

    /** A direction of the model towards light. */
    Vector3d sample(SplittableRandom random) {
        double wanted = random.nextDouble() * cumulative[cumulative.length - 1];
        int found = Arrays.binarySearch(cumulative, wanted);
        int cell = Math.min(found < 0 ? -found - 1 : found, cumulative.length - 1);
        return environmentFromModel.transformTranspose(direction(cell, random.nextDouble(), random.nextDouble()));
    }

    /** Density of {@link #sample} per solid angle. */
    double pdf(Vector3d direction) {
        Vector3d d = environmentFromModel.transform(new Vector3d(direction));
        int row = Math.clamp((int) (ROWS * Math.acos(Math.clamp(d.y, -1, 1)) / Math.PI), 0, ROWS - 1);
        double turn = Math.atan2(d.x, d.z) / (2 * Math.PI);
        int column = Math.clamp((int) (COLUMNS * (turn < 0 ? turn + 1 : turn)), 0, COLUMNS - 1);
        int cell = row * COLUMNS + column;
        double weight = cumulative[cell] - (cell == 0 ? 0 : cumulative[cell - 1]);
        return weight / cumulative[cumulative.length - 1] / solidAngle(row);
    }
}
