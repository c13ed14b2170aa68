package com.eyewearml.facemodel.sample;

/**
 * How lenses look.
 *
 * @param top         share of red, green and blue let through at the top
 * @param bottom      the same at the bottom
 * @param reflection  strength of reflected surroundings in red, green and blue
 */
record LensLook(float[] top, float[] bottom, float[] reflection) {
    /** Clear lenses, mostly with faint reflections. */
    static LensLook clear(Dice dice) {
        float through = dice.uniform(0.88f, 1);
        float strength = dice.chance(0.75f) ? dice.graded(0.01f, 0.12f) : dice.uniform(0.1f, 0.5f);
        float green = dice.uniform(0.9f, 1.2f), blue = dice.uniform(0.8f, 1.3f);
        float[] same = {through, through, through};
        return new LensLook(same, same, new float[] {0.9f * strength, green * strength, blue * strength});
    }

    /** Tinted so that the eyes still show. */
    static LensLook tinted(Dice dice) {
        return of(dice, dice.uniform(0.3f, 0.8f), dice.uniform(0.4f, 0.9f), dice.graded(0.02f, 0.2f));
    }

    /** Sunglasses, evenly dark or lighter below. */
    static LensLook dark(Dice dice) {
        float top = dice.uniform(0.02f, 0.22f);
        float bottom = dice.chance(0.3f) ? dice.uniform(top, 0.6f) : top;
        return of(dice, top, bottom, dice.graded(0.03f, 0.3f));
    }

    /** Sunglasses that mirror the surroundings in a colour. */
    static LensLook mirror(Dice dice) {
        LensLook base = of(dice, 0.06f, 0.06f, 1);
        float strength = dice.uniform(0.35f, 0.9f);
        for (int k = 0; k < 3; k++) {
            base.reflection[k] = strength * dice.uniform(0.4f, 1.1f);
        }
        return base;
    }

    private static LensLook of(Dice dice, float topThrough, float bottomThrough, float strength) {
        float[] top = new float[3], bottom = new float[3], reflection = new float[3];
        for (int k = 0; k < 3; k++) {
            float hue = dice.uniform(0.65f, 1.25f);
            top[k] = Math.min(1, hue * topThrough);
            bottom[k] = Math.min(1, hue * bottomThrough);
            reflection[k] = strength;
        }
        return new LensLook(top, bottom, reflection);
    }
}
