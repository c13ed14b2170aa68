package com.eyewearml.facemodel.sample;

/**
 * A square without a face that a network took for one.
 *
 * @param panorama  number of the panorama among the training pictures' backgrounds
 * @param centreX   of the square, pixels of the panorama from its left edge
 * @param centreY   pixels from its top edge
 * @param extentPx  side of the square in pixels of the panorama
 * @param angleRad  turn of the square's x axis towards the panorama's y axis
 */
public record MinedPlace(int panorama, float centreX, float centreY, float extentPx, float angleRad) { }
