package com.eyewearml.client.render;

/**
 * The rectangle of the canvas that a worn frame and its shadow can change, in pixels from the lower left corner. Outside of it the
 * picture is shown as it is. Mutable, because one instance is reused for every picture.
 */
public final class DrawnRegion {
    /** How far from the front its shadow reaches on the face: to the sides, below, above. Millimetres. */
    private static final float SHADOW_ASIDE_MM = 30;
    private static final float SHADOW_BELOW_MM = 45;
    private static final float SHADOW_ABOVE_MM = 15;
    /** Room for the edge of a temple. */
    private static final float TEMPLE_MARGIN_MM = 2;

    private static final EyewearPart[] PARTS = EyewearPart.values();

    private final float[] headFromPart = new float[16];
    private final float[] cameraFromPart = new float[16];
    private final float[] clipFromPart = new float[16];
    private float left;
    private float bottom;
    private float right;
    private float top;
    private int x;
    private int y;
    private int width;
    private int height;

    /** Encloses a frame as the scene places it. */
    public void enclose(EyewearModel eyewear, SceneBlock scene, int canvasWidthPx, int canvasHeightPx) {
        left = 1;
        bottom = 1;
        right = -1;
        top = -1;
        for (EyewearPart part : PARTS) {
            float[] bounds = eyewear.boundsMm(part);
            if (bounds[0] <= bounds[3]) {
                scene.clipFromPart(part, headFromPart, cameraFromPart, clipFromPart);
                addCorners(bounds, part.isTemple(), part.isTemple() ? TEMPLE_MARGIN_MM + scene.farthestBentMm(part) : 0);
            }
        }
        x = (int) Math.floor(Math.max((left + 1) / 2, 0) * canvasWidthPx);
        y = (int) Math.floor(Math.max((bottom + 1) / 2, 0) * canvasHeightPx);
        width = Math.max((int) Math.ceil(Math.min((right + 1) / 2, 1) * canvasWidthPx) - x, 0);
        height = Math.max((int) Math.ceil(Math.min((top + 1) / 2, 1) * canvasHeightPx) - y, 0);
    }

    private void addCorners(float[] bounds, boolean temple, float templeMargin) {
        for (int corner = 0; corner < 8; corner++) {
            float aside = temple ? templeMargin : SHADOW_ASIDE_MM;
            float px = (corner & 1) == 0 ? bounds[0] - aside : bounds[3] + aside;
            float py = (corner & 2) == 0 ? bounds[1] - (temple ? templeMargin : SHADOW_BELOW_MM)
                    : bounds[4] + (temple ? templeMargin : SHADOW_ABOVE_MM);
            float pz = (corner & 4) == 0 ? bounds[2] - templeMargin : bounds[5];
            float w = row(3, px, py, pz);
            if (w < PictureView.NEAR_MM) {
                left = -1;
                bottom = -1;
                right = 1;
                top = 1;
                return;
            }
            float ndcX = row(0, px, py, pz) / w;
            float ndcY = row(1, px, py, pz) / w;
            left = Math.min(left, ndcX);
            right = Math.max(right, ndcX);
            bottom = Math.min(bottom, ndcY);
            top = Math.max(top, ndcY);
        }
    }

    private float row(int row, float px, float py, float pz) {
        return clipFromPart[row] * px + clipFromPart[4 + row] * py + clipFromPart[8 + row] * pz + clipFromPart[12 + row];
    }

    /** Whether nothing of the frame is on the canvas. */
    public boolean isEmpty() {
        return width == 0 || height == 0;
    }

    public int x() {
        return x;
    }

    public int y() {
        return y;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }
}
