package com.eyewearml.facemodel.eval.slice;

import com.eyewearml.facemodel.data.Rgb;
import com.eyewearml.facemodel.eval.EvalDev;
import com.eyewearml.facemodel.eval.Luminance;
import java.util.Arrays;

/**
 * Brightness of the skin as photographed: median linear luminance of a patch on each cheek, mean of both. Skin, light, exposure and the
 * camera's processing all go into it; it is no measure of skin tone by itself.
 */
final class SkinLuminance {
    private static final int[] RIGHT_EYE = {36, 37, 38, 39, 40, 41};
    private static final int[] LEFT_EYE = {42, 43, 44, 45, 46, 47};
    private static final int RIGHT_MOUTH_CORNER = 48;
    private static final int LEFT_MOUTH_CORNER = 54;
    /** Half the side of a patch over the distance of the outer eye corners. */
    private static final double PATCH = 0.07;

    private SkinLuminance() { }

    /** @return 0–1 */
    static double of(Rgb picture, EvalDev.Entry face) {
        return (cheek(picture, face, RIGHT_EYE, RIGHT_MOUTH_CORNER) + cheek(picture, face, LEFT_EYE, LEFT_MOUTH_CORNER)) / 2;
    }

    /** The patch lies half way between the middle of the eye and the corner of the mouth. */
    private static double cheek(Rgb picture, EvalDev.Entry face, int[] eye, int mouthCorner) {
        float[] p = face.landmarks68();
        double x = Arrays.stream(eye).mapToDouble(i -> p[2 * i]).average().orElseThrow() / 2 + p[2 * mouthCorner] / 2;
        double y = Arrays.stream(eye).mapToDouble(i -> p[2 * i + 1]).average().orElseThrow() / 2 + p[2 * mouthCorner + 1] / 2;
        int half = Math.max(1, (int) Math.round(PATCH * face.interOcularPx()));
        double[] values = new double[(2 * half + 1) * (2 * half + 1)];
        int n = 0;
        for (int j = -half; j <= half; j++) {
            for (int i = -half; i <= half; i++) {
                values[n++] = Luminance.of(picture, Math.clamp(Math.round(x) + i, 0, picture.width() - 1),
                        Math.clamp(Math.round(y) + j, 0, picture.height() - 1));
            }
        }
        Arrays.sort(values);
        return values[n / 2];
    }
}
