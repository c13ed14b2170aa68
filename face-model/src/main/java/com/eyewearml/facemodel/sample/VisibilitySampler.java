package com.eyewearml.facemodel.sample;

import com.eyewearml.face.FacePoints;
import com.eyewearml.nn.FaceNetworks;
import java.util.random.RandomGenerator;

/**
 * Examples for the visibility network: heads turned in three dimensions as for the landmarker, and between them and the camera hands, hair
 * and things, or nothing, or their shadow alone. Target: for each cell the share that is hidden, then for each cell its weight, which is
 * greatest where glasses sit.
 */
public final class VisibilitySampler implements Sampler {
    /** Cells along each side of a target. */
    public static final int CELLS = 48;
    private static final int SIDE = FaceNetworks.visibility().inputSize();
    private static final float SETTLED_DISTURBANCE = 0.5f;
    private static final float SETTLED_SHARE = 0.7f;
    private static final float ELSEWHERE = 0.25f;
    private static final float HANDS = 0.5f;
    private static final float THING = 0.1f;
    private static final float HAIR = 0.1f;
    private static final float SHADOW = 0.12f;
    private static final float CUT_OFF = 0.1f;
    private static final float VEIL = 0.3f;
    private static final float THICKEST_VEIL = 0.45f;
    /** The glasses' zone in face widths: beyond the sides of the face, above the brows, below the eyes. */
    private static final float ASIDE = 0.08f;
    private static final float ABOVE = 0.08f;
    private static final float BELOW = 0.33f;

    private final Dice dice;
    private final FaceScene scene;
    private final RegionNoise regions;
    private final Photometry photometry;
    private final FrontThings front;

    /** @param refined for the last part of a training: less damage */
    public VisibilitySampler(TrainingPictures pictures, RandomGenerator random, boolean refined) {
        dice = new Dice(random);
        Recipe recipe = (refined ? Recipe.refined() : Recipe.training()).with(Ingredient.NO_FACE, 0)
                .with(Ingredient.HAND, 0).with(Ingredient.PHONE, 0).with(Ingredient.CUP, 0).with(Ingredient.BLOCK, 0).with(Ingredient.HAIR, 0)
                .with(Ingredient.CLEAR_GLASSES, 0.22f).with(Ingredient.SUNGLASSES, 0.09f);
        Backgrounds backgrounds = new Backgrounds(pictures.backgrounds(), pictures.mined(), random);
        scene = new FaceScene(pictures, random, recipe, backgrounds, SIDE);
        regions = new RegionNoise(dice);
        photometry = new Photometry(random, SIDE, recipe);
        front = new FrontThings(dice, backgrounds, SIDE);
    }

    @Override
    public Sample next() {
        scene.pose();
        regions.disturb(scene.region, dice.chance(SETTLED_SHARE) ? SETTLED_DISTURBANCE : 1);
        scene.draw();
        float[] rgb = scene.canvas.rgb;
        front.clear();
        if (dice.chance(SHADOW)) {
            front.shadowAlone(rgb, scene.mesh, scene.placement());
        }
        if (dice.chance(HAIR)) {
            front.hair(rgb, scene.mesh, scene.placement());
        }
        if (dice.chance(HANDS)) {
            front.hands(rgb, scene.mesh, scene.placement());
        } else if (dice.chance(THING)) {
            front.thing(rgb, scene.mesh, scene.placement());
        }
        float[] target = new float[2 * CELLS * CELLS];
        shares(target);
        weights(target);
        if (dice.chance(VEIL)) {
            veil(rgb);
        }
        photometry.damage(rgb);
        if (dice.chance(CUT_OFF)) {
            cutOff(rgb, target);
        }
        return new Sample(Sample.quantise(rgb), target);
    }

    /** Stray light in the cheap lens of a webcam that faces a window: blacks become grey. */
    private void veil(float[] rgb) {
        float share = dice.uniform(0, THICKEST_VEIL), level = dice.uniform(90, 230);
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] += share * (level - rgb[i]);
        }
    }

    /** Ends the picture within the region: what lies beyond is black, and nothing is in front of it. */
    private void cutOff(float[] rgb, float[] target) {
        float angle = Math.round(dice.uniform(-0.5f, 3.5f)) * (float) Math.PI / 2 + dice.gaussian(0.15f);
        float nx = (float) Math.cos(angle), ny = (float) Math.sin(angle), edge = dice.uniform(0.2f, 0.48f) * SIDE;
        for (int i = 0; i < SIDE * SIDE; i++) {
            if (nx * (i % SIDE - SIDE / 2f) + ny * (i / SIDE - SIDE / 2f) > edge) {
                rgb[3 * i] = 0;
                rgb[3 * i + 1] = 0;
                rgb[3 * i + 2] = 0;
                target[i / SIDE / 2 * CELLS + i % SIDE / 2] = 0;
            }
        }
    }

    private void shares(float[] target) {
        int fine = SIDE / CELLS;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                target[y / fine * CELLS + x / fine] += front.hidden[y * SIDE + x] / (fine * fine);
            }
        }
    }

    private void weights(float[] target) {
        float[] points = scene.mesh.points.clone();
        scene.placement().apply(points, points, points.length / 3);
        float face = scene.mesh.faceWidth() * scene.placement().scale();
        float eyes = (points[3 * FacePoints.RIGHT_EYE_OUTER + 1] + points[3 * FacePoints.LEFT_EYE_OUTER + 1]) / 2;
        float left = Float.MAX_VALUE, right = -Float.MAX_VALUE, top = eyes;
        for (int i = 0; i < FacePoints.MESH_COUNT; i++) {
            left = Math.min(left, points[3 * i]);
            right = Math.max(right, points[3 * i]);
        }
        for (int brow : new int[] {105, 334}) {
            top = Math.min(top, points[3 * brow + 1]);
        }
        left -= ASIDE * face;
        right += ASIDE * face;
        top -= ABOVE * face;
        float bottom = eyes + BELOW * face, cell = (float) SIDE / CELLS;
        for (int y = 0; y < CELLS; y++) {
            for (int x = 0; x < CELLS; x++) {
                float px = (x + 0.5f) * cell, py = (y + 0.5f) * cell;
                target[CELLS * CELLS + y * CELLS + x] = px > left && px < right && py > top && py < bottom ? 1 : ELSEWHERE;
            }
        }
    }

    @Override
    public Sample mirrored(Sample sample) {
        float[] target = new float[sample.target().length];
        for (int row = 0; row < 2 * CELLS; row++) {
            for (int x = 0; x < CELLS; x++) {
                target[row * CELLS + x] = sample.target()[row * CELLS + CELLS - 1 - x];
            }
        }
        return new Sample(Sampler.mirrorPixels(sample.pixels(), SIDE), target);
    }
}
