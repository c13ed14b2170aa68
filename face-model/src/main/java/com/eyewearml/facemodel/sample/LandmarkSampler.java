package com.eyewearml.facemodel.sample;

import com.eyewearml.face.RoiRule;
import com.eyewearml.nn.FaceNetworks;
import java.util.random.RandomGenerator;

/**
 * Examples for the landmarker: heads turned in three dimensions, cut as the tracker cuts them and then disturbed, and regions
 * without a face. Target: 1434 coordinates as the network reports them, then 1 for a face or 0 for none.
 */
public final class LandmarkSampler implements Sampler {
    /** Length of a target. */
    public static final int TARGET = FaceNetworks.POINTS * 3 + 1;
    private static final int SIDE = FaceNetworks.landmarker().inputSize();
    private static final float SETTLED_DISTURBANCE = 0.5f;
    private static final float SETTLED_SHARE = 0.6f;

    private final TrainingPictures pictures;
    private final Dice dice;
    private final boolean refined;
    private final Recipe recipe;
    private final FaceScene scene;
    private final Absences absences;
    private final RegionNoise regions;
    private final Photometry photometry;

    /** @param refined for the last part of a training: less damage, regions as exact as those of a settled tracker */
    public LandmarkSampler(TrainingPictures pictures, RandomGenerator random, boolean refined) {
        this(pictures, random, refined, refined ? Recipe.refined() : Recipe.training());
    }

    LandmarkSampler(TrainingPictures pictures, RandomGenerator random, boolean refined, Recipe recipe) {
        this.pictures = pictures;
        this.refined = refined;
        this.recipe = recipe;
        dice = new Dice(random);
        Backgrounds backgrounds = new Backgrounds(pictures.backgrounds(), pictures.mined(), random);
        scene = new FaceScene(pictures, random, recipe, backgrounds, SIDE);
        absences = new Absences(random, scene, backgrounds);
        regions = new RegionNoise(dice);
        photometry = new Photometry(random, SIDE, recipe);
    }

    @Override
    public Sample next() {
        float[] target = new float[TARGET];
        if (recipe.has(Ingredient.NO_FACE, dice)) {
            absences.draw();
        } else {
            scene.pose();
            regions.disturb(scene.region, refined || dice.chance(SETTLED_SHARE) ? SETTLED_DISTURBANCE : 1);
            RoiRule.toRegion(scene.mesh.points, scene.region, target);
            target[TARGET - 1] = 1;
            scene.draw();
        }
        photometry.damage(scene.canvas.rgb);
        return new Sample(Sample.quantise(scene.canvas.rgb), target);
    }

    @Override
    public Sample mirrored(Sample sample) {
        int[] mirror = pictures.topology().mirror();
        float[] target = new float[TARGET];
        for (int i = 0; i < FaceNetworks.POINTS; i++) {
            target[3 * i] = -sample.target()[3 * mirror[i]];
            target[3 * i + 1] = sample.target()[3 * mirror[i] + 1];
            target[3 * i + 2] = sample.target()[3 * mirror[i] + 2];
        }
        target[TARGET - 1] = sample.target()[TARGET - 1];
        return new Sample(Sampler.mirrorPixels(sample.pixels(), SIDE), target);
    }
}
