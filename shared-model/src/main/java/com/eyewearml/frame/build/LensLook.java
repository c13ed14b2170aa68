package com.eyewearml.frame.build;

import com.eyewearml.frame.LensOptions;
import com.eyewearml.frame.LensOptions.Coating;
import com.eyewearml.frame.LensOptions.Tint;
import com.eyewearml.frame.Surface;
import com.eyewearml.frame.geometry.Contour;
import com.eyewearml.frame.geometry.Shading;
import com.eyewearml.frame.geometry.SolidBuilder;
import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.gltf.GltfMaterial.Specular;
import com.eyewearml.gltf.GltfMaterial.Transmission;

/** How lenses look: clear ones by transmission and a weakened, slightly green reflection; tints by the colour of the light let through. */
final class LensLook {
    private static final double CREASE_RAD = Math.toRadians(30);
    private static final double EDGE_MM = 0.1;
    private static final float EDGE_LIGHT = 0.5f;
    private static final float LENS_IOR = 1.5f;
    private static final Transmission CLEAR = new Transmission(1, 0, new float[] {1, 1, 1}, Float.POSITIVE_INFINITY);

    /** Of an uncoated surface; Fresnel's equations at normal incidence. */
    private static final double REFLECTANCE = Math.pow((LENS_IOR - 1) / (LENS_IOR + 1), 2);
    private static final float MIRROR_METALLIC = 0.75f;
    private static final float THICKNESS_M = (float) Lenses.THICKNESS_MM / 1000;

    private LensLook() {
    }

    /** @param outline of the lens, in the plane; its edge is ground, not polished, and lets less light through */
    static Surface surface(SolidBuilder lens, LensOptions options, Contour outline) {
        float[] top = colour(options, options.topTransmittance());
        float[] bottom = colour(options, options.bottomTransmittance());
        double bottomY = outline.minY();
        double height = outline.maxY() - bottomY;
        Shading.Pattern pattern = (x, y, z, rgb) -> {
            double t = TempleLine.smooth((y - bottomY) / height);
            boolean edge = outline.signedDistance(Math.abs(x), y) > -EDGE_MM;
            for (int c = 0; c < 3; c++) {
                rgb[c] = (float) (bottom[c] + (top[c] - bottom[c]) * t) * (edge ? EDGE_LIGHT : 1);
            }
        };
        return Surface.plain(Shading.shade(lens, CREASE_RAD, pattern), material(options));
    }

    private static GltfMaterial material(LensOptions options) {
        GltfMaterial glass = GltfMaterial.opaque("lens", Materials.rgb(1, 1, 1), 0, 0.02f)
                .withTransmission(CLEAR, LENS_IOR);
        if (options.coating() == Coating.ANTI_REFLECTIVE) {
            return glass.withSpecular(new Specular(0.4f, new float[] {0.65f, 1, 0.75f}));
        }
        return options.mirrored() ? mirror(options) : glass;
    }

    private static GltfMaterial mirror(LensOptions options) {
        float[] reflection = switch (options.coating()) {
            case MIRROR_BLUE -> Materials.rgb(0.10, 0.24, 0.62);
            case MIRROR_GOLD -> Materials.rgb(0.72, 0.45, 0.14);
            default -> Materials.rgb(0.52, 0.54, 0.56);
        };
        double reflectance = REFLECTANCE + (luminance(reflection) - REFLECTANCE) * MIRROR_METALLIC;
        // The colour of a mirror's material is that of its reflection, so its tint is a volume's. What of it is not metal colours the glass.
        double glass = luminance(reflection) + (1 - luminance(reflection)) * MIRROR_METALLIC;
        float[] tint = transmitted(options.tint(), options.topTransmittance() / glass, reflectance);
        return GltfMaterial.opaque("lens", reflection, MIRROR_METALLIC, 0.03f)
                .withTransmission(new Transmission(1, THICKNESS_M, tint, THICKNESS_M), LENS_IOR);
    }

    /** Factor of the material's colour. */
    private static float[] colour(LensOptions options, double transmittance) {
        return options.mirrored() ? new float[] {1, 1, 1} : transmitted(options.tint(), transmittance, REFLECTANCE);
    }

    /**
     * The colour inside a lens that lets a luminous transmittance through (weights of ITU-R BT.709), loss at both surfaces included (ISO
     * 12311 measures whole lenses); as close to the tint's hue as a filter can be.
     */
    private static float[] transmitted(Tint tint, double transmittance, double reflectance) {
        double[] hue = switch (tint) {
            case NONE, GREY -> new double[] {1, 1, 1};
            case BROWN -> new double[] {1.5, 0.92, 0.42};
            case GREEN -> new double[] {0.78, 1.1, 0.66};
            case BLUE -> new double[] {0.55, 1.0, 1.75};
            case ROSE -> new double[] {1.55, 0.82, 0.92};
            case YELLOW -> new double[] {1.3, 1.0, 0.2};
        };
        double inside = Math.min(1, transmittance / ((1 - reflectance) * (1 - reflectance)));
        double scale = 0;
        for (double step = 8; step > 1e-6; step /= 2) {
            scale += luminance(scaled(hue, scale + step)) <= inside ? step : 0;
        }
        return scaled(hue, scale);
    }

    private static float[] scaled(double[] hue, double scale) {
        return new float[] {(float) Math.min(1, hue[0] * scale), (float) Math.min(1, hue[1] * scale), (float) Math.min(1, hue[2] * scale)};
    }

    private static double luminance(float[] rgb) {
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    }
}
