package com.eyewearml.facemodel.sample;

import com.eyewearml.facemodel.worn.WornFrame;
import com.eyewearml.facemodel.worn.WornFrame.Body;
import java.util.List;

/** Puts glasses on a head that was drawn on a canvas: shadow on the skin, lenses, then rims and temples. */
final class Glasses {
    private static final float BIAS_MM = 4;
    private static final int REFLECTION = 24;
    private static final int LENS_VALUES = 2;
    private static final float GLINT = 200;

    private final List<WornFrame> frames;
    private final Dice dice;
    private final Backgrounds backgrounds;
    private final GlassesFit fit;
    private final Overlay overlay;
    private final TriangleRaster lensRaster;
    private final ContactShadow shadow;
    private final float[] reflected = new float[3 * REFLECTION * REFLECTION];
    private float[] xyz = new float[0];
    private float[] normals = new float[0];
    private float[] looks = new float[0];

    /** @param frames at least one */
    Glasses(List<WornFrame> frames, Dice dice, Backgrounds backgrounds, int width, int height) {
        this.frames = frames;
        this.dice = dice;
        this.backgrounds = backgrounds;
        fit = new GlassesFit(dice);
        overlay = new Overlay(width, height);
        lensRaster = new TriangleRaster(width, height);
        shadow = new ContactShadow(width, height);
    }

    /** Draws a random frame with these lenses. */
    void wear(Canvas canvas, HeadMesh mesh, Placement placement, Light light, LensLook look) {
        WornFrame frame = frames.get(dice.below(frames.size()));
        reserve(Math.max(frame.body().vertexCount(), frame.lenses().vertexCount()));
        fit.sit(frame, mesh);
        float bias = BIAS_MM * fit.pxPerMm();
        body(frame.body(), mesh, placement, light);
        overlay.draw(frame.body().triangles(), xyz, looks, frame.body().vertexCount(), canvas.raster.depth, bias);
        float mm = fit.pxPerMm() * placement.scale();
        shadow.cast(canvas, overlay.alpha, -dice.uniform(0, 5) * mm * light.towards(0), dice.uniform(1, 5) * mm, dice.uniform(0.1f, 0.45f));
        lenses(canvas, frame, mesh, placement, look, bias);
        overlay.composite(canvas);
    }

    private void body(Body body, HeadMesh mesh, Placement placement, Light light) {
        fit.place(body, mesh, xyz);
        placement.apply(xyz, xyz, body.vertexCount());
        fit.turnNormals(body, mesh, normals);
        boolean recoloured = dice.chance(0.25f);
        float opacity = dice.chance(0.9f) ? 1 : dice.uniform(0.35f, 0.9f);
        float[] factor = new float[3];
        for (int k = 0; k < 3; k++) {
            factor[k] = recoloured ? dice.uniform(0.3f, 1.5f) : 1;
        }
        float lift = recoloured ? dice.uniform(0, 90) : 0;
        float gloss = dice.uniform(0, GLINT);
        for (int i = 0; i < body.vertexCount(); i++) {
            float nx = normals[3 * i], ny = normals[3 * i + 1], nz = normals[3 * i + 2];
            float glint = gloss * light.glint(nx, ny, nz);
            for (int k = 0; k < 3; k++) {
                looks[4 * i + k] = (lift + body.looks()[4 * i + k] * factor[k]) * light.on(nx, ny, nz, k) + glint;
            }
            looks[4 * i + 3] = body.looks()[4 * i + 3] * opacity;
        }
    }

    private void lenses(Canvas canvas, WornFrame frame, HeadMesh mesh, Placement placement, LensLook look, float bias) {
        Body body = frame.lenses();
        backgrounds.panorama(reflected, REFLECTION);
        float boost = dice.uniform(0.8f, 1.8f);
        fit.place(body, mesh, xyz);
        placement.apply(xyz, xyz, body.vertexCount());
        float[] p = body.positionsMm();
        float[] attributes = looks;
        for (int i = 0; i < body.vertexCount(); i++) {
            attributes[LENS_VALUES * i] = 0.5f + p[3 * i] / frame.totalWidthMm();
            attributes[LENS_VALUES * i + 1] = 0.5f - p[3 * i + 1] / frame.lensHeightMm();
        }
        lensRaster.clear();
        lensRaster.draw(body.triangles(), xyz, attributes, LENS_VALUES, (pixel, z, uv) -> {
            if (z - bias < canvas.raster.depth[pixel]) {
                canvas.coverage[pixel] = Math.max(canvas.coverage[pixel], 1);
                lens(canvas.rgb, 3 * pixel, uv[0], Math.clamp(uv[1], 0, 1), look, boost);
            }
        });
    }

    private void lens(float[] rgb, int at, float u, float v, LensLook look, float boost) {
        // both lenses show about the same surroundings
        float x = (2 * u % 1 + 1) % 1 * (REFLECTION - 1), y = v * (REFLECTION - 1);
        int from = 3 * ((int) y * REFLECTION + (int) x);
        for (int k = 0; k < 3; k++) {
            float through = look.top()[k] + v * (look.bottom()[k] - look.top()[k]);
            rgb[at + k] = rgb[at + k] * through + boost * look.reflection()[k] * reflected[from + k];
        }
    }

    private void reserve(int vertices) {
        if (xyz.length < 3 * vertices) {
            xyz = new float[3 * vertices];
            normals = new float[3 * vertices];
            looks = new float[Body.LOOKS * vertices];
        }
    }
}
