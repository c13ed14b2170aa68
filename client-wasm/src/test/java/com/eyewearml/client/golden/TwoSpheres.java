package com.eyewearml.client.golden;

import org.joml.Vector3d;

/** A lens traced by Snell's law through two whole spheres, in doubles: the vertex of its front at z = 0, its axis along z. */
record TwoSpheres(double axisXMm, double frontRadiusMm, double backRadiusMm, double thicknessMm, double index) {
    /** A ray behind the lens. */
    record Ray(Vector3d from, Vector3d direction) { }

    /**
     * A lens whose back makes up the power that the front leaves.
     *
     * @param sphereD back vertex power: Gullstrand's formula for thick lenses gives F2 = F − F1 / (1 − t F1 / n)
     */
    static TwoSpheres ofPower(double sphereD, double axisXMm, double frontRadiusMm, double thicknessMm, double index) {
        double front = 1000 * (index - 1) / frontRadiusMm;
        double back = sphereD - front / (1 - thicknessMm / 1000 * front / index);
        return new TwoSpheres(axisXMm, frontRadiusMm, 1000 * (1 - index) / back, thicknessMm, index);
    }

    Ray through(Vector3d from, Vector3d direction) {
        Vector3d frontCentre = new Vector3d(axisXMm, 0, -frontRadiusMm);
        Vector3d backCentre = new Vector3d(axisXMm, 0, -thicknessMm - backRadiusMm);
        Vector3d entry = meeting(from, direction, frontCentre, frontRadiusMm);
        Vector3d inside = bent(direction, new Vector3d(entry).sub(frontCentre).div(frontRadiusMm), 1 / index);
        Vector3d exit = meeting(entry, inside, backCentre, backRadiusMm);
        return new Ray(exit, bent(inside, new Vector3d(exit).sub(backCentre).div(backRadiusMm), index));
    }

    /** Where a ray meets the half of a sphere that is turned to the front, or to the back where the radius is negative. */
    private static Vector3d meeting(Vector3d from, Vector3d direction, Vector3d centre, double radius) {
        Vector3d toCentre = new Vector3d(centre).sub(from);
        double along = toCentre.dot(direction);
        double half = Math.sqrt(radius * radius - toCentre.lengthSquared() + along * along);
        return new Vector3d(direction).mul(radius > 0 ? along - half : along + half).add(from);
    }

    /** Snell's law by components along the normal and across it. */
    private static Vector3d bent(Vector3d direction, Vector3d normal, double ratio) {
        double cosine = direction.dot(normal);
        Vector3d across = new Vector3d(direction).sub(new Vector3d(normal).mul(cosine)).mul(ratio);
        return across.add(new Vector3d(normal).mul(Math.copySign(Math.sqrt(1 - across.lengthSquared()), cosine)));
    }
}
