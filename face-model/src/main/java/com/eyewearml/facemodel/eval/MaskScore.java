package com.eyewearml.facemodel.eval;

/** Counts of cells that are hidden and that a network takes for hidden. */
public final class MaskScore {
    private long right;
    private long wrong;
    private long missed;
    private long cells;

    /** Counts one cell. */
    public void add(boolean hidden, boolean told) {
        cells++;
        if (hidden && told) {
            right++;
        } else if (told) {
            wrong++;
        } else if (hidden) {
            missed++;
        }
    }

    /** Share of the cells told hidden that are. */
    public double precision() {
        return (double) right / Math.max(1, right + wrong);
    }

    /** Share of the hidden cells that are told. */
    public double recall() {
        return (double) right / Math.max(1, right + missed);
    }

    /** Intersection over union. */
    public double iou() {
        return (double) right / Math.max(1, right + wrong + missed);
    }

    /** Share of all cells that are told hidden and are not. */
    public double falseShare() {
        return (double) wrong / Math.max(1, cells);
    }
}
