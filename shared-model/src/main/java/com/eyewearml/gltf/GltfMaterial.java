package com.eyewearml.gltf;

/**
 * A physically based material: glTF 2.0 metallic-roughness with the extensions KHR_materials_transmission, _ior, _volume,
 * _clearcoat and _specular. Colours are linear RGB.
 *
 * @param name                 for people
 * @param baseColour           r, g, b, a
 * @param metallic             0 dielectric to 1 metal
 * @param roughness            perceptual roughness, 0 mirror to 1 matte
 * @param transmission         share of light that passes the surface instead of being scattered diffusely
 * @param ior                  index of refraction
 * @param thicknessM           thickness under the surface in metres; 0 for thin walls
 * @param attenuationColour    r, g, b left after {@code attenuationDistanceM}
 * @param attenuationDistanceM in metres; positive infinity for no attenuation
 * @param clearcoat            strength of a polished layer on top
 * @param clearcoatRoughness   of that layer
 * @param specular             strength of the dielectric reflection; below 1 for anti-reflective coatings
 * @param specularColour       r, g, b of the dielectric reflection at normal incidence
 * @param doubleSided          whether back faces are drawn
 */
public record GltfMaterial(String name, float[] baseColour, float metallic, float roughness, float transmission, float ior,
                           float thicknessM, float[] attenuationColour, float attenuationDistanceM, float clearcoat,
                           float clearcoatRoughness, float specular, float[] specularColour, boolean doubleSided) {
    /** An opaque dielectric or metal without any extension. */
    public static GltfMaterial opaque(String name, float[] baseColour, float metallic, float roughness) {
        return new GltfMaterial(name, baseColour, metallic, roughness, 0, 1.5f, 0, white(), Float.POSITIVE_INFINITY, 0, 0, 1, white(),
                false);
    }

    /** The same with transmission; {@code thicknessM} 0 for a thin wall. */
    public GltfMaterial withTransmission(float amount, float newIor, float newThicknessM, float[] colour, float distanceM) {
        return new GltfMaterial(name, baseColour, metallic, roughness, amount, newIor, newThicknessM, colour, distanceM, clearcoat,
                clearcoatRoughness, specular, specularColour, doubleSided);
    }

    /** The same with a clear coat. */
    public GltfMaterial withClearcoat(float amount, float coatRoughness) {
        return new GltfMaterial(name, baseColour, metallic, roughness, transmission, ior, thicknessM, attenuationColour,
                attenuationDistanceM, amount, coatRoughness, specular, specularColour, doubleSided);
    }

    /** The same with another dielectric reflection. */
    public GltfMaterial withSpecular(float amount, float[] colour) {
        return new GltfMaterial(name, baseColour, metallic, roughness, transmission, ior, thicknessM, attenuationColour,
                attenuationDistanceM, clearcoat, clearcoatRoughness, amount, colour, doubleSided);
    }

    private static float[] white() {
        return new float[] {1, 1, 1};
    }
}
