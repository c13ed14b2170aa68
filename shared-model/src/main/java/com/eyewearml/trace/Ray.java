package com.eyewearml.trace;

import org.joml.Vector3d;

/** A half-line. The direction has unit length; lengths are millimetres. */
record Ray(Vector3d origin, Vector3d direction) {
    Vector3d at(double distanceMm) {
        return new Vector3d(direction).mul(distanceMm).add(origin);
    }
}
