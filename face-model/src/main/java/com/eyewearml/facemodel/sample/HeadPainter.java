package com.eyewearml.facemodel.sample;

import com.eyewearml.facemodel.data.Pyramid;
import com.eyewearml.facemodel.worn.WornFrame;
import java.util.List;

/** Draws a turned head in changed light and with what it wears, on a canvas. */
final class HeadPainter {
    private final HeadMesh mesh;
    private final Dice dice;
    private final Recipe recipe;
    private final Canvas canvas;
    private final Light light = new Light();
    private final MeshNormals normals;
    private final float[] placed;
    private final float[] shades;
    private final Cloth cloth;
    private final Glasses glasses;
    private final HairStrands hair;
    private final HeldThings held;
    private final boolean frames;

    /** @param frames glasses to wear; none where empty */
    HeadPainter(HeadMesh mesh, Canvas canvas, List<WornFrame> frames, Backgrounds backgrounds, Dice dice, Recipe recipe) {
        this.mesh = mesh;
        this.canvas = canvas;
        this.dice = dice;
        this.recipe = recipe;
        this.frames = !frames.isEmpty();
        int vertices = mesh.opacity.length;
        normals = new MeshNormals(mesh.triangles, vertices);
        placed = new float[3 * vertices];
        shades = new float[3 * vertices];
        cloth = new Cloth(dice, mesh, canvas.width, canvas.height);
        glasses = new Glasses(frames, dice, backgrounds, canvas.width, canvas.height);
        hair = new HairStrands(dice, canvas.width, canvas.height);
        held = new HeldThings(dice, recipe, canvas.width, canvas.height);
    }

    /** Clears the canvas and draws the head as it was last turned, dressed. */
    void paint(Pyramid portrait, Placement placement) {
        boolean relit = recipe.has(Ingredient.RELIT, dice);
        light.shine(dice, relit ? dice.graded(0.25f, 0.95f) : 0.4f);
        normals.compute(mesh.turned);
        placement.apply(mesh.turned, placed, placed.length / 3);
        canvas.clear();
        int level = portrait.levelFor(1 / placement.scale());
        if (relit) {
            shade();
            canvas.draw(portrait, level, mesh.triangles, placed, mesh.source, mesh.opacity, shades);
        } else {
            canvas.draw(portrait, level, mesh.triangles, placed, mesh.source, mesh.opacity);
        }
        dress(placement);
    }

    /** Things in front of the head, over the finished picture. */
    void cover(float[] rgb, Placement placement) {
        held.cover(rgb, mesh, placement, light);
    }

    /** Covers nearly all of the face with one thing. */
    void hide(float[] rgb, Placement placement) {
        held.hide(rgb, mesh, placement);
    }

    private void shade() {
        for (int i = 0; i < shades.length; i += 3) {
            for (int k = 0; k < 3; k++) {
                shades[i + k] = mesh.opacity[i / 3] == 0 ? 1
                        : light.on(normals.normals[i], normals.normals[i + 1], normals.normals[i + 2], k);
            }
        }
    }

    private void dress(Placement placement) {
        if (recipe.has(Ingredient.MASK, dice)) {
            cloth.mask(canvas, placement, light);
        } else if (recipe.has(Ingredient.SCARF, dice)) {
            cloth.scarf(canvas, placement, light);
        }
        if (recipe.has(Ingredient.HEADWEAR, dice)) {
            cloth.headwear(canvas, placement, light);
        }
        LensLook lenses = lenses();
        if (frames && lenses != null) {
            glasses.wear(canvas, mesh, placement, light, lenses);
        }
        if (recipe.has(Ingredient.HAIR, dice)) {
            hair.fall(canvas, mesh, placement);
        }
    }

    private LensLook lenses() {
        if (recipe.has(Ingredient.CLEAR_GLASSES, dice)) {
            return LensLook.clear(dice);
        }
        if (recipe.has(Ingredient.TINTED_GLASSES, dice)) {
            return LensLook.tinted(dice);
        }
        if (recipe.has(Ingredient.SUNGLASSES, dice)) {
            return LensLook.dark(dice);
        }
        return recipe.has(Ingredient.MIRRORED_GLASSES, dice) ? LensLook.mirror(dice) : null;
    }
}
