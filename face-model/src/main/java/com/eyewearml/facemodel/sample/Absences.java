package com.eyewearml.facemodel.sample;

import java.util.random.RandomGenerator;

/** Regions in which there is no face to follow: other things, hands, backs of heads, hidden faces and faces out of place. */
final class Absences {
    private static final int BACKGROUND = 30;
    private static final int HANDS = 6;
    private static final int BACK_OF_HEAD = 8;
    private static final int HIDDEN = 8;
    private static final int MISPLACED = 48;
    private static final float MISTAKEN = 0.7f;

    private final Dice dice;
    private final FaceScene scene;
    private final Backgrounds backgrounds;
    private final RegionNoise regions;
    private final Hand hand;
    private final Light light = new Light();
    private final float[] skin = new float[3];

    Absences(RandomGenerator random, FaceScene scene, Backgrounds backgrounds) {
        dice = new Dice(random);
        this.scene = scene;
        this.backgrounds = backgrounds;
        regions = new RegionNoise(dice);
        hand = new Hand(dice, scene.canvas.width, scene.canvas.height);
    }

    /** Fills the scene's canvas. */
    void draw() {
        int kind = dice.below(BACKGROUND + HANDS + BACK_OF_HEAD + HIDDEN + MISPLACED);
        if (kind < BACKGROUND) {
            background();
        } else if (kind < BACKGROUND + HANDS) {
            background();
            hands();
        } else {
            scene.pose();
            kind -= BACKGROUND + HANDS;
            if (kind >= BACK_OF_HEAD + HIDDEN) {
                regions.misplace(scene.region);
                scene.draw();
                return;
            }
            regions.disturb(scene.region, 1);
            if (kind < BACK_OF_HEAD) {
                scene.mesh.coverWithHair();
            }
            scene.draw();
            if (kind >= BACK_OF_HEAD) {
                scene.hide();
            }
        }
    }

    private void background() {
        if (dice.chance(MISTAKEN)) {
            backgrounds.mistaken(scene.canvas.rgb, scene.canvas.width);
        } else {
            backgrounds.paint(scene.canvas.rgb, scene.canvas.width);
        }
    }

    private void hands() {
        float side = scene.canvas.width, tone = dice.uniform(50, 230);
        skin[0] = tone;
        skin[1] = dice.uniform(0.68f, 0.85f) * tone;
        skin[2] = dice.uniform(0.5f, 0.75f) * tone;
        light.shine(dice, dice.uniform(0.2f, 0.8f));
        for (int i = 0; i < 1 + dice.below(3); i++) {
            hand.reach(scene.canvas.rgb, dice.uniform(0.1f, 0.9f) * side, dice.uniform(0.1f, 0.9f) * side, dice.direction(),
                    dice.uniform(0.4f, 1.5f) * side, skin, light);
        }
    }
}
