package com.eyewearml.facemodel.eval;

import com.eyewearml.face.Roi;
import com.eyewearml.face.RoiRule;
import com.eyewearml.facemodel.data.Pyramid;
import com.eyewearml.facemodel.data.Rgb;
import com.eyewearml.facemodel.sample.Canvas;

/** An annotated face laid over another picture at a chosen size, its border faded. */
final class PastedFace {
    /** Radius of what is copied over the longer side of the face: head and hair, not the neighbours. */
    private static final double RADIUS = 0.85;
    /** Share of the radius over which it fades. */
    private static final double FADE = 0.25;
    private static final int SMALLEST_LEVEL_PX = 8;

    private PastedFace() { }

    /**
     * A face in a picture.
     *
     * @param entry annotation in the new picture's pixels
     */
    record Pasted(Rgb picture, EvalDev.Entry entry) { }

    /**
     * @param sidePx  longer side of the face in the new picture
     * @param centreX of the face in the new picture
     */
    static Pasted paste(Rgb source, EvalDev.Entry face, Rgb background, double sidePx, double centreX, double centreY) {
        Roi region = face.region();
        double step = region.sidePx / RoiRule.MARGIN / sidePx;
        Pyramid pyramid = Pyramid.of(source, SMALLEST_LEVEL_PX);
        int level = pyramid.levelFor((float) step);
        Rgb texture = pyramid.levels().get(level);
        float shrink = 1f / (1 << level);
        byte[] out = background.pixels().clone();
        float[] rgb = new float[3];
        double radius = RADIUS * sidePx;
        for (int y = first(centreY - radius); y < Math.min(background.height(), centreY + radius); y++) {
            for (int x = first(centreX - radius); x < Math.min(background.width(), centreX + radius); x++) {
                double dx = x + 0.5 - centreX;
                double dy = y + 0.5 - centreY;
                double keep = Math.clamp((1 - Math.hypot(dx, dy) / radius) / FADE, 0, 1);
                double u = region.centreX + step * dx;
                double v = region.centreY + step * dy;
                if (u < 0 || v < 0 || u > source.width() || v > source.height()) {
                    continue;
                }
                Canvas.sample(texture, (float) u * shrink, (float) v * shrink, rgb, 0);
                int at = 3 * (y * background.width() + x);
                for (int c = 0; c < 3; c++) {
                    out[at + c] = (byte) Math.round(keep * rgb[c] + (1 - keep) * (out[at + c] & 255));
                }
            }
        }
        float[] points = face.landmarks68().clone();
        for (int i = 0; i < points.length; i++) {
            double centre = i % 2 == 0 ? centreX - 0.5 : centreY - 0.5;
            double from = i % 2 == 0 ? region.centreX - 0.5 : region.centreY - 0.5;
            points[i] = (float) (centre + (points[i] - from) / step);
        }
        return new Pasted(new Rgb(background.width(), background.height(), out),
                new EvalDev.Entry(face.file(), background.width(), background.height(), points));
    }

    private static int first(double edge) {
        return Math.max(0, (int) Math.floor(edge));
    }
}
