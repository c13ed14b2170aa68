package com.eyewearml.client.render;

import com.eyewearml.face.Roi;
import com.eyewearml.face.front.FrontMask;
import java.nio.ByteBuffer;

/** What is in front of a face, cell by cell with the picture's colours, and where the cells lie on the canvas. */
public final class FrontCells {
    private static final int CELLS = FrontMask.CELLS;
    private static final int SAMPLES = 2;

    /** Rows of the affine map from canvas pixels (x, y from the lower left corner, 1) to cells (column, row, continuous). */
    private final float[] rows = new float[6];

    /**
     * Writes the mean colour of each cell and how sure it is that the cell is covered.
     *
     * @param out receives red, green, blue, cover of each cell, row by row
     */
    public static void fill(FrontMask mask, Picture picture, ByteBuffer out) {
        Roi region = mask.region;
        float cos = region.sidePx / 2 * (float) Math.cos(region.angleRad);
        float sin = region.sidePx / 2 * (float) Math.sin(region.angleRad);
        for (int cell = 0; cell < CELLS * CELLS; cell++) {
            int red = 0;
            int green = 0;
            int blue = 0;
            for (int sample = 0; sample < SAMPLES * SAMPLES; sample++) {
                float u = 2 * (cell % CELLS + (sample % SAMPLES + 0.5f) / SAMPLES) / CELLS - 1;
                float v = 2 * (cell / CELLS + (sample / SAMPLES + 0.5f) / SAMPLES) / CELLS - 1;
                int x = Math.clamp((int) (region.centreX + cos * u - sin * v), 0, picture.widthPx() - 1);
                int y = Math.clamp((int) (region.centreY + sin * u + cos * v), 0, picture.heightPx() - 1);
                red += picture.channel(x, y, 0);
                green += picture.channel(x, y, 1);
                blue += picture.channel(x, y, 2);
            }
            out.put(4 * cell, (byte) (red / (SAMPLES * SAMPLES)));
            out.put(4 * cell + 1, (byte) (green / (SAMPLES * SAMPLES)));
            out.put(4 * cell + 2, (byte) (blue / (SAMPLES * SAMPLES)));
            out.put(4 * cell + 3, mask.covered[cell]);
        }
    }

    /**
     * Finds where the cells lie on a canvas.
     *
     * @param region   of the mask, in pixels of a picture of {@code widthPx} by {@code heightPx}
     */
    public void place(Roi region, int widthPx, int heightPx, PictureView view, int canvasWidthPx, int canvasHeightPx) {
        // picture x = ax canvas x + bx, picture y = ay canvas y + by
        float ax = widthPx / (view.scaleX() * canvasWidthPx);
        float bx = widthPx * (1 - 1 / view.scaleX()) / 2;
        float ay = -heightPx / (view.scaleY() * canvasHeightPx);
        float by = heightPx * (1 + 1 / view.scaleY()) / 2;
        float cos = CELLS / region.sidePx * (float) Math.cos(region.angleRad);
        float sin = CELLS / region.sidePx * (float) Math.sin(region.angleRad);
        rows[0] = cos * ax;
        rows[1] = sin * ay;
        rows[2] = cos * (bx - region.centreX) + sin * (by - region.centreY) + CELLS / 2f;
        rows[3] = -sin * ax;
        rows[4] = cos * ay;
        rows[5] = cos * (by - region.centreY) - sin * (bx - region.centreX) + CELLS / 2f;
    }

    /** A value of the map: the first three give the column, the others the row. */
    public float row(int i) {
        return rows[i];
    }
}
