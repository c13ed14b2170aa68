package com.eyewearml.frame.preview;

/**
 * A finished picture.
 *
 * @param width  in pixels
 * @param height in pixels
 * @param argb   row by row from the top, 0xAARRGGBB, sRGB, opaque
 */
public record Picture(int width, int height, int[] argb) {
}
