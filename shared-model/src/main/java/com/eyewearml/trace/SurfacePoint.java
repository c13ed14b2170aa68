package com.eyewearml.trace;

import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.gltf.TextureSlot;
import org.joml.Vector3d;

/**
 * A point of a surface with its material.
 *
 * @param positionMm of the point
 * @param geometric  unit normal of the triangle, on the side the file calls front
 * @param shading    unit normal of the surface: interpolated, turned by the normal texture
 * @param coat       the same of the clear coat
 * @param tint       linear colour of the corners and the texture
 * @param material   as it is here, textures included
 */
record SurfacePoint(Vector3d positionMm, Vector3d geometric, Vector3d shading, Vector3d coat, Rgb tint, GltfMaterial material) {
    static SurfacePoint of(Triangles triangles, Ray ray, Hit hit) {
        int t = hit.triangle();
        Vector3d a = triangles.corner(t, 0);
        Vector3d b = triangles.corner(t, 1).sub(a);
        Vector3d c = triangles.corner(t, 2).sub(a);
        Vector3d geometric = new Vector3d(b).cross(c).normalize();
        Vector3d smooth = vector(interpolate(triangles.normals(), 3, hit)).normalize();
        double[] uv = interpolate(triangles.uvs(), 2, hit);
        Rgb corners = Rgb.of(interpolate(triangles.colours(), 3, hit));
        TexturedMaterial textured = triangles.textured(t);
        double[] given = interpolate(triangles.tangents(), 4, hit);
        Vector3d tangent;
        Vector3d bitangent;
        if (given[3] != 0) {
            tangent = across(vector(given), smooth);
            bitangent = new Vector3d(smooth).cross(tangent).mul(Math.signum(given[3]));
        } else {
            double[] uvs = triangles.uvs();
            double u1 = uvs[6 * t + 2] - uvs[6 * t];
            double v1 = uvs[6 * t + 3] - uvs[6 * t + 1];
            double u2 = uvs[6 * t + 4] - uvs[6 * t];
            double v2 = uvs[6 * t + 5] - uvs[6 * t + 1];
            double side = Math.signum(u1 * v2 - u2 * v1);
            tangent = across(new Vector3d(b).mul(v2 * side).sub(new Vector3d(c).mul(v1 * side)), smooth);
            // y of a normal points up the image, v down.
            bitangent = across(new Vector3d(b).mul(u2 * side).sub(new Vector3d(c).mul(u1 * side)), smooth);
        }
        return new SurfacePoint(ray.at(hit.distanceMm()), geometric,
                textured.normal(TextureSlot.NORMAL, smooth, tangent, bitangent, uv[0], uv[1]),
                textured.normal(TextureSlot.CLEARCOAT_NORMAL, smooth, tangent, bitangent, uv[0], uv[1]),
                corners.times(textured.baseColour(uv[0], uv[1])), textured.at(uv[0], uv[1]));
    }

    /** What of a direction lies along the surface, of unit length; 0 where nothing does. */
    private static Vector3d across(Vector3d direction, Vector3d normal) {
        Vector3d along = new Vector3d(direction).sub(new Vector3d(normal).mul(normal.dot(direction)));
        return along.lengthSquared() > 0 ? along.normalize() : along;
    }

    private static Vector3d vector(double[] values) {
        return new Vector3d(values[0], values[1], values[2]);
    }

    private static double[] interpolate(double[] corners, int stride, Hit hit) {
        double b0 = 1 - hit.b1() - hit.b2();
        double[] out = new double[stride];
        for (int i = 0; i < stride; i++) {
            int at = 3 * stride * hit.triangle() + i;
            out[i] = b0 * corners[at] + hit.b1() * corners[at + stride] + hit.b2() * corners[at + 2 * stride];
        }
        return out;
    }

    /** The same with all normals on the other side. */
    SurfacePoint flipped() {
        return new SurfacePoint(positionMm, new Vector3d(geometric).negate(), new Vector3d(shading).negate(), new Vector3d(coat).negate(),
                tint, material);
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
