package com.eyewearml.client.render;

/**
 * What lies behind and under a frame that is seen alone. Colours are linear.
 *
 * @param paper a sheet of that colour on which the frame rests and casts its shadow; otherwise the plain colour, and the frame's
 *     coordinates are those of the stage
 */
public record StageBackdrop(float red, float green, float blue, boolean paper) {
    /** A warm light grey. */
    public static final StageBackdrop PAPER = new StageBackdrop(0.855f, 0.84f, 0.81f, true);
}
