package com.eyewearml.facemodel.faces;

import java.util.List;

/** The mean of many faces' points, free of place, size and turn in the picture plane (generalised Procrustes analysis). */
final class MeanShape {
    private static final int ROUNDS = 4;
    private static final int RIGHT_EYE = 33;
    private static final int LEFT_EYE = 263;

    private MeanShape() { }

    /**
     * @param eyesX     where the middle between the outer eye corners comes to lie, pixels
     * @param eyesY     the same
     * @param eyesApart distance between the outer eye corners, pixels
     * @return points of the mean with a level eye line, x, y, z triples
     */
    static float[] of(List<float[]> faces, float eyesX, float eyesY, float eyesApart) {
        float[] mean = faces.getFirst();
        for (int round = 0; round < ROUNDS; round++) {
            float[] sum = new float[mean.length];
            for (float[] face : faces) {
                float[] moved = Similarity.fit(face, mean).apply(face);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += moved[i] / faces.size();
                }
            }
            mean = placed(sum, eyesX, eyesY, eyesApart);
        }
        return mean;
    }

    private static float[] placed(float[] p, float eyesX, float eyesY, float eyesApart) {
        float rx = p[3 * RIGHT_EYE], ry = p[3 * RIGHT_EYE + 1];
        float dx = p[3 * LEFT_EYE] - rx, dy = p[3 * LEFT_EYE + 1] - ry;
        float n = dx * dx + dy * dy;
        float a = eyesApart * dx / n, b = -eyesApart * dy / n;
        float mx = rx + dx / 2, my = ry + dy / 2;
        return new Similarity(a, b, eyesX - a * mx + b * my, eyesY - b * mx - a * my).apply(p);
    }
}
