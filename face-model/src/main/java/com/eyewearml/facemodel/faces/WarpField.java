package com.eyewearml.facemodel.faces;

/**
 * A smooth displacement of the picture plane, kept on a grid of nodes {@code step} pixels apart, the first at half a step.
 */
final class WarpField {
    private static final float FADE_NODES = 8;
    final int columns;
    final int rows;
    final float step;
    final float[] dx;
    final float[] dy;

    WarpField(int columns, int rows, float step) {
        this.columns = columns;
        this.rows = rows;
        this.step = step;
        dx = new float[columns * rows];
        dy = new float[columns * rows];
    }

    /** Bilinear look-up of {@code component} ({@link #dx} or {@link #dy}) at a continuous pixel. */
    float at(float[] component, float x, float y) {
        float fx = Math.clamp(x / step - 0.5f, 0, columns - 1.001f);
        float fy = Math.clamp(y / step - 0.5f, 0, rows - 1.001f);
        int i = (int) fx, j = (int) fy;
        fx -= i;
        fy -= j;
        int at = j * columns + i;
        return (component[at] * (1 - fx) + component[at + 1] * fx) * (1 - fy)
                + (component[at + columns] * (1 - fx) + component[at + columns + 1] * fx) * fy;
    }

    /** The same displacement on another grid. */
    WarpField refined(int newColumns, int newRows, float newStep) {
        WarpField out = new WarpField(newColumns, newRows, newStep);
        for (int j = 0; j < newRows; j++) {
            for (int i = 0; i < newColumns; i++) {
                float x = (i + 0.5f) * newStep, y = (j + 0.5f) * newStep;
                out.dx[j * newColumns + i] = at(dx, x, y);
                out.dy[j * newColumns + i] = at(dy, x, y);
            }
        }
        return out;
    }

    /**
     * This displacement after another one of a part of the field, which fades out towards its own border.
     *
     * @param column where the part's first column lies on this field
     * @param row    the same for rows
     */
    WarpField after(WarpField part, int column, int row) {
        WarpField out = refined(columns, rows, step);
        for (int j = 0; j < part.rows; j++) {
            for (int i = 0; i < part.columns; i++) {
                int border = Math.min(Math.min(i, part.columns - 1 - i), Math.min(j, part.rows - 1 - j));
                float share = Math.min(1, border / FADE_NODES);
                float x = share * part.dx[j * part.columns + i], y = share * part.dy[j * part.columns + i];
                float px = (column + i + 0.5f) * step + x, py = (row + j + 0.5f) * step + y;
                int at = (row + j) * columns + column + i;
                out.dx[at] = x + at(dx, px, py);
                out.dy[at] = y + at(dy, px, py);
            }
        }
        return out;
    }
}
