package com.eyewearml.facemodel.sample;

import com.eyewearml.face.FacePoints;

/** Hands, phones, cups and other things between the camera and a face, drawn over a square picture. */
final class HeldThings {
    private static final int[] TOUCHED = {152, 17, 13, 4, 50, 280, 205, 425, 33, 263, 10, 67, 297, 172, 397, 234, 454};
    private final Dice dice;
    private final Recipe recipe;
    private final int width;
    private final int height;
    private final Hand hand;
    private final float[] skin = new float[3];
    private final float[] at = new float[3];

    HeldThings(Dice dice, Recipe recipe, int width, int height) {
        this.dice = dice;
        this.recipe = recipe;
        this.width = width;
        this.height = height;
        hand = new Hand(dice, width, height);
    }

    /** Covers parts of the face, as the recipe says. */
    void cover(float[] rgb, HeadMesh mesh, Placement placement, Light light) {
        float face = mesh.faceWidth() * placement.scale();
        if (recipe.has(Ingredient.BLOCK, dice)) {
            block(rgb, mesh, placement, face);
        }
        boolean phone = recipe.has(Ingredient.PHONE, dice), cup = recipe.has(Ingredient.CUP, dice);
        if (phone || cup) {
            skinColour(rgb, mesh, placement);
            placement.point(mesh, phone ? TOUCHED[dice.below(TOUCHED.length)] : 17, at);
            float x = at[0] + dice.gaussian(0.08f * face), y = at[1] + dice.gaussian(0.08f * face);
            float angle = dice.gaussian(phone ? 0.5f : 0.15f);
            float w = (phone ? dice.uniform(0.24f, 0.32f) : dice.uniform(0.26f, 0.36f)) * face, h = w * (phone ? 2 : 1.15f);
            slab(rgb, x, y + (cup ? h : 0), w, h, angle, phone ? 0.2f * w : 0.08f * w, cup);
            float side = dice.chance(0.5f) ? 0 : (float) Math.PI;
            hand.reach(rgb, x + (float) Math.cos(side) * 0.3f * w, y + (cup ? h : 0.4f * h), side + dice.uniform(-0.2f, 0.8f), face, skin,
                    light);
        }
        if (recipe.has(Ingredient.HAND, dice)) {
            skinColour(rgb, mesh, placement);
            int hands = dice.chance(0.85f) ? 1 : 2;
            for (int i = 0; i < hands; i++) {
                placement.point(mesh, TOUCHED[dice.below(TOUCHED.length)], at);
                float upwards = dice.chance(0.7f) ? (float) Math.PI / 2 + dice.gaussian(0.7f) : dice.direction();
                hand.reach(rgb, at[0] + dice.gaussian(0.06f * face), at[1] + dice.gaussian(0.06f * face), upwards, face, skin, light);
            }
        }
    }

    /** Covers the face from the brows to the chin. */
    void hide(float[] rgb, HeadMesh mesh, Placement placement) {
        float face = mesh.faceWidth() * placement.scale();
        placement.point(mesh, FacePoints.NOSE_TIP, at);
        float w = dice.uniform(0.5f, 0.75f) * face, h = dice.uniform(0.55f, 0.85f) * face;
        slab(rgb, at[0] + dice.gaussian(0.04f * face), at[1] - 0.1f * face, w, h, dice.gaussian(0.2f), dice.uniform(0.02f, 1) * w, false);
    }

    /** That of the cheeks where they show, somewhat brighter or darker; else any. */
    private void skinColour(float[] rgb, HeadMesh mesh, Placement placement) {
        boolean seen = Cheeks.colour(rgb, width, height, mesh, placement, skin);
        float brightness = dice.uniform(0.8f, 1.15f);
        boolean other = !seen || dice.chance(0.15f);
        float any = dice.uniform(60, 220);
        skin[0] = other ? any : brightness * skin[0];
        skin[1] = other ? 0.78f * any : brightness * skin[1];
        skin[2] = other ? 0.65f * any : brightness * skin[2];
    }

    /** A plain or grainy ellipse or rectangle anywhere. */
    private void block(float[] rgb, HeadMesh mesh, Placement placement, float face) {
        placement.point(mesh, TOUCHED[dice.below(TOUCHED.length)], at);
        float w = dice.graded(0.08f, 0.35f) * face, h = dice.graded(0.08f, 0.35f) * face;
        slab(rgb, at[0] + dice.gaussian(0.15f * face), at[1] + dice.gaussian(0.15f * face), w, h, dice.direction(),
                dice.chance(0.5f) ? Math.min(w, h) : 0.5f, false);
    }

    /**
     * A rounded rectangle of half sides {@code w} and {@code h}, brighter along one direction.
     *
     * @param round whether it is shaded as an upright cylinder
     */
    private void slab(float[] rgb, float cx, float cy, float w, float h, float angleRad, float corner, boolean round) {
        float ca = (float) Math.cos(angleRad), sa = (float) Math.sin(angleRad);
        float reach = (float) Math.hypot(w, h) + 1;
        float[] colour = new float[3];
        float brightness = dice.chance(0.5f) ? dice.uniform(5, 60) : dice.uniform(30, 240), slope = dice.uniform(-0.4f, 0.4f);
        for (int k = 0; k < 3; k++) {
            colour[k] = brightness * dice.uniform(0.7f, 1.3f);
        }
        for (int y = Math.max(0, (int) (cy - reach)); y < Math.min(height, cy + reach); y++) {
            for (int x = Math.max(0, (int) (cx - reach)); x < Math.min(width, cx + reach); x++) {
                float px = x + 0.5f - cx, py = y + 0.5f - cy;
                float u = ca * px + sa * py, v = ca * py - sa * px;
                float ex = Math.max(0, Math.abs(u) - w + corner), ey = Math.max(0, Math.abs(v) - h + corner);
                float cover = Math.clamp(corner - (float) Math.hypot(ex, ey) + 0.5f, 0, 1);
                float shade = (1 + slope * v / h) * (round ? 0.5f + 0.6f * (float) Math.sqrt(Math.max(0, 1 - u * u / (w * w))) : 1);
                int i = 3 * (y * width + x);
                for (int k = 0; k < 3; k++) {
                    rgb[i + k] += cover * (shade * colour[k] - rgb[i + k]);
                }
            }
        }
    }
}
