package com.eyewearml.face;

/**
 * A picture of 8-bit red, green, blue, alpha values, row by row from the top, as browsers hold it. Networks ignore alpha.
 *
 * @param pixels length {@code 4 * width * height}; not copied, so that a video frame can be written over the last one
 */
public record RgbaImage(int width, int height, byte[] pixels) {
    /** @throws IllegalArgumentException where a side is not positive or the array is of another length */
    public RgbaImage {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("picture of " + width + " x " + height + " pixels, expected at least 1 x 1");
        }
        if (pixels.length != 4L * width * height) {
            throw new IllegalArgumentException("picture of " + width + " x " + height + " pixels has " + pixels.length
                    + " bytes, expected " + 4L * width * height);
        }
    }
}
