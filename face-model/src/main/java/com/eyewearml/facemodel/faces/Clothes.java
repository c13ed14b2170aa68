package com.eyewearml.facemodel.faces;

import com.eyewearml.face.FacePoints;

/** Gives an average plain dark clothes: averaging leaves patches of many colours, because clothes differ more than faces do. */
final class Clothes {
    /** Dark grey with a touch of blue, factors of a pixel's luminance. */
    private static final float[] TINT = {0.88f, 0.97f, 1.22f};
    private static final float DYE = 0.9f;
    /** Share of luminance that coloured cloth keeps, and what it has at least, so that folds stay visible. */
    private static final float KEPT = 0.4f;
    private static final float LEAST = 0.012f;
    /** Linear light from which cloth counts as a white shirt. */
    private static final float WHITE_FROM = 0.22f;
    private static final float WHITE_TO = 0.36f;
    /** Neckline in face widths from the middle and below the chin. */
    private static final float THROAT = 0.2f;
    private static final float SHOULDER = 0.5f;
    private static final float THROAT_BELOW = 0.72f;
    private static final float SHOULDER_BELOW = -0.06f;
    private static final float RAMP = 0.34f;

    private Clothes() { }

    /**
     * How surely each pixel is clothing.
     *
     * @param points landmarks on the picture
     */
    static float[] weights(LightImage in, float[] points) {
        float chinY = points[3 * FacePoints.CHIN + 1];
        float left = points[3 * FacePoints.RIGHT_SIDE], right = points[3 * FacePoints.LEFT_SIDE];
        float width = right - left, middle = (left + right) / 2;
        float[] out = new float[in.width * in.height];
        for (int i = 0; i < out.length; i++) {
            float aside = Math.abs(i % in.width - middle) / width;
            float slope = Finish.smoothStep((aside - THROAT) / (SHOULDER - THROAT));
            float below = (i / in.width - chinY) / width - THROAT_BELOW - slope * (SHOULDER_BELOW - THROAT_BELOW);
            out[i] = Finish.smoothStep(below / RAMP);
        }
        return out;
    }

    /** Dyes what {@link #weights} marked, except white shirts, which only lose their tint. */
    static void dye(LightImage picture, float[] weights) {
        for (int i = 0; i < weights.length; i++) {
            int at = LightImage.CHANNELS * i;
            float grey = 0.2126f * picture.values[at] + 0.7152f * picture.values[at + 1] + 0.0722f * picture.values[at + 2];
            float white = Finish.smoothStep((grey - WHITE_FROM) / (WHITE_TO - WHITE_FROM));
            float dark = picture.values[at + 3] * LEAST + KEPT * grey;
            float target = dark + white * (grey - dark);
            for (int k = 0; k < 3; k++) {
                float tinted = target * (TINT[k] + white * (1 - TINT[k]));
                picture.values[at + k] += DYE * weights[i] * (tinted - picture.values[at + k]);
            }
        }
    }
}
