package com.eyewearml.trace;

import org.joml.Vector3d;

/** Orthonormal axes around a unit normal; Duff et al. 2017, "Building an Orthonormal Basis, Revisited". */
record Frame(Vector3d x, Vector3d y, Vector3d z) {
    static Frame around(Vector3d normal) {
        double sign = Math.copySign(1, normal.z);
        double a = -1 / (sign + normal.z);
        double b = normal.x * normal.y * a;
        return new Frame(new Vector3d(1 + sign * normal.x * normal.x * a, sign * b, -sign * normal.x),
                new Vector3d(b, sign + normal.y * normal.y * a, -normal.y), normal);
    }

    Vector3d toLocal(Vector3d world) {
        return new Vector3d(world.dot(x), world.dot(y), world.dot(z));
    }

    Vector3d toWorld(Vector3d local) {
        return new Vector3d(x).mul(local.x).add(new Vector3d(y).mul(local.y)).add(new Vector3d(z).mul(local.z));
    }
}
