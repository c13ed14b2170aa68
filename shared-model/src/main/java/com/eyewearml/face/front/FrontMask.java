package com.eyewearml.face.front;

import com.eyewearml.face.Roi;

/** Where something is in front of a face. Mutable, because one instance is reused for every picture. */
public final class FrontMask {
    /** Cells along each side of the region. */
    public static final int CELLS = 48;

    /** Where in the picture the cells lie: row 0 at v = −1, column 0 at u = −1. */
    public final Roi region = new Roi();
    /** How sure it is that a cell is covered, 0–255, row by row. */
    public final byte[] covered = new byte[CELLS * CELLS];
    /** Whether no cell is covered at all. */
    public boolean isEmpty = true;

    /** How sure it is that a cell is covered, 0–1. */
    public float share(int column, int row) {
        return (covered[row * CELLS + column] & 255) / 255f;
    }
}
