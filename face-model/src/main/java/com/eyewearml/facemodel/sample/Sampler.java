package com.eyewearml.facemodel.sample;

/** An endless source of training examples; one instance belongs to one thread. */
public interface Sampler {
    /** Draws one example. */
    Sample next();

    /** The mirrored example: pixels left to right, targets accordingly. */
    Sample mirrored(Sample sample);

    /** Pixels of a square RGB picture, left to right. */
    static byte[] mirrorPixels(byte[] pixels, int side) {
        byte[] out = new byte[pixels.length];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                System.arraycopy(pixels, 3 * (y * side + x), out, 3 * (y * side + side - 1 - x), 3);
            }
        }
        return out;
    }
}
