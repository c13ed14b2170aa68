package com.eyewearml.light;

/** The level of an environment that mirrors see: each texel is the mean over its own square of the sky. */
final class SharpLevel {
    private static final int SAMPLES_PER_SIDE = 2;
    private static final int SIZE = EnvironmentMap.FACE_SIZE;
    /** Texels of the level, face by face, row by row. */
    static final int TEXELS = CubeMap.FACES * SIZE * SIZE;

    private final Radiance radiance;
    private final double[] direction = new double[3];
    private final double[] rgb = new double[3];
    private final double[] mean = new double[3];

    SharpLevel(Radiance radiance) {
        this.radiance = radiance;
    }

    /** Mean radiance of a texel, red green blue; the array is the same for every call. */
    double[] mean(int texel) {
        mean[0] = 0;
        mean[1] = 0;
        mean[2] = 0;
        for (int i = 0; i < SAMPLES_PER_SIDE * SAMPLES_PER_SIDE; i++) {
            double s = (texel % SIZE + (i % SAMPLES_PER_SIDE + 0.5) / SAMPLES_PER_SIDE) / SIZE;
            double t = (texel / SIZE % SIZE + (i / SAMPLES_PER_SIDE + 0.5) / SAMPLES_PER_SIDE) / SIZE;
            CubeMap.direction(texel / (SIZE * SIZE), s, t, direction);
            radiance.from(direction[0], direction[1], direction[2], rgb);
            for (int c = 0; c < 3; c++) {
                mean[c] += rgb[c] / (SAMPLES_PER_SIDE * SAMPLES_PER_SIDE);
            }
        }
        return mean;
    }

    /** Writes the level's texels to the first of {@code texels}. */
    void encode(double scale, double peak, int[] texels) {
        for (int i = 0; i < TEXELS; i++) {
            mean(i);
            texels[i] = RootTexel.encode(scale * mean[0], scale * mean[1], scale * mean[2], peak);
        }
    }
}
