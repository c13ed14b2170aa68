package com.eyewearml.facemodel.sample;

import java.util.Arrays;

/**
 * A hand of bones in any pose, seen from any side, with the forearm and perhaps a sleeve. Hand axes: origin at the wrist, x to the thumb,
 * y to the fingers, z out of the palm; centimetres of an adult's hand.
 */
final class ArticulatedHand {
    private static final float[][] KNUCKLES = {{2.6f, 9, 0}, {0.7f, 9.3f, 0}, {-1.2f, 8.8f, 0}, {-2.9f, 7.8f, 0}};
    private static final float[][] LENGTHS = {{4.5f, 2.5f, 2.2f}, {5, 3, 2.4f}, {4.6f, 2.8f, 2.3f}, {3.5f, 2, 2}};
    private static final float[] RADII = {0.85f, 0.88f, 0.82f, 0.7f};
    private static final float[] THUMB_ROOT = {2.1f, 2.2f, 0.6f};
    private static final float[] THUMB_LENGTHS = {4.2f, 3.3f, 2.7f};
    private static final float THUMB_RADIUS = 1.15f;
    private static final int JOINTS = 4;

    private final Dice dice;
    /** Joints of index to little finger, then thumb; hand axes. */
    private final float[][][] joints = new float[5][JOINTS][3];
    private final float[] rotation = new float[9];
    private final float[] origin = new float[3];
    private final float[] a = new float[3];
    private final float[] b = new float[3];
    private final float[] skin = new float[3];
    private final float[] cloth = new float[3];
    private final float[] colour = new float[3];
    private float scale;
    private boolean backSeen;
    private float mottle;
    private float phase;

    ArticulatedHand(Dice dice) {
        this.dice = dice;
    }

    /**
     * Draws a random hand of which some part, mostly a fingertip, is at a point.
     *
     * @param pxPerCm size; a hand nearer to the camera is larger
     */
    void draw(FrontLayer layer, float x, float y, float pxPerCm, float[] skinColour, Light light) {
        System.arraycopy(skinColour, 0, skin, 0, 3);
        scale = pxPerCm;
        bend();
        turn();
        float[] anchor = anchor();
        float[] placed = new float[3];
        Arrays.fill(origin, 0);
        place(anchor, placed);
        origin[0] = x - placed[0];
        origin[1] = y - placed[1];
        mottle = dice.uniform(0, 0.07f);
        phase = dice.uniform(0, 6);
        palm(layer);
        fingers(layer);
        arm(layer);
        layer.shade(light, dice.uniform(0.15f, 0.4f) * pxPerCm);
    }

    /** Bends the fingers as hands do: alike, one or two apart from the others. */
    private void bend() {
        float[] flexion = new float[4];
        float common = dice.chance(0.4f) ? dice.uniform(0, 0.3f) : dice.chance(0.6f) ? dice.uniform(0.2f, 0.8f) : dice.uniform(0.9f, 1.6f);
        float spread = dice.graded(0, 0.24f);
        for (int f = 0; f < 4; f++) {
            flexion[f] = Math.clamp(common + dice.gaussian(0.12f), -0.15f, 1.65f);
        }
        if (dice.chance(0.35f)) {
            float others = dice.uniform(0.9f, 1.6f);
            int stretched = 1 + dice.below(2);
            for (int f = 0; f < 4; f++) {
                flexion[f] = f < stretched ? dice.uniform(-0.1f, 0.4f) : others + dice.gaussian(0.1f);
            }
        }
        for (int f = 0; f < 4; f++) {
            System.arraycopy(KNUCKLES[f], 0, joints[f][0], 0, 3);
            float middle = flexion[f] * dice.uniform(0.7f, 1.25f), aside = spread * (1.5f - f) + dice.gaussian(0.03f);
            chain(joints[f], LENGTHS[f], aside, flexion[f], middle, 0.6f * middle);
        }
        System.arraycopy(THUMB_ROOT, 0, joints[4][0], 0, 3);
        float tucked = dice.uniform(0, 0.8f);
        chain(joints[4], THUMB_LENGTHS, dice.uniform(0.15f, 1.1f), 0.3f + 0.7f * tucked, dice.uniform(0, 0.5f), dice.uniform(-0.2f, 0.6f));
    }

    private static void chain(float[][] joints, float[] lengths, float aside, float first, float second, float third) {
        float[] bends = {first, second, third};
        float flexion = 0;
        for (int i = 0; i < lengths.length; i++) {
            flexion += bends[i];
            float forward = (float) Math.cos(flexion);
            joints[i + 1][0] = joints[i][0] + lengths[i] * forward * (float) Math.sin(aside);
            joints[i + 1][1] = joints[i][1] + lengths[i] * forward * (float) Math.cos(aside);
            joints[i + 1][2] = joints[i][2] + lengths[i] * (float) Math.sin(flexion);
        }
    }

    /** Any side to the camera, fingers mostly upwards. */
    private void turn() {
        float about = dice.direction();
        float tilt = dice.gaussian(0.45f, 1.2f);
        float towards = dice.chance(0.25f) ? (dice.chance(0.5f) ? 1 : -1) * ((float) Math.PI / 2 + dice.gaussian(0.35f))
                : dice.chance(0.55f) ? dice.gaussian(0.5f) : dice.chance(0.6f) ? dice.gaussian(1.1f) : dice.direction();
        float mirrored = dice.chance(0.5f) ? -1 : 1;
        float ca = (float) Math.cos(about), sa = (float) Math.sin(about), ct = (float) Math.cos(tilt), st = (float) Math.sin(tilt);
        float cp = (float) Math.cos(towards), sp = (float) Math.sin(towards);
        float[][] axes = {{mirrored * ca, 0, mirrored * -sa}, {0, -1, 0}, {sa, 0, ca}};
        for (int axis = 0; axis < 3; axis++) {
            float px = axes[axis][0], py = axes[axis][1], pz = axes[axis][2];
            float y = ct * py - st * pz, z = st * py + ct * pz;
            rotation[axis] = cp * px - sp * y;
            rotation[3 + axis] = sp * px + cp * y;
            rotation[6 + axis] = z;
        }
        backSeen = rotation[8] < 0;
    }

    private float[] anchor() {
        int finger = dice.below(5);
        if (dice.chance(0.55f)) {
            return joints[finger][JOINTS - 1];
        }
        return dice.chance(0.5f) ? joints[finger][1] : new float[] {dice.uniform(-2, 2), dice.uniform(2, 8), 0};
    }

    /** From hand axes to pixels and height towards the camera. */
    private void place(float[] point, float[] out) {
        for (int row = 0; row < 3; row++) {
            out[row] = origin[row] + scale * (rotation[3 * row] * point[0] + rotation[3 * row + 1] * point[1] + rotation[3 * row + 2] * point[2]);
        }
    }

    private void limb(FrontLayer layer, float[] from, float[] to, float radiusFrom, float radiusTo, FrontLayer.Skin look) {
        place(from, a);
        place(to, b);
        layer.limb(a, b, radiusFrom * scale, radiusTo * scale, look, colour);
    }

    private void palm(FrontLayer layer) {
        float[] wrist = {0, 0, 0};
        for (int f = 0; f < 4; f++) {
            wrist[0] = 1.3f - 0.85f * f;
            limb(layer, wrist, joints[f][0], 1.25f, 1.12f * RADII[f] + 0.15f, this::flesh);
            if (f < 3) {
                limb(layer, joints[f][0], joints[f + 1][0], 0.95f, 0.9f, this::flesh);
            }
        }
        limb(layer, new float[] {0.4f, 0.8f, 0.4f}, joints[4][0], 1.5f, 1.55f, this::flesh);
        limb(layer, joints[4][0], joints[4][1], 1.5f, 1.05f, this::flesh);
        limb(layer, joints[4][1], KNUCKLES[0], 0.7f, 0.6f, this::flesh);
    }

    private void fingers(FrontLayer layer) {
        for (int f = 0; f < 5; f++) {
            float radius = f < 4 ? RADII[f] : THUMB_RADIUS * 0.85f;
            for (int bone = f < 4 ? 0 : 1; bone < JOINTS - 1; bone++) {
                boolean last = bone == JOINTS - 2;
                limb(layer, joints[f][bone], joints[f][bone + 1], radius * (1.05f - 0.07f * bone), radius * (0.98f - 0.08f * bone),
                        last ? this::fingertip : this::bone);
            }
        }
    }

    private void arm(FrontLayer layer) {
        float bend = dice.gaussian(0.35f, 0.9f), lift = dice.gaussian(0.3f, 0.8f);
        float[] towards = {(float) Math.sin(bend), -(float) Math.cos(bend), (float) Math.sin(lift)};
        float[] elbow = {22 * towards[0], 22 * towards[1], 12 * towards[2]};
        limb(layer, new float[] {0, 0.5f, 0}, elbow, 2.5f, 3.8f, this::flesh);
        if (dice.chance(0.7f)) {
            float brightness = dice.logUniform(12, 230);
            for (int k = 0; k < 3; k++) {
                cloth[k] = Math.min(250, brightness * dice.uniform(0.6f, 1.4f));
            }
            float start = dice.graded(0.02f, 0.7f);
            limb(layer, new float[] {start * elbow[0], start * elbow[1], start * elbow[2]}, elbow, dice.uniform(2.9f, 3.6f),
                    dice.uniform(4.2f, 5.5f), this::sleeve);
        }
    }

    private void flesh(float along, float across, float[] out) {
        float tone = 1 + mottle * (float) Math.sin(phase + 9 * along + 5 * across);
        for (int k = 0; k < 3; k++) {
            out[k] = tone * skin[k];
        }
    }

    /** Skin that wrinkles at its joints. */
    private void bone(float along, float across, float[] out) {
        flesh(along, across, out);
        float joint = Math.max(0, 1 - 9 * Math.min(along, 1 - along));
        float wrinkle = 1 - 0.12f * joint * (0.6f + 0.4f * (float) Math.sin(60 * along));
        for (int k = 0; k < 3; k++) {
            out[k] *= wrinkle;
        }
    }

    /** A little redder; with a nail on the back. */
    private void fingertip(float along, float across, float[] out) {
        flesh(along, across, out);
        out[1] *= 0.97f - 0.05f * along;
        out[2] *= 0.97f - 0.05f * along;
        if (backSeen && along > 0.45f && Math.abs(across) < 0.55f) {
            for (int k = 0; k < 3; k++) {
                out[k] = Math.min(255, 1.12f * out[k] + 6);
            }
        }
    }

    private void sleeve(float along, float across, float[] out) {
        float fold = 1 + 0.12f * (float) Math.sin(phase + 25 * along + 3 * across);
        for (int k = 0; k < 3; k++) {
            out[k] = fold * cloth[k];
        }
    }
}
