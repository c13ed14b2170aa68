package com.eyewearml.frame.preview;

import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.gltf.GltfMaterial.Transmission;

/**
 * Light that leaves a surface towards the camera: image-based, metallic-roughness (glTF 2.0, appendix B), with the split-sum
 * approximation of the specular part (Lazarov, "Getting More Physical in Call of Duty: Black Ops II", 2013).
 */
final class SurfaceShader {
    private static final double INNER_REFLECTION = 0.6;

    private final double[] reflectance = new double[2];

    /**
     * @param position  of the point, millimetres, first of nine values: position, normal (need not be unit), colour
     * @param view      unit vector from the point to the camera
     * @param rgb       light from behind the surface in, light towards the camera out; only transmissive surfaces let the former through
     */
    void shade(GltfMaterial material, float[] position, double[] view, float[] rgb) {
        double nx = position[3];
        double ny = position[4];
        double nz = position[5];
        double length = Math.sqrt(nx * nx + ny * ny + nz * nz);
        nx /= length;
        ny /= length;
        nz /= length;
        double cos = Math.max(0.02, nx * view[0] + ny * view[1] + nz * view[2]);
        double rx = 2 * cos * nx - view[0];
        double ry = 2 * cos * ny - view[1];
        double rz = 2 * cos * nz - view[2];
        double mirror = Studio.radiance(rx, ry, rz, material.roughness());
        double matte = Studio.irradiance(nx, ny, nz);
        double coat = 0;
        double coatMirror = 0;
        if (material.clearcoat().factor() > 0) {
            coat = material.clearcoat().factor() * (0.04 + 0.96 * fifth(1 - cos));
            coatMirror = Studio.radiance(rx, ry, rz, material.clearcoat().roughness());
        }
        splitSum(material.roughness(), cos);
        double dielectric = (material.ior() - 1) * (material.ior() - 1) / ((material.ior() + 1) * (material.ior() + 1));
        for (int c = 0; c < 3; c++) {
            double base = position[6 + c];
            double f0 = dielectric * material.specular().factor() * material.specular().colour()[c] * (1 - material.metallic())
                    + base * material.metallic();
            double specular = f0 * reflectance[0] + (material.metallic() + (1 - material.metallic()) * material.specular().factor()) * reflectance[1];
            double through = material.transmission().factor() * rgb[c] * base * attenuation(material, c, cos);
            double body = ((1 - material.transmission().factor()) * base * matte + through) * (1 - material.metallic()) * (1 - specular);
            rgb[c] = (float) ((body + specular * mirror) * (1 - coat) + coat * coatMirror);
        }
    }

    /** Share left after the way through a sheet: longer where it is seen at a slant, and there also turned aside by total reflection. */
    private static double attenuation(GltfMaterial material, int channel, double cos) {
        Transmission medium = material.transmission();
        if (medium.thicknessM() == 0) {
            return 1;
        }
        double sine = Math.sqrt(1 - cos * cos) / material.ior();
        double path = medium.thicknessM() / Math.sqrt(1 - sine * sine) * (1 + 1.5 * fifth(1 - cos));
        double absorbed = Math.pow(medium.attenuationColour()[channel], path / medium.attenuationDistanceM());
        return absorbed * (1 - INNER_REFLECTION * (1 - cos) * (1 - cos));
    }

    private void splitSum(double roughness, double cos) {
        double r0 = 1 - roughness;
        double r1 = -0.0275 * roughness + 0.0425;
        double r2 = -0.572 * roughness + 1.04;
        double r3 = 0.022 * roughness - 0.04;
        double a = Math.min(r0 * r0, Math.pow(2, -9.28 * cos)) * r0 + r1;
        reflectance[0] = -1.04 * a + r2;
        reflectance[1] = 1.04 * a + r3;
    }

    private static double fifth(double x) {
        return x * x * x * x * x;
    }
}
