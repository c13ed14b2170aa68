package com.eyewearml.facemodel.sample;

/**
 * Cloth that follows the head's surface: a mask over mouth and nose, a scarf, something on the head. Each vertex tells how far
 * it lies inside the cloth's edge, so edges run smoothly across triangles.
 */
final class Cloth {
    private static final int VALUES = 4;
    private static final float BIAS_MM = 12;
    private static final int STRETCH = 10;
    private static final float OUTSIDE_MM = -1000;
    /** Where the ears hold a mask. */
    private static final int[] EARS = {127, 234, 356, 454};
    private static final int[] MASK_SIDES = {123, 172, 352, 397};

    private final Dice dice;
    private final HeadMesh mesh;
    private final TriangleRaster raster;
    /** Of the surface without the fine shapes of nose and mouth, over which cloth is stretched. */
    private final MeshNormals normals;
    private final MeshSmoothing smoothing;
    private final float[] smooth;
    private final HeadAxes axes = new HeadAxes();
    private final Strokes strokes;
    private final float[] inside;
    private final float[] height;
    private final float[] xyz;
    private final float[] values;
    private final float[] colour = new float[3];
    private final float[] ear = new float[12];

    Cloth(Dice dice, HeadMesh mesh, int width, int height) {
        this.dice = dice;
        this.mesh = mesh;
        raster = new TriangleRaster(width, height);
        strokes = new Strokes(width, height);
        int vertices = mesh.opacity.length;
        normals = new MeshNormals(mesh.triangles, vertices);
        smoothing = new MeshSmoothing(mesh.triangles, vertices);
        smooth = new float[3 * vertices];
        inside = new float[vertices];
        this.height = new float[vertices];
        xyz = new float[3 * vertices];
        values = new float[VALUES * vertices];
    }

    /** A mask from the nose to under the chin, held at the ears; now and then worn under the nose. */
    void mask(Canvas canvas, Placement placement, Light light) {
        float top = dice.chance(0.85f) ? dice.uniform(6, 20) : dice.uniform(36, 42);
        float drop = dice.uniform(8, 22);
        float sides = dice.uniform(58, 72);
        edge((xMm, yMm, ring) -> ring ? OUTSIDE_MM
                : Math.min(-top - drop * (xMm / 70) * (xMm / 70) - yMm, sides - Math.abs(xMm)));
        colour(dice.chance(0.7f) ? dice.uniform(150, 245) : dice.uniform(15, 150), 0.18f);
        draw(canvas, placement, light, dice.chance(0.6f) ? dice.uniform(9, 14) : 0);
        loops(canvas, placement);
    }

    /** A scarf or collar over mouth and chin and beside them. */
    void scarf(Canvas canvas, Placement placement, Light light) {
        float top = dice.uniform(10, 62), slope = dice.uniform(-0.25f, 0.25f), sag = dice.uniform(-10, 14);
        edge((xMm, yMm, ring) -> -top + slope * xMm - sag * (xMm / 70) * (xMm / 70) - yMm);
        colour(dice.uniform(10, 230), 0.5f);
        draw(canvas, placement, light, dice.uniform(14, 40));
    }

    /** A cap, beanie, band or hood's edge above the brows. */
    void headwear(Canvas canvas, Placement placement, Light light) {
        float bottom = dice.uniform(20, 52), slope = dice.uniform(-0.12f, 0.12f), arch = dice.uniform(-6, 18);
        edge((xMm, yMm, ring) -> yMm - bottom - slope * xMm + arch * (xMm / 70) * (xMm / 70));
        colour(dice.uniform(10, 230), 0.5f);
        draw(canvas, placement, light, dice.chance(0.5f) ? dice.uniform(3, 9) : 0);
    }

    private interface Edge {
        /** Millimetres inside the cloth, negative outside; {@code ring} for vertices beyond the face. */
        float inside(float xMm, float yMm, boolean ring);
    }

    private void edge(Edge edge) {
        axes.find(mesh.head);
        float[] p = new float[3];
        for (int i = 0; i < inside.length; i++) {
            boolean far = mesh.opacity[i] == 0;
            mesh.headPoint(i, p);
            height[i] = axes.along(axes.y, p, 0);
            inside[i] = far ? OUTSIDE_MM : edge.inside(axes.along(axes.x, p, 0), height[i], mesh.onRing(i));
        }
    }

    private void colour(float brightness, float saturation) {
        for (int k = 0; k < 3; k++) {
            colour[k] = Math.clamp(brightness * (1 + dice.uniform(-saturation, saturation)), 0, 255);
        }
    }

    /** @param foldMm distance of folds across the cloth; 0 for none */
    private void draw(Canvas canvas, Placement placement, Light light, float foldMm) {
        System.arraycopy(mesh.turned, 0, xyz, 0, xyz.length);
        System.arraycopy(mesh.turned, 0, smooth, 0, smooth.length);
        smoothing.smooth(smooth, HeadMesh.FACE, STRETCH);
        normals.compute(smooth);
        float thickness = dice.uniform(1, 4) * axes.pxPerMm;
        float[] n = normals.normals;
        float phase = dice.direction(), depth = dice.uniform(0.04f, 0.15f);
        for (int i = 0; i < inside.length; i++) {
            boolean face = !mesh.onRing(i);
            for (int k = 0; k < 3; k++) {
                xyz[3 * i + k] += face ? thickness * n[3 * i + k] : 0;
            }
            float fold = foldMm > 0 ? 1 + depth * (float) Math.sin(phase + 2 * Math.PI * height[i] / foldMm) : 1;
            values[VALUES * i] = inside[i];
            for (int k = 0; k < 3; k++) {
                values[VALUES * i + 1 + k] = colour[k] * fold * light.on(n[3 * i], n[3 * i + 1], n[3 * i + 2], k);
            }
        }
        placement.apply(xyz, xyz, inside.length);
        raster.clear();
        float pxPerMm = axes.pxPerMm * placement.scale(), bias = BIAS_MM * axes.pxPerMm;
        raster.draw(mesh.triangles, xyz, values, VALUES, (pixel, z, v) -> {
            float alpha = Math.min(1, v[0] * pxPerMm + 0.5f);
            if (alpha <= 0 || z - bias > canvas.raster.depth[pixel]) {
                return;
            }
            if (alpha > 0.5f) {
                canvas.raster.depth[pixel] = Math.min(canvas.raster.depth[pixel], z);
            }
            canvas.coverage[pixel] = Math.max(canvas.coverage[pixel], alpha);
            for (int k = 0; k < 3; k++) {
                canvas.rgb[3 * pixel + k] += alpha * (v[1 + k] - canvas.rgb[3 * pixel + k]);
            }
        });
    }

    private void loops(Canvas canvas, Placement placement) {
        for (int i = 0; i < EARS.length; i++) {
            System.arraycopy(mesh.turned, 3 * EARS[i], ear, 0, 3);
            System.arraycopy(mesh.turned, 3 * MASK_SIDES[i], ear, 3, 3);
            placement.apply(ear, ear, 2);
            int x = (int) ear[0], y = (int) ear[1];
            boolean hidden = x < 0 || y < 0 || x >= canvas.width || y >= canvas.height
                    || canvas.raster.depth[y * canvas.width + x] < ear[2] - 2 * BIAS_MM * axes.pxPerMm;
            if (!hidden) {
                strokes.line(canvas.rgb, ear[0], ear[1], ear[3], ear[4], 0.9f * axes.pxPerMm * placement.scale(), colour, 0.9f);
            }
        }
    }
}
