package com.eyewearml.client.render;

import com.eyewearml.face.shape.HeadModel;
import java.util.Arrays;

/**
 * What a picture of a face tells about its light: how bright, of which colour, from where, how much of it from one side. The face
 * is a light probe of known shape and roughly known colour ({@link IrradianceFit}); the rest of the picture shows what is beside and
 * behind it ({@link Surroundings}).
 *
 * <p>Brightness and colour of a face mix light with complexion, which one picture cannot tell apart; both therefore follow the
 * face only in part. The estimate moves smoothly, and on a still picture it comes to rest.
 */
public final class LightEstimate {
    /** Linear reflectance of skin, the mean over complexions. */
    private static final double[] SKIN_ALBEDO = {0.50, 0.33, 0.25};
    private static final double[] LUMINANCE = {0.2126, 0.7152, 0.0722};
    /** Radiance of a white surface in a well exposed picture, in its bright parts, and how much each witness counts. */
    private static final double USUAL_WHITE = 0.75;
    private static final double FACE_TRUST = 0.50;
    private static final double PICTURE_TRUST = 0.30;
    private static final double SKIN_COLOUR_TRUST = 0.65;
    private static final double EDGE_COLOUR_TRUST = 0.25;
    private static final double GAIN_MIN = 0.03;
    private static final double GAIN_MAX = 1.5;
    /** Walls reflect about half of the light; what is seen of them, over what the environment has there. */
    private static final double WALL_GAIN = 1.6;
    private static final double LEAST_SAMPLES = 40;
    /** Where the studio's key light stands before it is turned. */
    private static final double KEY_AZIMUTH_RAD = Math.toRadians(-42);
    private static final double COS_KEY_AZIMUTH = Math.cos(KEY_AZIMUTH_RAD);
    private static final double SIN_KEY_AZIMUTH = Math.sin(KEY_AZIMUTH_RAD);
    private static final double KEY_ELEVATION_RAD = Math.toRadians(38);
    private static final double MOST_PITCH_RAD = Math.toRadians(30);
    private static final double KEY_UNSURE = 0.35;
    private static final double KEY_SURE = 0.9;
    private static final double MOST_KEY = 8;
    private static final double HARDLY_SINGLE = 0.7;
    /** What haze adds to black at most; a picture without anything black has its darkest parts brighter. */
    private static final double MOST_HAZE = 0.012;
    private static final double SMOOTHING_MS = 400;
    /** Differences of relative size that end a movement and that start one. */
    private static final double AT_REST = 0.003;
    private static final double DISTURBED = 0.015;

    private static final int SHAPE = 0;
    private static final int GAIN = SHAPE + 27;
    private static final int SKIN = GAIN + 3;
    private static final int KEY = SKIN + 3;
    private static final int KEY_RATIO = KEY + 3;
    private static final int SLOPE = KEY_RATIO + 1;
    private static final int BLACK = SLOPE + 9;
    private static final int VALUES = BLACK + 1;

    private final SkinSamples samples;
    private final IrradianceFit fit = new IrradianceFit();
    private final KeyLight key = new KeyLight();
    private final Surroundings surroundings = new Surroundings();
    private final double[] values = new double[VALUES];
    private final double[] wanted = new double[VALUES];
    private boolean known;
    private boolean resting;
    private double lastMs;
    /** Turn of the environment about the vertical, then about the horizontal axis square to its key light. */
    private double cosYaw = 1;
    private double sinYaw;
    private double cosPitch = 1;
    private double sinPitch;

    /** Knows nothing yet: the environment as it is. */
    public LightEstimate(HeadModel head) {
        samples = new SkinSamples(head);
        Arrays.fill(values, GAIN, GAIN + 3, USUAL_WHITE);
        values[SKIN] = 0.35;
        values[SKIN + 1] = 0.24;
        values[SKIN + 2] = 0.18;
        direction(KEY_AZIMUTH_RAD, KEY_ELEVATION_RAD, values);
        values[KEY_RATIO] = 1;
    }

    private static void direction(double azimuthRad, double elevationRad, double[] out) {
        out[KEY] = Math.sin(azimuthRad) * Math.cos(elevationRad);
        out[KEY + 1] = Math.sin(elevationRad);
        out[KEY + 2] = Math.cos(azimuthRad) * Math.cos(elevationRad);
    }

    /** Forgets the light, as before a new video or photograph: the next update counts in full. */
    public void reset() {
        known = false;
    }

    /**
     * Looks at the next picture of a face.
     *
     * @param landmarksPx x, y, z of all landmarks in the picture
     * @param headNormals unit normals of the landmarks in the head frame
     * @param cameraFromHead pose of the head
     */
    public void update(Picture picture, float[] landmarksPx, float[] headNormals, float[] cameraFromHead, double timestampMs) {
        if (samples.collect(picture, landmarksPx, headNormals, cameraFromHead) < LEAST_SAMPLES) {
            return;
        }
        fit.fit(samples);
        surroundings.look(picture, landmarksPx);
        wantGain();
        wantKey();
        wantSlopes();
        wanted[BLACK] = Math.min(surroundings.darkest(), MOST_HAZE);
        approach(timestampMs);
        turn();
    }

    /** Shape and strength of the light: what skin that faces the camera shows, over what it reflects. */
    private void wantGain() {
        double white = 0;
        for (int c = 0; c < 3; c++) {
            double facing = Math.max(facing(c), 1e-3);
            wanted[SKIN + c] = facing;
            white += LUMINANCE[c] * facing / SKIN_ALBEDO[c];
            for (int j = 0; j < IrradianceFit.TERMS; j++) {
                wanted[SHAPE + 3 * j + c] = fit.coefficient(j, c) / facing;
            }
        }
        double brightness = Math.pow(white, FACE_TRUST) * Math.pow(Math.max(surroundings.brightPart(), 1e-3), PICTURE_TRUST)
                * Math.pow(USUAL_WHITE, 1 - FACE_TRUST - PICTURE_TRUST);
        double luminance = 0;
        for (int c = 0; c < 3; c++) {
            double skin = wanted[SKIN + c] / SKIN_ALBEDO[c] / white;
            double tint = Math.pow(skin, SKIN_COLOUR_TRUST) * Math.pow(surroundings.edgeRatio(c), EDGE_COLOUR_TRUST);
            wanted[GAIN + c] = tint;
            luminance += LUMINANCE[c] * tint;
        }
        for (int c = 0; c < 3; c++) {
            wanted[GAIN + c] = Math.clamp(wanted[GAIN + c] * brightness / luminance, GAIN_MIN, GAIN_MAX);
        }
    }

    /** Fitted radiance of skin that faces the camera. */
    private double facing(int channel) {
        return fit.coefficient(0, channel) + fit.coefficient(2, channel) + 2 * fit.coefficient(6, channel);
    }

    /** Towards the one light that explains the face best; where there hardly is one, along the linear band of the harmonics. */
    private void wantKey() {
        key.find(samples, fit.trust());
        double x = fit.luminance(3);
        double y = fit.luminance(1);
        double z = fit.luminance(2);
        double length = Math.max(Math.sqrt(x * x + y * y + z * z), 1e-9);
        double single = key.toFill() / (HARDLY_SINGLE + key.toFill());
        double w = single * single;
        wanted[KEY] = w * key.direction(0) + (1 - w) * x / length;
        wanted[KEY + 1] = w * key.direction(1) + (1 - w) * y / length;
        wanted[KEY + 2] = w * key.direction(2) + (1 - w) * z / length;
        wanted[KEY_RATIO] = Math.min(key.toFill(), MOST_KEY);
    }

    /** How the environment's gain changes with direction: by what is seen beside the face, relative to what the face tells from in front. */
    private void wantSlopes() {
        for (int c = 0; c < 3; c++) {
            double gain = wanted[GAIN + c];
            double left = seen(Surroundings.LEFT, c, gain);
            double right = seen(Surroundings.RIGHT, c, gain);
            double behind = (left + right + seen(Surroundings.ABOVE, c, gain)) / 3;
            wanted[SLOPE + c] = Math.clamp(gain * wanted[SHAPE + 3 + c], -0.5 * gain, 0.5 * gain);
            wanted[SLOPE + 3 + c] = Math.clamp((gain - behind) / 2, -0.35 * gain, 0.45 * gain);
            wanted[SLOPE + 6 + c] = Math.clamp(0.5 * (right - left) + 0.5 * gain * wanted[SHAPE + 9 + c], -0.6 * gain, 0.6 * gain);
        }
    }

    private double seen(int side, int channel, double otherwise) {
        return surroundings.sees(side) ? WALL_GAIN * surroundings.radiance(side, channel) : otherwise;
    }

    private void approach(double timestampMs) {
        double passedMs = timestampMs - lastMs;
        lastMs = timestampMs;
        if (!known) {
            System.arraycopy(wanted, 0, values, 0, VALUES);
            known = true;
            resting = true;
            return;
        }
        double difference = 0;
        for (int i = 0; i < VALUES; i++) {
            difference = Math.max(difference, Math.abs(wanted[i] - values[i]) / scale(i));
        }
        resting = difference < (resting ? DISTURBED : AT_REST);
        if (resting || passedMs < 0) {
            return;
        }
        double share = 1 - Math.exp(-passedMs / SMOOTHING_MS);
        for (int i = 0; i < VALUES; i++) {
            values[i] += share * (wanted[i] - values[i]);
        }
    }

    private double scale(int i) {
        return i >= GAIN && i < KEY || i >= SLOPE ? Math.max(values[GAIN + 1], GAIN_MIN) : i == KEY_RATIO ? 1 + values[KEY_RATIO] : 1;
    }

    /** Turns the environment so that its key light stands where the picture's does, as far as the picture has one. */
    private void turn() {
        double sure = Math.clamp((values[KEY_RATIO] - KEY_UNSURE) / (KEY_SURE - KEY_UNSURE), 0, 1);
        double azimuth = Math.atan2(values[KEY], values[KEY + 2]);
        double elevation = Math.atan2(values[KEY + 1], Math.hypot(values[KEY], values[KEY + 2]));
        double yawRad = sure * (azimuth - KEY_AZIMUTH_RAD);
        double pitchRad = sure * Math.clamp(elevation - KEY_ELEVATION_RAD, -MOST_PITCH_RAD, MOST_PITCH_RAD);
        cosYaw = Math.cos(yawRad);
        sinYaw = Math.sin(yawRad);
        cosPitch = Math.cos(pitchRad);
        sinPitch = Math.sin(pitchRad);
    }

    /** Radiance of white that faces the camera, for red, green or blue. */
    public float gain(int channel) {
        return (float) values[GAIN + channel];
    }

    /** What the gain adds along the camera's y (0), z (1) and x (2) axes. */
    public float gainSlope(int axis, int channel) {
        return (float) values[SLOPE + 3 * axis + channel];
    }

    /** Radiance of skin that faces the camera, for red, green or blue. */
    public float skinRadiance(int channel) {
        return (float) values[SKIN + channel];
    }

    /** Irradiance from the main light over that from everywhere else, on a surface that faces it. */
    public float keyToFill() {
        return (float) values[KEY_RATIO];
    }

    /** Share of the main light in what reaches a surface that faces it. */
    public float keyShare() {
        return (float) (values[KEY_RATIO] / (1 + values[KEY_RATIO]));
    }

    /** Linear radiance of what is black in the picture. */
    public float black() {
        return (float) values[BLACK];
    }

    /** Unit vector towards the main light in the camera frame. */
    public void keyDirection(float[] out) {
        double length = Math.sqrt(values[KEY] * values[KEY] + values[KEY + 1] * values[KEY + 1] + values[KEY + 2] * values[KEY + 2]);
        for (int i = 0; i < 3; i++) {
            out[i] = (float) (values[KEY + i] / length);
        }
    }

    /** Whether a picture has been seen since the start; else there is no {@link #irradiance}. */
    public boolean known() {
        return known;
    }

    /**
     * Light on white over that on white which faces the camera, in the camera frame: harmonics as {@link IrradianceFit} orders
     * them.
     */
    public float irradiance(int term, int channel) {
        return (float) values[SHAPE + 3 * term + channel];
    }

    /** Writes the rotation from the camera frame to the environment's, column-major 4 × 4. */
    public void environmentFromCamera(float[] out, int offset) {
        double ax = COS_KEY_AZIMUTH;
        double az = -SIN_KEY_AZIMUTH;
        Arrays.fill(out, offset, offset + 16, 0);
        for (int column = 0; column < 3; column++) {
            double x = column == 0 ? cosYaw : column == 2 ? -sinYaw : 0;
            double y = column == 1 ? 1 : 0;
            double z = column == 0 ? sinYaw : column == 2 ? cosYaw : 0;
            // Rodrigues' formula for the axis (ax, 0, az).
            double along = (ax * x + az * z) * (1 - cosPitch);
            out[offset + 4 * column] = (float) (cosPitch * x - sinPitch * az * y + ax * along);
            out[offset + 4 * column + 1] = (float) (cosPitch * y + sinPitch * (az * x - ax * z));
            out[offset + 4 * column + 2] = (float) (cosPitch * z + sinPitch * ax * y + az * along);
        }
        out[offset + 15] = 1;
    }
}
