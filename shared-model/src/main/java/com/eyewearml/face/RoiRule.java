package com.eyewearml.face;

/**
 * The one rule that turns a face into the square region the landmarker looks at. Training data are cut by it and the tracker
 * follows by it, so that the network sees at run time what it was trained on.
 *
 * <p>The region's x axis runs along the line from the subject's right to left outer eye corner. In axes turned so, the box
 * around the {@value FacePoints#MESH_COUNT} mesh landmarks gives the centre, and {@value #MARGIN} times its longer side the
 * side of the region.
 */
public final class RoiRule {
    /** Side of the region over the longer side of the landmarks' box. */
    public static final float MARGIN = 1.5f;

    private RoiRule() { }

    /**
     * Region around a face whose landmarks are known.
     *
     * @param landmarksPx x, y, z of at least {@value FacePoints#MESH_COUNT} landmarks in continuous pixels; z is not read
     */
    public static Roi fromLandmarks(float[] landmarksPx, Roi out) {
        int right = 3 * FacePoints.RIGHT_EYE_OUTER;
        int left = 3 * FacePoints.LEFT_EYE_OUTER;
        double angleRad = Math.atan2(landmarksPx[left + 1] - landmarksPx[right + 1], landmarksPx[left] - landmarksPx[right]);
        double cos = Math.cos(angleRad);
        double sin = Math.sin(angleRad);
        double minU = Double.POSITIVE_INFINITY;
        double maxU = Double.NEGATIVE_INFINITY;
        double minV = Double.POSITIVE_INFINITY;
        double maxV = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < 3 * FacePoints.MESH_COUNT; i += 3) {
            double u = cos * landmarksPx[i] + sin * landmarksPx[i + 1];
            double v = cos * landmarksPx[i + 1] - sin * landmarksPx[i];
            minU = Math.min(minU, u);
            maxU = Math.max(maxU, u);
            minV = Math.min(minV, v);
            maxV = Math.max(maxV, v);
        }
        double u = (minU + maxU) / 2;
        double v = (minV + maxV) / 2;
        double side = MARGIN * Math.max(maxU - minU, maxV - minV);
        return out.set((float) (cos * u - sin * v), (float) (sin * u + cos * v), (float) side, (float) angleRad);
    }

    /**
     * Region around a detected face.
     *
     * @param sizePx longer side of the landmarks' box, without margin
     * @param angleRad turn of the eye line from the picture's x axis towards its y axis
     */
    public static Roi fromDetection(float centreX, float centreY, float sizePx, float angleRad, Roi out) {
        return out.set(centreX, centreY, MARGIN * sizePx, angleRad);
    }

    /**
     * The whole picture, letterboxed into a square.
     */
    public static Roi wholePicture(int widthPx, int heightPx, Roi out) {
        return out.set(widthPx / 2f, heightPx / 2f, Math.max(widthPx, heightPx), 0);
    }

    /**
     * Turns landmarks in units of half the region's side into pixels of the picture.
     *
     * @param points x, y, z triples, origin in the region's centre, in the region's axes
     * @param landmarksPx receives x, y, z in continuous pixels; z has the scale of x and y
     */
    public static void toPicture(float[] points, Roi roi, float[] landmarksPx) {
        float half = roi.sidePx / 2;
        float cos = (float) Math.cos(roi.angleRad) * half;
        float sin = (float) Math.sin(roi.angleRad) * half;
        for (int i = 0; i < 3 * FacePoints.COUNT; i += 3) {
            float u = points[i];
            float v = points[i + 1];
            landmarksPx[i] = roi.centreX + cos * u - sin * v;
            landmarksPx[i + 1] = roi.centreY + sin * u + cos * v;
            landmarksPx[i + 2] = half * points[i + 2];
        }
    }

    /** Inverse of {@link #toPicture}: pixels of the picture into units of half the region's side. */
    public static void toRegion(float[] landmarksPx, Roi roi, float[] points) {
        float scale = 2 / roi.sidePx;
        float cos = (float) Math.cos(roi.angleRad) * scale;
        float sin = (float) Math.sin(roi.angleRad) * scale;
        for (int i = 0; i < 3 * FacePoints.COUNT; i += 3) {
            float x = landmarksPx[i] - roi.centreX;
            float y = landmarksPx[i + 1] - roi.centreY;
            points[i] = cos * x + sin * y;
            points[i + 1] = cos * y - sin * x;
            points[i + 2] = scale * landmarksPx[i + 2];
        }
    }
}
