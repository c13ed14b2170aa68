package com.eyewearml.facemodel.sample;

import java.util.Arrays;

/** Hands, hair and things between the camera and a face, laid over a square picture; what they cover is known pixel by pixel. */
final class FrontThings {
    private static final int[] TOUCHED = {33, 263, 133, 362, 168, 6, 4, 70, 300, 105, 334, 127, 356, 234, 454, 50, 280, 205, 425, 10, 67, 297,
        13, 17, 152, 172, 397};
    private static final float FACE_CM = 14;
    private static final float GREY_SATURATION = 0.06f;

    private final Dice dice;
    private final int side;
    private final FrontLayer layer;
    private final ArticulatedHand hand;
    private final HairLocks locks;
    private final Backgrounds backgrounds;
    private final float[] pattern;
    private final Light light = new Light();
    private final float[] skin = new float[3];
    private final float[] at = new float[3];
    /** Share of each pixel that something hides, row by row. */
    final float[] hidden;

    FrontThings(Dice dice, Backgrounds backgrounds, int side) {
        this.dice = dice;
        this.side = side;
        this.backgrounds = backgrounds;
        layer = new FrontLayer(side);
        hand = new ArticulatedHand(dice);
        locks = new HairLocks(dice, side);
        pattern = new float[3 * side * side];
        hidden = new float[side * side];
    }

    /** Forgets what was laid over the last picture. */
    void clear() {
        Arrays.fill(hidden, 0);
    }

    void hands(float[] rgb, HeadMesh mesh, Placement placement) {
        int count = dice.chance(0.8f) ? 1 : 2;
        float pxPerCm = mesh.faceWidth() * placement.scale() / FACE_CM * dice.uniform(0.8f, 1.35f);
        skinColour(rgb, mesh, placement);
        for (int i = 0; i < count; i++) {
            layer.clear();
            if (dice.chance(0.3f)) {
                beside();
            } else {
                touch(mesh, placement, dice.chance(0.7f) ? 0.12f : 0.35f);
            }
            hand.draw(layer, at[0], at[1], pxPerCm, skin, light.shine(dice, dice.uniform(0.15f, 0.8f)));
            lay(rgb, pxPerCm);
        }
    }

    void hair(float[] rgb, HeadMesh mesh, Placement placement) {
        layer.clear();
        locks.draw(layer, rgb, mesh, placement);
        lay(rgb, mesh.faceWidth() * placement.scale() / FACE_CM);
    }

    /** A phone, a cup, a pen, a sheet: anything with an outline of its own, plain or patterned. */
    void thing(float[] rgb, HeadMesh mesh, Placement placement) {
        layer.clear();
        touch(mesh, placement, 0.2f);
        float face = mesh.faceWidth() * placement.scale();
        float w = dice.graded(0.5f, 0.03f) * face, h = dice.uniform(0.1f, 0.6f) * face;
        slab(at[0], at[1], w, h, dice.direction(), dice.uniform(0.02f, 1) * Math.min(w, h));
        lay(rgb, face / FACE_CM);
        if (dice.chance(0.4f)) {
            hands(rgb, mesh, placement);
        }
    }

    /** A shadow of something that is itself not in the picture: nothing is hidden. */
    void shadowAlone(float[] rgb, HeadMesh mesh, Placement placement) {
        layer.clear();
        touch(mesh, placement, 0.2f);
        float pxPerCm = mesh.faceWidth() * placement.scale() / FACE_CM * dice.uniform(0.8f, 2);
        hand.draw(layer, at[0], at[1], pxPerCm, skin, light.shine(dice, 0.5f));
        layer.castShadow(rgb, dice.uniform(0.2f, 0.75f), 0, 0, dice.below(Math.max(1, (int) pxPerCm)));
    }

    private void lay(float[] rgb, float pxPerCm) {
        layer.finish();
        if (dice.chance(0.35f)) {
            layer.move(dice.uniform(0.3f, 4) * pxPerCm, dice.direction());
        }
        if (dice.chance(0.75f)) {
            layer.castShadow(rgb, dice.graded(0.05f, 0.6f), dice.gaussian(0.6f * pxPerCm), dice.uniform(-0.3f, 1.5f) * pxPerCm,
                    1 + (int) (dice.uniform(0, 1) * pxPerCm));
        }
        layer.over(rgb);
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] += (1 - hidden[i]) * layer.alpha[i];
        }
    }

    private void touch(HeadMesh mesh, Placement placement, float scatter) {
        placement.point(mesh, TOUCHED[dice.below(TOUCHED.length)], at);
        float face = mesh.faceWidth() * placement.scale();
        at[0] += dice.gaussian(scatter * face);
        at[1] += dice.gaussian(scatter * face);
    }

    /** Near the left or right border, which cuts the hand off. */
    private void beside() {
        at[0] = side * (dice.chance(0.5f) ? dice.uniform(-0.02f, 0.3f) : dice.uniform(0.7f, 1.02f));
        at[1] = side * dice.uniform(0.1f, 0.95f);
    }

    /** That of the cheeks, somewhat brighter or darker, or another person's; grey in a picture without colours. */
    private void skinColour(float[] rgb, HeadMesh mesh, Placement placement) {
        boolean seen = Cheeks.colour(rgb, side, side, mesh, placement, skin);
        float brightness = dice.uniform(0.75f, 1.3f);
        boolean other = !seen || dice.chance(0.25f);
        boolean grey = seen && Math.abs(skin[0] - skin[2]) < GREY_SATURATION * Math.max(skin[0], 1);
        float any = dice.uniform(50, 235);
        skin[0] = other ? any : brightness * skin[0];
        skin[1] = other ? (grey ? any : dice.uniform(0.7f, 0.85f) * any) : brightness * dice.uniform(0.95f, 1.04f) * skin[1];
        skin[2] = other ? (grey ? any : dice.uniform(0.55f, 0.75f) * any) : brightness * dice.uniform(0.93f, 1.05f) * skin[2];
    }

    /** A rounded rectangle of half sides {@code w} and {@code h}. */
    private void slab(float cx, float cy, float w, float h, float angleRad, float corner) {
        boolean patterned = dice.chance(0.4f), round = dice.chance(0.3f);
        if (patterned) {
            backgrounds.paint(pattern, side);
        }
        float[] colour = new float[3];
        float brightness = dice.chance(0.4f) ? dice.uniform(5, 60) : dice.uniform(30, 240), slope = dice.uniform(-0.4f, 0.4f);
        for (int k = 0; k < 3; k++) {
            colour[k] = brightness * dice.uniform(0.7f, 1.3f);
        }
        float ca = (float) Math.cos(angleRad), sa = (float) Math.sin(angleRad), reach = (float) Math.hypot(w, h) + 1;
        for (int y = Math.max(0, (int) (cy - reach)); y < Math.min(side, cy + reach); y++) {
            for (int x = Math.max(0, (int) (cx - reach)); x < Math.min(side, cx + reach); x++) {
                float px = x + 0.5f - cx, py = y + 0.5f - cy;
                float u = ca * px + sa * py, v = ca * py - sa * px;
                float ex = Math.max(0, Math.abs(u) - w + corner), ey = Math.max(0, Math.abs(v) - h + corner);
                float cover = Math.clamp(corner - (float) Math.hypot(ex, ey) + 0.5f, 0, 1);
                if (cover > 0) {
                    float shade = (1 + slope * v / h) * (round ? 0.5f + 0.6f * (float) Math.sqrt(Math.max(0, 1 - u * u / (w * w))) : 1);
                    int i = y * side + x;
                    layer.put(i, cover, shade * (patterned ? pattern[3 * i] : colour[0]), shade * (patterned ? pattern[3 * i + 1] : colour[1]),
                            shade * (patterned ? pattern[3 * i + 2] : colour[2]));
                }
            }
        }
    }
}
