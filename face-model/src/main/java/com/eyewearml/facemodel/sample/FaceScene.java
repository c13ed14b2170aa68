package com.eyewearml.facemodel.sample;

import com.eyewearml.face.Roi;
import com.eyewearml.face.RoiRule;
import java.util.random.RandomGenerator;

/** A portrait's head, turned, dressed and in front of something, as it shows in a square region. */
final class FaceScene {
    private static final float SHARP_PX = 90;
    private static final float BLURRED_SHARE = 0.35f;
    private static final float MOST_YAW_RAD = (float) Math.toRadians(75);
    private static final float MOST_PITCH_RAD = (float) Math.toRadians(40);
    /** A face is about this wide. */
    private static final float FACE_CM = 14.5f;
    private static final float NEAREST_CM = 25;
    private static final float FARTHEST_CM = 90;

    private final TrainingPictures pictures;
    private final Dice dice;
    private final Recipe recipe;
    private final int side;
    private final Backgrounds backgrounds;
    private final HeadPainter painter;
    private final float[] background;
    private final Placement placement = new Placement();
    private int portrait;
    final HeadMesh mesh;
    final Canvas canvas;
    /** Where the tracker would look for the head; to be moved before {@link #draw}. */
    final Roi region = new Roi();

    FaceScene(TrainingPictures pictures, RandomGenerator random, Recipe recipe, Backgrounds backgrounds, int side) {
        this.pictures = pictures;
        this.recipe = recipe;
        this.side = side;
        this.backgrounds = backgrounds;
        dice = new Dice(random);
        mesh = new HeadMesh(pictures.topology());
        canvas = new Canvas(side);
        background = new float[3 * side * side];
        painter = new HeadPainter(mesh, canvas, pictures.frames(), backgrounds, dice, recipe);
    }

    /** Turns a random portrait's head and finds its region. */
    void pose() {
        do {
            portrait = dice.below(pictures.portraits().size());
        } while (pictures.faceWidthsPx()[portrait] < SHARP_PX && !dice.chance(BLURRED_SHARE));
        turn(pictures.points().get(portrait));
        RoiRule.fromLandmarks(mesh.points, region);
    }

    private void turn(float[] points) {
        Expression expression = Expression.draw(recipe, dice);
        if (!recipe.has(Ingredient.TURNED, dice)) {
            mesh.turn(points, 0, 0, Float.POSITIVE_INFINITY, expression);
            return;
        }
        float yaw = dice.chance(0.5f) ? dice.gaussian(0.4f, MOST_YAW_RAD) : dice.uniform(-MOST_YAW_RAD, MOST_YAW_RAD);
        float pitch = dice.chance(0.75f) ? dice.gaussian(0.18f, MOST_PITCH_RAD) : dice.uniform(-MOST_PITCH_RAD, MOST_PITCH_RAD);
        // heads turn far in one way at a time
        pitch *= (float) Math.sqrt(1 - 0.8f * yaw * yaw / (MOST_YAW_RAD * MOST_YAW_RAD));
        float distance = dice.chance(0.2f) ? Float.POSITIVE_INFINITY : dice.logUniform(NEAREST_CM, FARTHEST_CM) / FACE_CM;
        mesh.turn(points, yaw, pitch, distance, expression);
    }

    /** Draws what the region shows on the canvas. */
    void draw() {
        painter.paint(pictures.portraits().get(portrait), placement.cut(region, side));
        behind(recipe.has(Ingredient.OTHER_BACKGROUND, dice));
        painter.cover(canvas.rgb, placement);
    }

    /** From the pixels of the head to those of the canvas, as last drawn. */
    Placement placement() {
        return placement;
    }

    /** Hides the face behind something. */
    void hide() {
        painter.hide(canvas.rgb, placement);
    }

    /** Paints what lies beyond the portrait and, if wanted, all behind the head, faded in between the hair and the far ring. */
    private void behind(boolean replaced) {
        float threshold = 0.1f + dice.uniform(0, 0.6f), softness = 0.1f + dice.uniform(0, 0.3f);
        backgrounds.paint(background, side);
        for (int i = 0; i < canvas.coverage.length; i++) {
            float keep = !canvas.drawn(i) ? 0 : replaced ? Math.clamp((canvas.coverage[i] - threshold) / softness + 0.5f, 0, 1) : 1;
            for (int k = 3 * i; k < 3 * i + 3; k++) {
                canvas.rgb[k] = keep * canvas.rgb[k] + (1 - keep) * background[k];
            }
        }
    }
}
