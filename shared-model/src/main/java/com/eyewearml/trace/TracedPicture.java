package com.eyewearml.trace;

/**
 * A drawn picture, row by row from the top.
 *
 * @param rgb      linear red, green, blue of each pixel
 * @param coverage share of each pixel in which the camera meets the model
 */
public record TracedPicture(int widthPx, int heightPx, float[] rgb, float[] coverage) {
}
