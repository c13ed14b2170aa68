package com.eyewearml.client.render;

import java.util.Arrays;

/**
 * What the shopper's face tells about the light in the picture: how bright, of which colour, from which side. The face serves as
 * a light probe of known shape and roughly known colour: over some landmarks of bare skin, radiance is fitted by
 * {@code mean + slope · normal}, the first two bands of the irradiance that reaches it (Ramamoorthi and Hanrahan 2001).
 *
 * <p>Brightness and colour of a face mix light with complexion, which one picture cannot tell apart; both therefore follow
 * the face only in part. The estimate moves smoothly: a hand that passes by does not make the frame flicker.
 */
public final class LightEstimate {
    /** Landmarks on forehead, cheeks, nose and chin, where neither brows nor beard nor a shopper's own glasses are likely. */
    private static final int[] SKIN = {
        10, 109, 338, 151, 108, 337, 69, 299, 9, 50, 280, 101, 330, 118, 347, 205, 425, 36, 266, 187, 411, 147, 376, 123, 352,
        5, 195, 4, 198, 420};
    /** Linear reflectance of skin, the mean over complexions. */
    private static final float[] SKIN_ALBEDO = {0.50f, 0.33f, 0.25f};
    /** Radiance of a white surface in a well exposed picture, and how far brightness follows the face away from it. */
    private static final double USUAL_WHITE = 0.75;
    private static final double BRIGHTNESS_TRUST = 0.6;
    private static final double COLOUR_TRUST = 0.45;
    private static final double GAIN_MIN = 0.2;
    private static final double GAIN_MAX = 1.3;
    /** Where the studio's key light stands before it is turned. */
    private static final double KEY_AZIMUTH_RAD = Math.toRadians(-42);
    private static final double SIDE_UNSURE = 0.08;
    private static final double SIDE_SURE = 0.30;
    private static final double SMOOTHING_MS = 400;
    private static final double[] LUMINANCE = {0.2126, 0.7152, 0.0722};
    private static final double[] LINEAR_OF_SRGB = linearOfSrgb();

    private final float[] gain = {0.75f, 0.75f, 0.75f};
    private final float[] skin = {0.35f, 0.24f, 0.18f};
    private final double[] sum = new double[3];
    /** Normal equations of luminance = mean + slopeX nx + slopeY ny, right-hand side last. */
    private final double[][] equations = new double[3][4];
    private final double[] row = new double[4];
    private double turnRad;
    private double lastMs = Double.NaN;

    /** Forgets the light, as before a new video or photograph: the next update counts in full. */
    public void reset() {
        lastMs = Double.NaN;
    }

    /**
     * Looks at the next picture of a face.
     *
     * @param landmarksPx x, y, z of all landmarks in the picture
     * @param headNormals unit normals of the landmarks in the head frame
     * @param cameraFromHead pose of the head
     */
    public void update(Picture picture, float[] landmarksPx, float[] headNormals, float[] cameraFromHead, double timestampMs) {
        Arrays.fill(sum, 0);
        for (double[] equation : equations) {
            Arrays.fill(equation, 0);
        }
        int seen = 0;
        for (int landmark : SKIN) {
            int x = (int) landmarksPx[3 * landmark];
            int y = (int) landmarksPx[3 * landmark + 1];
            boolean inside = x >= 1 && y >= 1 && x < picture.widthPx() - 1 && y < picture.heightPx() - 1;
            float nx = headNormals[3 * landmark];
            float ny = headNormals[3 * landmark + 1];
            float nz = headNormals[3 * landmark + 2];
            float towardsCamera = cameraFromHead[2] * nx + cameraFromHead[6] * ny + cameraFromHead[10] * nz;
            if (inside && towardsCamera > 0.35f) {
                seen++;
                row[0] = 1;
                row[1] = cameraFromHead[0] * nx + cameraFromHead[4] * ny + cameraFromHead[8] * nz;
                row[2] = cameraFromHead[1] * nx + cameraFromHead[5] * ny + cameraFromHead[9] * nz;
                row[3] = addPatch(picture, x, y);
                accumulate();
            }
        }
        if (seen >= SKIN.length / 3) {
            blendIn(seen, timestampMs);
        }
    }

    /** Adds the mean of 3 × 3 pixels and returns its luminance. */
    private double addPatch(Picture picture, int x, int y) {
        double luminance = 0;
        for (int c = 0; c < 3; c++) {
            double mean = 0;
            for (int i = 0; i < 9; i++) {
                mean += LINEAR_OF_SRGB[picture.channel(x - 1 + i % 3, y - 1 + i / 3, c)] / 9;
            }
            sum[c] += mean;
            luminance += LUMINANCE[c] * mean;
        }
        return luminance;
    }

    private void accumulate() {
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 4; j++) {
                equations[i][j] += row[i] * row[j];
            }
        }
    }

    private void blendIn(int seen, double timestampMs) {
        double passedMs = timestampMs - lastMs;
        double share = passedMs >= 0 ? 1 - Math.exp(-passedMs / SMOOTHING_MS) : 1;
        lastMs = timestampMs;

        double white = 0;
        for (int c = 0; c < 3; c++) {
            white += LUMINANCE[c] * sum[c] / seen / SKIN_ALBEDO[c];
        }
        white = Math.max(white, 1e-3);
        double brightness = Math.pow(white, BRIGHTNESS_TRUST) * Math.pow(USUAL_WHITE, 1 - BRIGHTNESS_TRUST);
        for (int c = 0; c < 3; c++) {
            double mean = sum[c] / seen;
            double tint = Math.pow(Math.max(mean, 1e-3) / SKIN_ALBEDO[c] / white, COLOUR_TRUST);
            gain[c] += (float) (share * (Math.clamp(brightness * tint, GAIN_MIN, GAIN_MAX) - gain[c]));
            skin[c] += (float) (share * (mean - skin[c]));
        }
        turnRad += share * (wantedTurnRad() - turnRad);
    }

    /** From the slope across the face; without a clear side the key light stays where the studio has it. */
    private double wantedTurnRad() {
        for (int i = 1; i < 3; i++) {
            equations[i][i] += 0.05 * equations[0][0];
        }
        for (int i = 0; i < 3; i++) {
            for (int k = i + 1; k < 3; k++) {
                double factor = equations[k][i] / equations[i][i];
                for (int j = i; j < 4; j++) {
                    equations[k][j] -= factor * equations[i][j];
                }
            }
        }
        double slopeY = equations[2][3] / equations[2][2];
        double slopeX = (equations[1][3] - equations[1][2] * slopeY) / equations[1][1];
        double mean = (equations[0][3] - equations[0][1] * slopeX - equations[0][2] * slopeY) / equations[0][0];
        double side = Math.clamp(slopeX / Math.max(mean, 1e-3), -1, 1);
        double sure = Math.clamp((Math.abs(side) - SIDE_UNSURE) / (SIDE_SURE - SIDE_UNSURE), 0, 1);
        return sure * (Math.asin(side) - KEY_AZIMUTH_RAD);
    }

    /** Radiance of the picture's light per unit of the environment, for red, green or blue. */
    public float gain(int channel) {
        return gain[channel];
    }

    /** Mean radiance of the face, for red, green or blue. */
    public float skinRadiance(int channel) {
        return skin[channel];
    }

    /** Share of the light on the face that comes from the main light; the rest comes from all around. */
    public float keyShare() {
        return 0.5f;
    }

    /** Unit vector towards the main light in the camera frame. */
    public void keyDirection(float[] out) {
        double azimuth = KEY_AZIMUTH_RAD + turnRad;
        out[0] = (float) (Math.sin(azimuth) * 0.78);
        out[1] = 0.62f;
        out[2] = (float) (Math.cos(azimuth) * 0.78);
    }

    /** Writes the rotation from the camera frame to the environment's, column-major 4 × 4. */
    public void environmentFromCamera(float[] out, int offset) {
        float cos = (float) Math.cos(turnRad);
        float sin = (float) Math.sin(turnRad);
        Arrays.fill(out, offset, offset + 16, 0);
        out[offset] = cos;
        out[offset + 2] = sin;
        out[offset + 5] = 1;
        out[offset + 8] = -sin;
        out[offset + 10] = cos;
        out[offset + 15] = 1;
    }

    private static double[] linearOfSrgb() {
        double[] table = new double[256];
        for (int i = 0; i < 256; i++) {
            double c = i / 255.0;
            table[i] = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
        }
        return table;
    }
}
