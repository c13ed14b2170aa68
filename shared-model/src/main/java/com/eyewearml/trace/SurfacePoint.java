package com.eyewearml.trace;

import com.eyewearml.gltf.GltfMaterial;
import org.joml.Vector3d;

/**
 * A point of a surface with its material.
 *
 * @param positionMm of the point
 * @param geometric  unit normal of the triangle, on the side the file calls front
 * @param shading    interpolated unit normal
 * @param tint       linear colour of the corners and the texture
 * @param material   of the triangle
 */
record SurfacePoint(Vector3d positionMm, Vector3d geometric, Vector3d shading, Rgb tint, GltfMaterial material) {
    static SurfacePoint of(Triangles triangles, Ray ray, Hit hit) {
        int t = hit.triangle();
        Vector3d a = triangles.corner(t, 0);
        Vector3d geometric = triangles.corner(t, 1).sub(a).cross(triangles.corner(t, 2).sub(a)).normalize();
        double[] shading = interpolate(triangles.normals(), hit);
        return new SurfacePoint(ray.at(hit.distanceMm()), geometric, new Vector3d(shading[0], shading[1], shading[2]).normalize(),
                triangles.tint(hit), triangles.material(t));
    }

    private static double[] interpolate(double[] triples, Hit hit) {
        double b0 = 1 - hit.b1() - hit.b2();
        double[] out = new double[3];
        for (int i = 0; i < 3; i++) {
            int at = 9 * hit.triangle() + i;
            out[i] = b0 * triples[at] + hit.b1() * triples[at + 3] + hit.b2() * triples[at + 6];
        }
        return out;
    }

    /** The same with both normals on the other side. */
    SurfacePoint flipped() {
        return new SurfacePoint(positionMm, new Vector3d(geometric).negate(), new Vector3d(shading).negate(), tint, material);
    }

    Rgb baseColour() {
        return Rgb.of(material.baseColour()).times(tint);
    }

    /** A point just off the surface on the side of a direction, from where rays do not meet the surface again. */
    Vector3d offset(Vector3d direction) {
        double side = Math.signum(direction.dot(geometric)) * 1e-4;
        return new Vector3d(geometric).mul(side).add(positionMm);
    }
}
