package com.eyewearml.client.render;

/** Dimensions of a frame in the boxing system (ISO 8624), as its file says them; NaN where it does not. */
public record FrameSize(double lensWidthMm, double lensHeightMm, double dblMm, double templeLengthMm, double totalWidthMm) { }
