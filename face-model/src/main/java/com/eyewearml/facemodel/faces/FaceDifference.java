package com.eyewearml.facemodel.faces;

/** How far each portrait of a group is from the average, over an ellipse that holds the face. */
final class FaceDifference {
    private final double[] sums;
    private long pixels;
    private final FaceEllipse face;

    FaceDifference(int count, float[] points) {
        sums = new double[count];
        face = FaceEllipse.of(points);
    }

    /** Counts pixel (x, y) where it lies on the face. */
    void add(int x, int y, float[][] rows, int from, float[] average, int at) {
        if (face.radius(x + 0.5f, y + 0.5f) > 1) {
            return;
        }
        pixels++;
        for (int k = 0; k < 3; k++) {
            float level = LightImage.toSignal(average[at + k]);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += Math.abs(LightImage.toSignal(rows[i][from + k]) - level) / 3;
            }
        }
    }

    /** Mean absolute difference of the nearest portrait, 8-bit levels. */
    float nearest() {
        double least = Double.MAX_VALUE;
        for (double sum : sums) {
            least = Math.min(least, sum);
        }
        return (float) (255 * least / pixels);
    }
}
