package com.eyewearml.client.render;

/** Pixels of the picture a pose was solved on. */
public interface Picture {
    /** Width in pixels. */
    int widthPx();

    /** Height in pixels. */
    int heightPx();

    /** Channel 0 to 2 (red, green, blue) of a pixel, sRGB encoded, 0–255; origin top-left. */
    int channel(int x, int y, int channel);
}
