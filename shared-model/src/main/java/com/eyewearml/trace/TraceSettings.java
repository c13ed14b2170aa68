package com.eyewearml.trace;

/**
 * How a scene is drawn.
 *
 * @param widthPx         of the picture
 * @param heightPx        of the picture
 * @param samplesPerPixel paths through each pixel
 * @param maxBounces      surfaces that a path may meet; 1 for light straight from the environment
 * @param shadows         whether the model hides light from itself; false as renderers have it that only look up an environment
 * @param seed            of the random numbers; the same seed gives the same picture
 */
public record TraceSettings(int widthPx, int heightPx, int samplesPerPixel, int maxBounces, boolean shadows, long seed) {
    /** @throws IllegalArgumentException where a count is not positive */
    public TraceSettings {
        if (widthPx < 1 || heightPx < 1 || samplesPerPixel < 1 || maxBounces < 1) {
            throw new IllegalArgumentException("picture of " + widthPx + " x " + heightPx + " pixels with " + samplesPerPixel
                    + " samples and " + maxBounces + " bounces: all must be positive");
        }
    }
}
