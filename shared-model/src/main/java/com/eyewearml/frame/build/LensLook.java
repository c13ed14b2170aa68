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
        return options.mirrored() ? mirror(options.coating()) : glass;
    }

    private static GltfMaterial mirror(Coating coating) {
        float[] reflection = switch (coating) {
            case MIRROR_BLUE -> Materials.rgb(0.10, 0.24, 0.62);
            case MIRROR_GOLD -> Materials.rgb(0.72, 0.45, 0.14);
            default -> Materials.rgb(0.52, 0.54, 0.56);
        };
        return GltfMaterial.opaque("lens", reflection, 0.75f, 0.03f).withTransmission(CLEAR, LENS_IOR);
    }

    /** Factor of the material's colour; of a mirror that is the colour of its reflection, which has no tint. */
    private static float[] colour(LensOptions options, double transmittance) {
        return options.mirrored() ? new float[] {1, 1, 1} : transmitted(options.tint(), transmittance);
    }

    /** The tint's colour scaled to the luminous transmittance (weights of ITU-R BT.709). */
    private static float[] transmitted(Tint tint, double transmittance) {
        double[] hue = switch (tint) {
            case NONE, GREY -> new double[] {1, 1, 1};
            case BROWN -> new double[] {1.5, 0.92, 0.42};
            case GREEN -> new double[] {0.78, 1.1, 0.66};
            case BLUE -> new double[] {0.55, 1.0, 1.75};
            case ROSE -> new double[] {1.55, 0.82, 0.92};
            case YELLOW -> new double[] {1.3, 1.0, 0.2};
        };
        double luminance = 0.2126 * hue[0] + 0.7152 * hue[1] + 0.0722 * hue[2];
        float[] colour = new float[3];
        for (int c = 0; c < 3; c++) {
            colour[c] = (float) Math.min(1, hue[c] / luminance * transmittance);
        }
        return colour;
    }
}
