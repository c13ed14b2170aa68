package com.eyewearml.frame.build;

import com.eyewearml.frame.LensOptions;
import com.eyewearml.frame.Surface;
import com.eyewearml.frame.geometry.Contour;
import com.eyewearml.frame.geometry.Shading;
import com.eyewearml.frame.geometry.SolidBuilder;
import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.gltf.GltfMaterial.Specular;
import com.eyewearml.gltf.GltfMaterial.Transmission;
import com.eyewearml.lens.Coating;
import com.eyewearml.lens.LensOptics;

/**
 * How lenses look to renderers that know glTF's materials only, as near as those come to the lens's optics: the surfaces' reflectance at
 * normal incidence, and the body's colour at the vertices, so that the whole lens lets through what it should.
 */
final class LensLook {
    private static final double CREASE_RAD = Math.toRadians(30);
    private static final double EDGE_MM = 0.1;
    private static final float EDGE_LIGHT = 0.5f;
    private static final float LENS_IOR = (float) LensOptics.PLANO_INDEX;

    /** Of an uncoated surface; Fresnel's equations at normal incidence. */
    private static final double REFLECTANCE = Math.pow((LENS_IOR - 1) / (LENS_IOR + 1), 2);
    private static final double MIRROR_METALLIC = 0.75;
    private static final float THICKNESS_M = (float) Lenses.THICKNESS_MM / 1000;
    /** Of a surface, twice: below, what gets through is not told by what does not. */
    private static final double LEAST_PASSING = 0.01;
    private static final float[] CLEAR = {1, 1, 1};

    private LensLook() {
    }

    /** @param outline of the lens, in the plane; its edge is ground, not polished, and lets less light through */
    static Surface surface(SolidBuilder lens, LensOptions options, Contour outline) {
        LensOptics optics = new LensOptics(options.lens());
        float[] top = options.mirrored() ? CLEAR : body(optics, 1);
        float[] bottom = options.mirrored() ? CLEAR : body(optics, 0);
        double bottomY = outline.minY();
        double height = outline.maxY() - bottomY;
        Shading.Pattern pattern = (x, y, z, rgb) -> {
            double t = TempleLine.smooth((y - bottomY) / height);
            boolean edge = outline.signedDistance(Math.abs(x), y) > -EDGE_MM;
            for (int c = 0; c < 3; c++) {
                rgb[c] = (float) (bottom[c] + (top[c] - bottom[c]) * t) * (edge ? EDGE_LIGHT : 1);
            }
        };
        return Surface.plain(Shading.shade(lens, CREASE_RAD, pattern), options.mirrored() ? mirror(optics) : glass(optics));
    }

    /** Dielectric with the reflectance of the coating; at grazing incidence coatings lose their effect. */
    private static GltfMaterial glass(LensOptics optics) {
        float[] specular = new float[3];
        for (int c = 0; c < 3; c++) {
            specular[c] = (float) (reflectance(optics, c) / REFLECTANCE);
        }
        return GltfMaterial.opaque("lens", Materials.rgb(1, 1, 1), 0, 0.02f)
                .withTransmission(new Transmission(1, THICKNESS_M, CLEAR, Float.POSITIVE_INFINITY), LENS_IOR)
                .withSpecular(new Specular(1, specular));
    }

    /** The colour of a metal is that of its reflection, so the body's is a volume's. What of it is not metal colours the glass. */
    private static GltfMaterial mirror(LensOptics optics) {
        float[] reflection = new float[] {0, 0, 0, 1};
        float[] tint = body(optics, 1);
        for (int c = 0; c < 3; c++) {
            reflection[c] = (float) Math.clamp((reflectance(optics, c) - REFLECTANCE * (1 - MIRROR_METALLIC)) / MIRROR_METALLIC, 0, 1);
            tint[c] = (float) Math.min(1, tint[c] / (reflection[c] + (1 - reflection[c]) * MIRROR_METALLIC));
        }
        return GltfMaterial.opaque("lens", reflection, (float) MIRROR_METALLIC, 0.03f)
                .withTransmission(new Transmission(1, THICKNESS_M, tint, THICKNESS_M), LENS_IOR);
    }

    private static double reflectance(LensOptics optics, int channel) {
        return optics.frontRgb()[3 * (Coating.ANGLES - 1) + channel];
    }

    /** Share that the body lets through so that with two surfaces alike the lens passes what it should; ISO 12311 measures whole lenses. */
    private static float[] body(LensOptics optics, double heightShare) {
        double[] passing = optics.passing(heightShare);
        float[] body = new float[3];
        for (int c = 0; c < 3; c++) {
            double surface = 1 - reflectance(optics, c);
            body[c] = (float) Math.min(1, passing[c] / Math.max(surface * surface, LEAST_PASSING));
        }
        return body;
    }
}
