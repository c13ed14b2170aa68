package com.eyewearml.client.render;

/** The smallest upright rectangle around a face's landmarks, in pixels of its picture. Mutable: one is kept for many pictures. */
final class LandmarkBox {
    float left;
    float right;
    float top;
    float bottom;

    /** Encloses landmarks, x, y and depth of each. */
    void enclose(float[] landmarksPx) {
        left = Float.MAX_VALUE;
        right = -Float.MAX_VALUE;
        top = Float.MAX_VALUE;
        bottom = -Float.MAX_VALUE;
        for (int i = 0; i < landmarksPx.length; i += 3) {
            left = Math.min(left, landmarksPx[i]);
            right = Math.max(right, landmarksPx[i]);
            top = Math.min(top, landmarksPx[i + 1]);
            bottom = Math.max(bottom, landmarksPx[i + 1]);
        }
    }
}
