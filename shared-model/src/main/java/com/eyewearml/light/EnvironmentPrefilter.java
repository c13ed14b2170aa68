package com.eyewearml.light;

/**
 * Integrates an environment ahead of time, so that shading costs one look-up: the first factor of the split sum for specular
 * reflection (Karis 2013, "Real Shading in Unreal Engine 4", eq. 7) and irradiance in spherical harmonics of order 2 (Ramamoorthi
 * and Hanrahan 2001, "An Efficient Representation for Irradiance Environment Maps").
 *
 * <p>The result is scaled so that a white Lambertian surface that faces the camera has radiance 1 in green.
 */
public final class EnvironmentPrefilter {
    /** Narrow lobes need fewer samples, and there are many of them. */
    private static final int LOBE_SAMPLES = 1024;
    private static final int MIRROR_LOBE_SAMPLES = 128;
    /** A common peak keeps the steps of dim environments as they are in bright ones, and files small. */
    private static final double LEAST_PEAK = 16;
    private static final int SPHERE_FACE = 64;

    private final Radiance radiance;
    private final double[] direction = new double[3];
    private final double[] rgb = new double[3];

    private EnvironmentPrefilter(Radiance radiance) {
        this.radiance = radiance;
    }

    /** Integrates over all directions and over the lobes of all levels. */
    public static EnvironmentMap filter(Radiance radiance) {
        return new EnvironmentPrefilter(radiance).filter();
    }

    /**
     * Perceptual roughness that a level of the cube map is integrated for: finer steps where reflections are sharp. The
     * shaders invert it.
     */
    static double roughnessOfLevel(int level) {
        return 1 - Math.sqrt(1 - (double) level / (EnvironmentMap.LEVELS - 1));
    }

    private EnvironmentMap filter() {
        double[][] sh = irradiance();
        // Towards the camera x = y = 0 and z = 1.
        double facing = sh[0][1] + sh[2][1] + 2 * sh[6][1];
        float[] scaled = new float[EnvironmentMap.SH_VALUES];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (sh[i / 3][i % 3] / facing);
        }
        double[] values = new double[3 * EnvironmentMap.texelCount()];
        int at = 0;
        double peak = LEAST_PEAK;
        SharpLevel sharp = new SharpLevel(radiance);
        for (int level = 0; level < EnvironmentMap.LEVELS; level++) {
            int size = EnvironmentMap.FACE_SIZE >> level;
            for (int i = 0; i < CubeMap.FACES * size * size; i++) {
                double[] mean = level == 0 ? sharp.mean(i)
                        : lobe(i, size, roughnessOfLevel(level), Math.min(MIRROR_LOBE_SAMPLES << level, LOBE_SAMPLES));
                for (int c = 0; c < 3; c++) {
                    values[at] = mean[c] / facing;
                    peak = Math.max(peak, values[at++]);
                }
            }
        }
        int[] texels = new int[EnvironmentMap.texelCount()];
        for (int i = 0; i < texels.length; i++) {
            texels[i] = RootTexel.encode(values[3 * i], values[3 * i + 1], values[3 * i + 2], peak);
        }
        return new EnvironmentMap((float) peak, (float) (1 / facing), scaled, texels);
    }

    /** Karis 2013: viewer and normal along the direction, microfacet normals drawn from the GGX distribution, weighted by the cosine. */
    private double[] lobe(int texel, int size, double roughness, int samples) {
        CubeMap.direction(texel / (size * size), (texel % size + 0.5) / size, (texel / size % size + 0.5) / size, direction);
        double nx = direction[0];
        double ny = direction[1];
        double nz = direction[2];
        // Tangents after Duff et al. 2017, "Building an Orthonormal Basis, Revisited".
        double sign = Math.copySign(1, nz);
        double a = -1 / (sign + nz);
        double b = nx * ny * a;
        double[] tangent = {1 + sign * nx * nx * a, sign * b, -sign * nx};
        double[] bitangent = {b, sign + ny * ny * a, -ny};
        double alpha = roughness * roughness;
        double[] sum = new double[3];
        double weights = 0;
        for (int i = 0; i < samples; i++) {
            double u = (i + 0.5) / samples;
            double phi = 2 * Math.PI * radicalInverse(i);
            // Walter et al. 2007, eqs. 35 and 36.
            double cos2 = (1 - u) / (1 + (alpha * alpha - 1) * u);
            double noL = 2 * cos2 - 1;
            if (noL <= 0) {
                continue;
            }
            double side = 2 * Math.sqrt(cos2 * (1 - cos2));
            double lx = side * Math.cos(phi);
            double ly = side * Math.sin(phi);
            radiance.from(lx * tangent[0] + ly * bitangent[0] + noL * nx, lx * tangent[1] + ly * bitangent[1] + noL * ny,
                    lx * tangent[2] + ly * bitangent[2] + noL * nz, rgb);
            add(sum, noL);
            weights += noL;
        }
        for (int c = 0; c < 3; c++) {
            sum[c] /= weights;
        }
        return sum;
    }

    /** Coefficients of irradiance over pi in the order of the shaders' polynomial: 1, y, z, x, xy, yz, 3z²−1, xz, x²−y². */
    private double[][] irradiance() {
        double[][] sum = new double[9][3];
        double step = 2.0 / SPHERE_FACE;
        for (int i = 0; i < CubeMap.FACES * SPHERE_FACE * SPHERE_FACE; i++) {
            double s = (i % SPHERE_FACE + 0.5) / SPHERE_FACE;
            double t = (i / SPHERE_FACE % SPHERE_FACE + 0.5) / SPHERE_FACE;
            CubeMap.direction(i / (SPHERE_FACE * SPHERE_FACE), s, t, direction);
            double x = direction[0];
            double y = direction[1];
            double z = direction[2];
            double onFace = 1 / Math.max(Math.abs(x), Math.max(Math.abs(y), Math.abs(z)));
            double solidAngle = step * step / (onFace * onFace * onFace);
            radiance.from(x, y, z, rgb);
            double[] polynomial = {1, y, z, x, x * y, y * z, 3 * z * z - 1, x * z, x * x - y * y};
            for (int k = 0; k < 9; k++) {
                add(sum[k], solidAngle * polynomial[k] * weight(k));
            }
        }
        return sum;
    }

    /** Squared normalisation of the real harmonic, times the cosine lobe's factor A_l over pi: 1, 2/3, 1/4. */
    private static double weight(int k) {
        return switch (k) {
            case 0 -> 1 / (4 * Math.PI);
            case 1, 2, 3 -> 3 / (4 * Math.PI) * 2 / 3;
            case 4, 5, 7 -> 15 / (4 * Math.PI) / 4;
            case 6 -> 5 / (16 * Math.PI) / 4;
            default -> 15 / (16 * Math.PI) / 4;
        };
    }

    private void add(double[] sum, double factor) {
        for (int c = 0; c < 3; c++) {
            sum[c] += factor * rgb[c];
        }
    }

    /** Van der Corput's sequence in base 2; with i / N it makes Hammersley's point set. */
    private static double radicalInverse(int i) {
        return (Integer.reverse(i) & 0xffffffffL) * 0x1p-32;
    }
}
