package com.eyewearml.facemodel.sample;

/**
 * How a face differs from its portrait. Lengths are in face widths, y down.
 *
 * @param mouthOpen   how far the chin drops
 * @param closedRight how far the subject's right eye is closed beyond the portrait, 0 to 1 for shut
 * @param closedLeft  the same of the left eye
 * @param smileOut    how far the corners of the mouth move outwards
 * @param smileDown   how far they move down
 * @param browsDown   how far the brows move down
 * @param jawAside    how far the jaw moves to the right of the picture
 * @param broader     factor less one of the face's width
 * @param taper       by how much more the jaw is broader than the forehead
 */
record Expression(float mouthOpen, float closedRight, float closedLeft, float smileOut, float smileDown, float browsDown,
        float jawAside, float broader, float taper) {
    /** As in the portrait. */
    static final Expression NEUTRAL = mouth(0);

    /** Only the mouth opens. */
    static Expression mouth(float mouthOpen) {
        return new Expression(mouthOpen, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** What the recipe has in it. */
    static Expression draw(Recipe recipe, Dice dice) {
        float mouth = recipe.has(Ingredient.OPEN_MOUTH, dice) ? dice.graded(0, 0.3f) : 0;
        float right = 0, left = 0;
        if (recipe.has(Ingredient.CLOSED_EYES, dice)) {
            float closed = dice.chance(0.4f) ? 1 : dice.uniform(0.15f, 1);
            boolean wink = dice.chance(0.1f), rightOnly = dice.chance(0.5f);
            right = wink && !rightOnly ? 0 : Math.clamp(closed + dice.gaussian(0.04f), 0, 1);
            left = wink && rightOnly ? 0 : Math.clamp(closed + dice.gaussian(0.04f), 0, 1);
        }
        if (!recipe.has(Ingredient.GRIMACE, dice)) {
            return new Expression(mouth, right, left, 0, 0, 0, 0, 0, 0);
        }
        return new Expression(mouth, right, left, dice.gaussian(0.025f, 0.06f), dice.gaussian(0.025f, 0.06f),
                dice.gaussian(0.02f, 0.05f), dice.gaussian(0.015f, 0.04f), dice.gaussian(0.03f, 0.08f), dice.gaussian(0.03f, 0.08f));
    }
}
