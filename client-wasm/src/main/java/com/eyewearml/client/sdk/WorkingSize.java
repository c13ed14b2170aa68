package com.eyewearml.client.sdk;

/**
 * Size at which a picture is looked at. The networks read 128 pixels across a face, so a large picture tells no more than one
 * scaled down, and costs the page more to hand over. Mutable, because one instance serves every frame.
 */
public final class WorkingSize {
    /** Longest side of a video frame. */
    public static final int MAX_VIDEO_SIDE_PX = 640;
    /** Longest side of a still picture, where faces may be small and time matters less. */
    public static final int MAX_STILL_SIDE_PX = 1280;

    private int widthPx;
    private int heightPx;
    private float scaleX;
    private float scaleY;

    /**
     * Chooses the size for a source.
     *
     * @param still whether the source is a picture of its own rather than a frame of a video
     * @throws IllegalArgumentException where a side is not positive
     */
    public void fit(int sourceWidthPx, int sourceHeightPx, boolean still) {
        if (sourceWidthPx < 1 || sourceHeightPx < 1) {
            throw new IllegalArgumentException("source of " + sourceWidthPx + " x " + sourceHeightPx
                    + " pixels, expected at least 1 x 1");
        }
        int longest = Math.max(sourceWidthPx, sourceHeightPx);
        float shrink = Math.max(1, longest / (float) (still ? MAX_STILL_SIDE_PX : MAX_VIDEO_SIDE_PX));
        widthPx = Math.max(1, Math.round(sourceWidthPx / shrink));
        heightPx = Math.max(1, Math.round(sourceHeightPx / shrink));
        scaleX = sourceWidthPx / (float) widthPx;
        scaleY = sourceHeightPx / (float) heightPx;
    }

    public int widthPx() {
        return widthPx;
    }

    public int heightPx() {
        return heightPx;
    }

    /** Source pixels per working pixel from left to right; 1 where the source is small enough. */
    public float scaleX() {
        return scaleX;
    }

    /** Source pixels per working pixel from top to bottom; differs from {@link #scaleX()} by rounding only. */
    public float scaleY() {
        return scaleY;
    }
}
