package com.eyewearml.nn;

/** Shape of an activation: rows, columns, channels. */
public record ActivationShape(int height, int width, int channels) {
    /** Number of values. */
    public int size() {
        return height * width * channels;
    }
}
