package com.eyewearml.facemodel.eye;

import com.eyewearml.facemodel.sample.Canvas;

/** Paints an eye into the opening between the lids of a face drawn on a canvas. */
public final class EyePainter {
    /** Points of a contour: outer corner, 7 of the upper lid, inner corner, 7 of the lower lid from the outer corner on. */
    public static final int CONTOUR_POINTS = LidContour.POINTS;
    private static final int SUBSAMPLES = 3;
    private static final double INNER_CORNER = 0.13;
    private static final double CORNER_BLUR = 0.06;
    private static final double LASH_MM = 0.8;
    private static final double LASH_LEVEL = 0.12;
    private static final double WATER_LINE_MM = 0.7;
    private static final double UPPER_SHADOW_MM = 1.8;
    private static final double LOWER_SHADOW_MM = 0.8;
    private static final double LOWER_SHADOW = 0.2;
    /** How far before the eye something must lie to hide it. */
    private static final double HIDDEN_MM = 8;
    private static final int RINGS = 4;
    private static final int SPOKES = 12;

    /**
     * How the picture renders an eye.
     *
     * @param white         brightness of the lit white, R, G, B
     * @param skin          colour of the skin around the eye, R, G, B
     * @param colourfulness 0 for monochrome pictures, 1 for full colours
     * @param blurPx        standard deviation of the picture's own blur
     */
    public record Exposure(double[] white, double[] skin, double colourfulness, double blurPx) { }

    private final EyeShader shader = new EyeShader();
    private final LidContour lids = new LidContour();
    private final SoftLayer layer = new SoftLayer();
    private final double[] origin = new double[3];
    private final double[] direction = new double[3];
    private final double[] point = new double[3];
    private final float[] seen = new float[2];
    private final float[] rgb = new float[3];
    private double pxPerMm;

    /**
     * Paints one eye.
     *
     * @param rays    how the canvas sees
     * @param contour x, y on the canvas of {@link #CONTOUR_POINTS} points
     * @return how much of the iris shows between the lids, 0 to 1
     */
    public double paint(Canvas canvas, ViewRays rays, EyeBall ball, EyeLook look, float[] contour, Exposure exposure) {
        lids.set(contour);
        shader.set(ball, look, exposure);
        pxPerMm = rays.pixelsPerUnit(ball.centre[2]) * ball.unitsPerMm;
        float minX = Float.MAX_VALUE, maxX = -Float.MAX_VALUE, minY = Float.MAX_VALUE, maxY = -Float.MAX_VALUE;
        for (int i = 0; i < contour.length; i += 2) {
            minX = Math.min(minX, contour[i]);
            maxX = Math.max(maxX, contour[i]);
            minY = Math.min(minY, contour[i + 1]);
            maxY = Math.max(maxY, contour[i + 1]);
        }
        int margin = SoftLayer.reach(exposure.blurPx()) + 1;
        int left = Math.max(0, (int) minX - margin), top = Math.max(0, (int) minY - margin);
        int right = Math.min(canvas.width, (int) maxX + margin + 1), bottom = Math.min(canvas.height, (int) maxY + margin + 1);
        if (left >= right || top >= bottom) {
            return 0;
        }
        double nearest = ball.centre[2] - ball.radius() - HIDDEN_MM * ball.unitsPerMm;
        float[] depth = canvas.depth();
        layer.open(left, top, right - left, bottom - top);
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (depth[y * canvas.width + x] > nearest) {
                    pixel(x, y, rays, look, exposure);
                }
            }
        }
        layer.blur(exposure.blurPx());
        layer.over(canvas);
        return visibility(canvas, rays, ball, nearest);
    }

    private void pixel(int x, int y, ViewRays rays, EyeLook look, Exposure exposure) {
        for (int s = 0; s < SUBSAMPLES * SUBSAMPLES; s++) {
            double px = x + (s % SUBSAMPLES + 0.5) / SUBSAMPLES;
            double py = y + (s / SUBSAMPLES + 0.5) / SUBSAMPLES;
            double along = lids.along(px, py);
            if (!lids.contains(px, py)) {
                continue;
            }
            double height = lids.height(px, py);
            double belowUpperMm = (height - lids.upper(along)) / pxPerMm;
            double aboveLowerMm = (lids.lower(along) - height) / pxPerMm;
            rays.ray(px, py, origin, direction);
            double corner = 2 * along - 1;
            double inner = EyeShader.step(1 - INNER_CORNER - CORNER_BLUR, 1 - INNER_CORNER + CORNER_BLUR, along);
            shader.shade(origin, direction, corner * corner, inner, rgb);
            double shade = (1 - look.upperShadow() * Math.exp(-belowUpperMm / UPPER_SHADOW_MM))
                    * (1 - LOWER_SHADOW * Math.exp(-aboveLowerMm / LOWER_SHADOW_MM));
            double water = 0.7 * (1 - EyeShader.step(0.5 * WATER_LINE_MM, WATER_LINE_MM, aboveLowerMm));
            double lash = look.lashes() * (1 - EyeShader.step(0.3 * LASH_MM, LASH_MM, belowUpperMm));
            for (int k = 0; k < 3; k++) {
                double value = EyeShader.mix(shade * rgb[k], exposure.skin()[k], water);
                rgb[k] = (float) EyeShader.mix(value, LASH_LEVEL * exposure.white()[k], lash);
            }
            layer.add(x, y, rgb, 1f / (SUBSAMPLES * SUBSAMPLES));
        }
    }

    private double visibility(Canvas canvas, ViewRays rays, EyeBall ball, double nearest) {
        float[] depth = canvas.depth();
        int shown = 0;
        for (int ring = 0; ring < RINGS; ring++) {
            double r = Math.sqrt((ring + 0.5) / RINGS);
            for (int spoke = 0; spoke < SPOKES; spoke++) {
                double angle = 2 * Math.PI * (spoke + 0.5 * (ring % 2)) / SPOKES;
                ball.irisPoint(r * Math.cos(angle), r * Math.sin(angle), point);
                rays.project(point[0], point[1], point[2], seen, 0);
                int x = (int) seen[0], y = (int) seen[1];
                boolean inside = seen[0] >= 0 && seen[1] >= 0 && x < canvas.width && y < canvas.height;
                if (inside && depth[y * canvas.width + x] > nearest && lids.contains(seen[0], seen[1])) {
                    shown++;
                }
            }
        }
        return (double) shown / (RINGS * SPOKES);
    }
}
