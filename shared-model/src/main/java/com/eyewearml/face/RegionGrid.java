package com.eyewearml.face;

/**
 * Where a region is sampled, as {@link FaceVision} defines it: sample (column, row) of the {@code samplesPerSide()} squared lies
 * at {@code (originX + column * stepX - row * stepY, originY + column * stepY + row * stepX)}. Coordinates are relative to the
 * centre of the picture's first pixel, so that whole numbers are pixel centres.
 */
public final class RegionGrid {
    private static final int MOST_SAMPLES_PER_PIXEL_SIDE = 4;
    /** Regions up to this many times the network's input are read with one sample a pixel. */
    private static final float LARGEST_SINGLE_SAMPLE_SCALE = 1.5f;

    private int samplesPerPixelSide;
    private float originX;
    private float originY;
    private float stepX;
    private float stepY;

    /** Sets the grid for an input of {@code size} squared pixels. */
    public void set(Roi roi, int size) {
        boolean single = roi.sidePx <= LARGEST_SINGLE_SAMPLE_SCALE * size;
        samplesPerPixelSide = single ? 1 : Math.min(MOST_SAMPLES_PER_PIXEL_SIDE, Math.round(roi.sidePx / size));
        float samplePx = roi.sidePx / (size * samplesPerPixelSide);
        stepX = samplePx * (float) Math.cos(roi.angleRad);
        stepY = samplePx * (float) Math.sin(roi.angleRad);
        float half = (size * samplesPerPixelSide - 1) / 2f;
        originX = roi.centreX - 0.5f - half * (stepX - stepY);
        originY = roi.centreY - 0.5f - half * (stepY + stepX);
    }

    /** Samples along each side of an input pixel, 1 to 4; their average is the pixel. */
    public int samplesPerPixelSide() {
        return samplesPerPixelSide;
    }

    /** x of the first sample in pixels, relative to the centre of the picture's first pixel. */
    public float originX() {
        return originX;
    }

    /** y of the first sample in pixels, relative to the centre of the picture's first pixel. */
    public float originY() {
        return originY;
    }

    /** Step in x to the next sample of the row, and in y to the next row. */
    public float stepX() {
        return stepX;
    }

    /** Step in y to the next sample of the row; the next row is as far in negative x. */
    public float stepY() {
        return stepY;
    }
}
