package com.eyewearml.facemodel.sample;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** How probable each {@link Ingredient} is in a training picture. */
final class Recipe {
    /** What hides the face or spoils the picture. */
    private static final Set<Ingredient> DAMAGE = Set.of(Ingredient.MASK, Ingredient.SCARF, Ingredient.HEADWEAR, Ingredient.HAIR,
            Ingredient.HAND, Ingredient.PHONE, Ingredient.CUP, Ingredient.BLOCK, Ingredient.LIGHT_FALLOFF, Ingredient.FOCUS_BLUR,
            Ingredient.MOTION_BLUR, Ingredient.LOW_RESOLUTION, Ingredient.SENSOR_NOISE, Ingredient.LOW_LIGHT, Ingredient.COMPRESSION);
    private static final float REFINED_DAMAGE = 0.5f;

    private final Map<Ingredient, Float> chances = new EnumMap<>(Ingredient.class);

    private Recipe() { }

    /** Untouched portraits. */
    static Recipe plain() {
        return new Recipe();
    }

    /** The main part of a training. */
    static Recipe training() {
        return new Recipe().with(Ingredient.NO_FACE, 0.13f)
                .with(Ingredient.TURNED, 0.88f).with(Ingredient.OPEN_MOUTH, 0.25f).with(Ingredient.CLOSED_EYES, 0.12f).with(Ingredient.GRIMACE, 0.4f).with(Ingredient.RELIT, 0.35f)
                .with(Ingredient.OTHER_BACKGROUND, 0.5f)
                .with(Ingredient.CLEAR_GLASSES, 0.14f).with(Ingredient.TINTED_GLASSES, 0.02f).with(Ingredient.SUNGLASSES, 0.07f)
                .with(Ingredient.MIRRORED_GLASSES, 0.02f)
                .with(Ingredient.MASK, 0.02f).with(Ingredient.SCARF, 0.015f).with(Ingredient.HEADWEAR, 0.03f)
                .with(Ingredient.HAIR, 0.06f).with(Ingredient.HAND, 0.05f).with(Ingredient.PHONE, 0.015f).with(Ingredient.CUP, 0.01f)
                .with(Ingredient.BLOCK, 0.03f)
                .with(Ingredient.WHITE_BALANCE, 0.8f).with(Ingredient.TONE, 1).with(Ingredient.LIGHT_FALLOFF, 0.2f)
                .with(Ingredient.FOCUS_BLUR, 0.15f).with(Ingredient.MOTION_BLUR, 0.08f).with(Ingredient.LOW_RESOLUTION, 0.2f)
                .with(Ingredient.SENSOR_NOISE, 0.35f).with(Ingredient.LOW_LIGHT, 0.06f).with(Ingredient.COMPRESSION, 0.1f)
                .with(Ingredient.MONOCHROME, 0.15f);
    }

    /** The last part of a training: half the occlusion and camera damage. */
    static Recipe refined() {
        return training().damageTimes(REFINED_DAMAGE).with(Ingredient.NO_FACE, 0.2f);
    }

    /** The same with another probability of one ingredient. */
    Recipe with(Ingredient ingredient, float probability) {
        Recipe changed = new Recipe();
        changed.chances.putAll(chances);
        changed.chances.put(ingredient, probability);
        return changed;
    }

    /** The same with occlusion and camera damage scaled in probability, up to certainty. */
    Recipe damageTimes(float factor) {
        Recipe changed = new Recipe();
        chances.forEach((ingredient, p) ->
                changed.chances.put(ingredient, DAMAGE.contains(ingredient) ? Math.min(1, p * factor) : p));
        return changed;
    }

    float chance(Ingredient ingredient) {
        return chances.getOrDefault(ingredient, 0f);
    }

    /** Draws whether the ingredient is in. */
    boolean has(Ingredient ingredient, Dice dice) {
        float chance = chance(ingredient);
        return chance > 0 && dice.chance(chance);
    }
}
