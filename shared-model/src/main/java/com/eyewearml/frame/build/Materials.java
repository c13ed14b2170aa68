package com.eyewearml.frame.build;

import com.eyewearml.frame.FrameMaterial;
import com.eyewearml.frame.Surface;
import com.eyewearml.frame.geometry.Shading;
import com.eyewearml.frame.geometry.SolidBuilder;
import com.eyewearml.frame.pattern.SheetPattern;
import com.eyewearml.frame.pattern.SheetPatterns;
import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.gltf.GltfMaterial.Clearcoat;
import com.eyewearml.gltf.GltfMaterial.Specular;
import com.eyewearml.gltf.GltfMaterial.Transmission;
import java.util.Optional;

/** How frame materials look. Colours are linear RGB; metals are reflectances, acetates what the sheet lets out. */
final class Materials {
    private static final double CREASE_RAD = Math.toRadians(56);
    private static final float ACETATE_IOR = 1.49f;
    private static final float ACETATE_THICKNESS_M = 0.004f;

    private Materials() {
    }

    /** Shades a body and gives it the material. */
    static Surface surface(SolidBuilder body, FrameMaterial material) {
        Optional<SheetPattern> sheet = sheet(material);
        return new Surface(Shading.shade(body, CREASE_RAD, sheet.map(SheetPattern::onVertices).orElse(null)), gltf(material), sheet);
    }

    /** Shades a body of one of the fixed materials below. */
    static Surface surface(SolidBuilder body, GltfMaterial material) {
        return Surface.plain(Shading.shade(body, CREASE_RAD, null), material);
    }

    /** Soft pads of metal frames. */
    static GltfMaterial silicone() {
        return GltfMaterial.opaque("silicone", rgb(0.86, 0.86, 0.84), 0, 0.3f)
                .withTransmission(new Transmission(0.75f, 0.0025f, rgb3(0.9, 0.9, 0.88), 0.01f), 1.41f);
    }

    /** The thread of semi-rimless frames. */
    static GltfMaterial nylon() {
        return GltfMaterial.opaque("nylon", rgb(0.9, 0.9, 0.9), 0, 0.2f).withTransmission(
                new Transmission(0.8f, 0, rgb3(1, 1, 1), Float.POSITIVE_INFINITY), 1.53f);
    }

    private static Optional<SheetPattern> sheet(FrameMaterial material) {
        return Optional.ofNullable(switch (material) {
            case ACETATE_HAVANA -> SheetPatterns.tortoise(rgb3(0.40, 0.135, 0.022), rgb3(0.016, 0.006, 0.003), 0.56, 1);
            case ACETATE_HONEY -> SheetPatterns.tortoise(rgb3(0.70, 0.36, 0.095), rgb3(0.085, 0.026, 0.007), 0.40, 2);
            case ACETATE_HORN -> SheetPatterns.horn(1);
            case WALNUT -> SheetPatterns.wood(1);
            case CARBON -> SheetPatterns.carbon();
            case TITANIUM -> SheetPatterns.brushed(rgb3(0.48, 0.455, 0.425), 1);
            default -> null;
        });
    }

    static GltfMaterial gltf(FrameMaterial material) {
        String name = material.displayName();
        return switch (material) {
            case ACETATE_BLACK -> polished(name, rgb(0.008, 0.008, 0.009));
            case ACETATE_HAVANA, ACETATE_HONEY, ACETATE_HORN -> polished(name, rgb(1, 1, 1));
            case ACETATE_OLIVE -> polished(name, rgb(0.055, 0.062, 0.022));
            case ACETATE_NAVY -> polished(name, rgb(0.008, 0.017, 0.055));
            case ACETATE_BURGUNDY -> polished(name, rgb(0.105, 0.008, 0.014));
            case ACETATE_IVORY -> polished(name, rgb(0.80, 0.74, 0.60));
            case ACETATE_CRYSTAL -> translucent(name, rgb3(0.95, 0.97, 0.96), 0.03f);
            case ACETATE_SMOKE -> translucent(name, rgb3(0.30, 0.30, 0.33), 0.006f);
            case ACETATE_CHAMPAGNE -> translucent(name, rgb3(0.90, 0.72, 0.45), 0.008f);
            case ACETATE_BLUSH -> translucent(name, rgb3(0.92, 0.58, 0.50), 0.008f);
            case METAL_GOLD -> GltfMaterial.opaque(name, rgb(0.90, 0.66, 0.32), 1, 0.16f);
            case METAL_ROSE_GOLD -> GltfMaterial.opaque(name, rgb(0.88, 0.55, 0.42), 1, 0.17f);
            case METAL_SILVER -> GltfMaterial.opaque(name, rgb(0.86, 0.86, 0.85), 1, 0.15f);
            case METAL_GUNMETAL -> GltfMaterial.opaque(name, rgb(0.17, 0.17, 0.185), 1, 0.24f);
            case METAL_BLACK -> GltfMaterial.opaque(name, rgb(0.014, 0.014, 0.015), 0, 0.42f);
            case TITANIUM -> GltfMaterial.opaque(name, rgb(1, 1, 1), 1, 0.42f);
            case WALNUT -> GltfMaterial.opaque(name, rgb(1, 1, 1), 0, 0.5f);
            case CARBON -> GltfMaterial.opaque(name, rgb(1, 1, 1), 0, 0.45f).withClearcoat(new Clearcoat(1, 0.05f));
        };
    }

    /** One polished surface reflects, as a coat; the body below has little to reflect at. */
    private static GltfMaterial polished(String name, float[] colour) {
        return GltfMaterial.opaque(name, colour, 0, 0.3f).withSpecular(new Specular(0.25f, rgb3(1, 1, 1)))
                .withClearcoat(new Clearcoat(1, 0.05f));
    }

    /** Clear sheets scatter little; their colour comes from the way through them. */
    private static GltfMaterial translucent(String name, float[] attenuation, float distanceM) {
        return GltfMaterial.opaque(name, rgb(1, 1, 1), 0, 0.08f).withTransmission(
                new Transmission(0.97f, ACETATE_THICKNESS_M, attenuation, distanceM), ACETATE_IOR);
    }

    static float[] rgb(double r, double g, double b) {
        return new float[] {(float) r, (float) g, (float) b, 1};
    }

    static float[] rgb3(double r, double g, double b) {
        return new float[] {(float) r, (float) g, (float) b};
    }
}
