package com.eyewearml.facemodel.faces;

import com.eyewearml.face.FacePoints;

/**
 * Turns an average into a picture that looks photographed: a firmer edge, the contrast that averaging took away, and a plain
 * studio wall behind.
 */
final class Finish {
    private static final float FINE_SIGMA_PX = 2.2f;
    private static final float COARSE_SIGMA_PX = 9;
    /** Unsharp masking of the face, where landmarks align the portraits well, and of the rest. */
    private static final float FACE_GAIN = 1.7f;
    private static final float REST_GAIN = 0.9f;
    private static final float COARSE_GAIN = 0.25f;
    /** Collar and chest fall out of focus, as in a portrait taken from near: their average is scratchy. */
    private static final float CHEST_SIGMA_PX = 4;
    private static final float CHEST_RAMP = 0.5f;
    private static final float EDGE_LOW = 0.25f;
    private static final float EDGE_HIGH = 0.9f;

    private Finish() { }

    /**
     * Cut-out with firmer edge, restored contrast and plain clothes.
     *
     * @param points landmarks on the picture
     */
    static LightImage restore(LightImage in, float[] points) {
        int n = in.width * in.height;
        float[] cover = new float[n];
        for (int i = 0; i < n; i++) {
            cover[i] = smoothStep((in.values[4 * i + 3] - EDGE_LOW) / (EDGE_HIGH - EDGE_LOW));
        }
        float[] cloth = Clothes.weights(in, points);
        FaceEllipse face = FaceEllipse.of(points);
        float chinY = points[3 * FacePoints.CHIN + 1];
        LightImage result = new LightImage(in.width, in.height);
        float[] plane = new float[n];
        for (int k = 0; k < 3; k++) {
            for (int i = 0; i < n; i++) {
                plane[i] = LightImage.toSignal(in.values[4 * i + k] / Math.max(in.values[4 * i + 3], 1e-3f));
            }
            float[] near = coveredBlur(plane, cover, in.width, in.height, FINE_SIGMA_PX);
            float[] far = coveredBlur(plane, cover, in.width, in.height, COARSE_SIGMA_PX);
            float[] soft = coveredBlur(plane, cover, in.width, in.height, CHEST_SIGMA_PX);
            for (int i = 0; i < n; i++) {
                float inside = 1 - smoothStep((face.radius(i % in.width + 0.5f, i / in.width + 0.5f) - 0.85f) / 0.25f);
                float gain = REST_GAIN + inside * (FACE_GAIN - REST_GAIN);
                float crisp = plane[i] + gain * (plane[i] - near[i]) + COARSE_GAIN * (near[i] - far[i]);
                float low = smoothStep((i / in.width - chinY) / (CHEST_RAMP * face.radiusY()));
                float v = crisp + low * (soft[i] - crisp);
                result.values[4 * i + k] = LightImage.toLight(Math.clamp(v, 0, 1)) * cover[i];
            }
        }
        for (int i = 0; i < n; i++) {
            result.values[LightImage.CHANNELS * i + 3] = cover[i];
        }
        Clothes.dye(result, cloth);
        return result;
    }

    static float smoothStep(float t) {
        float c = Math.clamp(t, 0, 1);
        return c * c * (3 - 2 * c);
    }

    /** Blur that ignores what lies outside the cut-out. */
    private static float[] coveredBlur(float[] plane, float[] cover, int width, int height, float sigma) {
        float[] out = new float[plane.length];
        float[] weight = new float[plane.length];
        float[] scratch = new float[Math.max(width, height)];
        for (int i = 0; i < plane.length; i++) {
            weight[i] = cover[i] + 1e-4f;
            out[i] = plane[i] * weight[i];
        }
        Registration.smooth(out, width, height, sigma, scratch);
        Registration.smooth(weight, width, height, sigma, scratch);
        for (int i = 0; i < plane.length; i++) {
            out[i] /= weight[i];
        }
        return out;
    }

    /** A wall lit from the middle: signal levels 0–1 at the centre, falling off towards the corners. */
    static LightImage wall(int width, int height, float[] centre) {
        LightImage out = new LightImage(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float u = (x + 0.5f) / width - 0.5f, v = (y + 0.5f) / height - 0.42f;
                float fall = 1 - 0.3f * (u * u + 0.8f * v * v) / 0.5f;
                int at = LightImage.CHANNELS * (y * width + x);
                for (int k = 0; k < 3; k++) {
                    out.values[at + k] = LightImage.toLight(centre[k] * fall);
                }
                out.values[at + 3] = 1;
            }
        }
        return out;
    }
}
