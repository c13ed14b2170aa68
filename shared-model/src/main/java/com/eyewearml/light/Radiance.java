package com.eyewearml.light;

/** Light arriving from every direction. */
public interface Radiance {
    /**
     * Radiance from a direction, linear.
     *
     * @param x to the right as seen by the camera
     * @param y up
     * @param z from the scene back past the camera; {@code (x, y, z)} is a unit vector
     * @param rgb receives red, green, blue
     */
    void from(double x, double y, double z, double[] rgb);
}
