package com.eyewearml.facemodel.sample;

import com.eyewearml.face.Roi;

/** A similarity from the pixels in which a head was turned to those of a canvas; depth stays as it is. */
final class Placement {
    private float cos;
    private float sin;
    private float shiftX;
    private float shiftY;
    private float scale;

    /** What lies in the region fills a square canvas. */
    Placement cut(Roi region, int sidePx) {
        return set(sidePx / region.sidePx, -region.angleRad, region.centreX, region.centreY, sidePx / 2f, sidePx / 2f);
    }

    /** Scales and turns (x towards y) about one point and moves that to another. */
    Placement set(float newScale, float angleRad, float fromX, float fromY, float toX, float toY) {
        scale = newScale;
        cos = (float) Math.cos(angleRad) * scale;
        sin = (float) Math.sin(angleRad) * scale;
        shiftX = toX - cos * fromX + sin * fromY;
        shiftY = toY - sin * fromX - cos * fromY;
        return this;
    }

    /** Canvas pixels over pixels before. */
    float scale() {
        return scale;
    }

    /** Places {@code count} points of x, y, z; {@code in} may be {@code out}. */
    void apply(float[] in, float[] out, int count) {
        for (int i = 0; i < 3 * count; i += 3) {
            float x = in[i], y = in[i + 1];
            out[i] = cos * x - sin * y + shiftX;
            out[i + 1] = sin * x + cos * y + shiftY;
            out[i + 2] = in[i + 2];
        }
    }

    /** Places a landmark of a head: x, y, z into {@code out}. */
    void point(HeadMesh mesh, int landmark, float[] out) {
        System.arraycopy(mesh.points, 3 * landmark, out, 0, 3);
        apply(out, out, 1);
    }
}
