package com.eyewearml.server.pictures;

/**
 * Size of a picture as it is seen.
 *
 * @param widthPx  in pixels, after turning it as its camera says
 * @param heightPx likewise
 */
public record PictureSize(int widthPx, int heightPx) { }
