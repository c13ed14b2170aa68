package com.eyewearml.facemodel.faces;

/** The upright ellipse about a face's landmarks. */
record FaceEllipse(float centreX, float centreY, float radiusX, float radiusY) {
    /** @param points x, y, z triples; z is ignored */
    static FaceEllipse of(float[] points) {
        float left = Float.MAX_VALUE, right = -Float.MAX_VALUE, top = Float.MAX_VALUE, bottom = -Float.MAX_VALUE;
        for (int i = 0; i < points.length; i += 3) {
            left = Math.min(left, points[i]);
            right = Math.max(right, points[i]);
            top = Math.min(top, points[i + 1]);
            bottom = Math.max(bottom, points[i + 1]);
        }
        return new FaceEllipse((left + right) / 2, (top + bottom) / 2, (right - left) / 2, (bottom - top) / 2);
    }

    /** 0 in the middle, 1 on the ellipse. */
    float radius(float x, float y) {
        return (float) Math.hypot((x - centreX) / radiusX, (y - centreY) / radiusY);
    }
}
