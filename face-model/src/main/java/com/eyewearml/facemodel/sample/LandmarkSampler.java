package com.eyewearml.facemodel.sample;

import com.eyewearml.face.Roi;
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
    private static final float SHARP_PX = 90;
    private static final float BLURRED_SHARE = 0.35f;
    private static final float MOST_YAW_RAD = (float) Math.toRadians(75);
    private static final float MOST_PITCH_RAD = (float) Math.toRadians(40);
    /** A face is about this wide. */
    private static final float FACE_CM = 14.5f;
    private static final float NEAREST_CM = 25;
    private static final float FARTHEST_CM = 90;

    private final TrainingPictures pictures;
    private final RandomGenerator random;
    private final Dice dice;
    private final boolean refined;
    private final Recipe recipe;
    private final HeadMesh mesh;
    private final Canvas canvas = new Canvas(SIDE);
    private final float[] background = new float[3 * SIDE * SIDE];
    private final Backgrounds backgrounds;
    private final HeadPainter painter;
    private final Photometry photometry;
    private final Placement placement = new Placement();
    private final Roi roi = new Roi();

    /** @param refined for the last part of a training: less damage, regions as exact as those of a settled tracker */
    public LandmarkSampler(TrainingPictures pictures, RandomGenerator random, boolean refined) {
        this(pictures, random, refined, refined ? Recipe.refined() : Recipe.training());
    }

    LandmarkSampler(TrainingPictures pictures, RandomGenerator random, boolean refined, Recipe recipe) {
        this.pictures = pictures;
        this.random = random;
        this.refined = refined;
        this.recipe = recipe;
        dice = new Dice(random);
        mesh = new HeadMesh(pictures.topology());
        backgrounds = new Backgrounds(pictures.backgrounds(), random);
        painter = new HeadPainter(mesh, canvas, pictures.frames(), backgrounds, dice, recipe);
        photometry = new Photometry(random, SIDE, recipe);
    }

    @Override
    public Sample next() {
        float[] target = new float[TARGET];
        boolean face = !recipe.has(Ingredient.NO_FACE, dice);
        if (!face && random.nextFloat() < 0.6f) {
            backgrounds.paint(canvas.rgb, SIDE);
        } else {
            drawHead(target, face);
        }
        photometry.damage(canvas.rgb);
        target[TARGET - 1] = face ? 1 : 0;
        return new Sample(Sample.quantise(canvas.rgb), target);
    }

    private void drawHead(float[] target, boolean face) {
        int i = portrait();
        turn(pictures.points().get(i));
        RoiRule.fromLandmarks(mesh.points, roi);
        if (face) {
            disturb();
        } else {
            misplace();
        }
        RoiRule.toRegion(mesh.points, roi, target);
        painter.paint(pictures.portraits().get(i), placement.cut(roi, SIDE));
        if (recipe.has(Ingredient.OTHER_BACKGROUND, dice)) {
            replaceBackground();
        }
        painter.cover(canvas.rgb, placement);
    }

    private int portrait() {
        int i;
        do {
            i = random.nextInt(pictures.portraits().size());
        } while (pictures.faceWidthsPx()[i] < SHARP_PX && random.nextFloat() > BLURRED_SHARE);
        return i;
    }

    private void turn(float[] points) {
        if (!recipe.has(Ingredient.TURNED, dice)) {
            mesh.turn(points, 0, 0, Float.POSITIVE_INFINITY, 0);
            return;
        }
        float yaw = dice.chance(0.5f) ? dice.gaussian(0.4f, MOST_YAW_RAD) : dice.uniform(-MOST_YAW_RAD, MOST_YAW_RAD);
        float pitch = dice.chance(0.75f) ? dice.gaussian(0.18f, MOST_PITCH_RAD) : dice.uniform(-MOST_PITCH_RAD, MOST_PITCH_RAD);
        // heads turn far in one way at a time
        pitch *= (float) Math.sqrt(1 - 0.8f * yaw * yaw / (MOST_YAW_RAD * MOST_YAW_RAD));
        float distance = dice.chance(0.2f) ? Float.POSITIVE_INFINITY : dice.logUniform(NEAREST_CM, FARTHEST_CM) / FACE_CM;
        mesh.turn(points, yaw, pitch, distance, recipe.has(Ingredient.OPEN_MOUTH, dice) ? dice.uniform(0, 0.3f) : 0);
    }

    private void disturb() {
        float amount = refined || dice.chance(SETTLED_SHARE) ? SETTLED_DISTURBANCE : 1;
        roi.angleRad += amount * dice.gaussian(0.17f, 0.6f);
        roi.centreX += amount * dice.gaussian(0.035f, 0.12f) * roi.sidePx;
        roi.centreY += amount * dice.gaussian(0.035f, 0.12f) * roi.sidePx;
        roi.sidePx *= (float) Math.exp(amount * dice.gaussian(0.12f, 0.3f));
    }

    /** A region that the tracker should give up: far too large, far too small or beside the face. */
    private void misplace() {
        roi.angleRad += dice.gaussian(0.5f, 3);
        switch (random.nextInt(3)) {
            case 0 -> roi.sidePx *= 2.3f + random.nextFloat();
            case 1 -> {
                roi.sidePx *= 0.2f + 0.15f * random.nextFloat();
                roi.centreX += (random.nextFloat() - 0.5f) * roi.sidePx;
                roi.centreY += (random.nextFloat() - 0.5f) * roi.sidePx;
            }
            default -> {
                double direction = random.nextDouble() * 2 * Math.PI;
                float shift = (0.6f + 0.4f * random.nextFloat()) * roi.sidePx;
                roi.centreX += (float) Math.cos(direction) * shift;
                roi.centreY += (float) Math.sin(direction) * shift;
            }
        }
    }

    /** Keeps the head and fades into something else between the hair and the far ring. */
    private void replaceBackground() {
        backgrounds.paint(background, SIDE);
        float threshold = 0.1f + 0.6f * random.nextFloat();
        float softness = 0.1f + 0.3f * random.nextFloat();
        for (int i = 0; i < canvas.coverage.length; i++) {
            float keep = Math.clamp((canvas.coverage[i] - threshold) / softness + 0.5f, 0, 1);
            for (int k = 3 * i; k < 3 * i + 3; k++) {
                canvas.rgb[k] = keep * canvas.rgb[k] + (1 - keep) * background[k];
            }
        }
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
