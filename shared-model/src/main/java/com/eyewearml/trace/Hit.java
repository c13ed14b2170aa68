package com.eyewearml.trace;

/**
 * Where a ray meets a triangle.
 *
 * @param triangle   its number
 * @param distanceMm along the ray
 * @param b1         barycentric weight of the second corner
 * @param b2         of the third corner
 */
record Hit(int triangle, double distanceMm, double b1, double b2) {
}
