package com.eyewearml.imports.photo;

/**
 * Signed distance from the edge of a mask, negative inside, pixels; by the exact transform of Felzenszwalb and Huttenlocher, "Distance
 * Transforms of Sampled Functions" (2012), a little smoothed so that the steps of pixels vanish.
 */
final class DistanceField {
    private static final float FAR = 1e12f;

    private final int width;
    private final int height;
    private final float[] distance;

    DistanceField(Mask mask) {
        width = mask.width;
        height = mask.height;
        float[] toInside = squared(mask, true);
        float[] toOutside = squared(mask, false);
        float[] signed = new float[toInside.length];
        for (int i = 0; i < signed.length; i++) {
            signed[i] = (float) (mask.in[i] ? 0.5 - Math.sqrt(toOutside[i]) : Math.sqrt(toInside[i]) - 0.5);
        }
        distance = blurred(blurred(signed));
    }

    private float[] squared(Mask mask, boolean target) {
        float[] values = new float[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = mask.in[i] == target ? 0 : FAR;
        }
        float[] line = new float[Math.max(width, height)];
        for (int column = 0; column < width; column++) {
            for (int row = 0; row < height; row++) {
                line[row] = values[row * width + column];
            }
            float[] result = lower(line, height);
            for (int row = 0; row < height; row++) {
                values[row * width + column] = result[row];
            }
        }
        for (int row = 0; row < height; row++) {
            System.arraycopy(values, row * width, line, 0, width);
            System.arraycopy(lower(line, width), 0, values, row * width, width);
        }
        return values;
    }

    /** Lower envelope of the parabolas rooted at each place. */
    private static float[] lower(float[] f, int n) {
        int[] roots = new int[n];
        double[] from = new double[n + 1];
        int k = 0;
        from[0] = Double.NEGATIVE_INFINITY;
        from[1] = Double.POSITIVE_INFINITY;
        for (int q = 1; q < n; q++) {
            double s = meeting(f, q, roots[k]);
            while (s <= from[k]) {
                k--;
                s = meeting(f, q, roots[k]);
            }
            k++;
            roots[k] = q;
            from[k] = s;
            from[k + 1] = Double.POSITIVE_INFINITY;
        }
        float[] result = new float[n];
        k = 0;
        for (int q = 0; q < n; q++) {
            while (from[k + 1] < q) {
                k++;
            }
            int d = q - roots[k];
            result[q] = (float) d * d + f[roots[k]];
        }
        return result;
    }

    private static double meeting(float[] f, int q, int root) {
        return (f[q] + (double) q * q - f[root] - (double) root * root) / (2.0 * (q - root));
    }

    private float[] blurred(float[] values) {
        float[] out = values.clone();
        for (int row = 1; row < height - 1; row++) {
            for (int column = 1; column < width - 1; column++) {
                float sum = 0;
                for (int dy = -1; dy <= 1; dy++) {
                    for (int dx = -1; dx <= 1; dx++) {
                        sum += values[(row + dy) * width + column + dx];
                    }
                }
                out[row * width + column] = sum / 9;
            }
        }
        return out;
    }

    /** Between pixel centres by bilinear interpolation; centres at half-integers. */
    double at(double x, double y) {
        double column = Math.clamp(x - 0.5, 0, width - 1.001);
        double row = Math.clamp(y - 0.5, 0, height - 1.001);
        int c = (int) column;
        int r = (int) row;
        double fx = column - c;
        double fy = row - r;
        int at = r * width + c;
        double upper = distance[at] + fx * (distance[at + 1] - distance[at]);
        double lower = distance[at + width] + fx * (distance[at + width + 1] - distance[at + width]);
        return upper + fy * (lower - upper);
    }
}
