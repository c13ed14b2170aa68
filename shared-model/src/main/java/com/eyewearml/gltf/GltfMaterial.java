package com.eyewearml.gltf;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A physically based material: glTF 2.0 metallic-roughness with the extensions KHR_materials_ior, _transmission, _volume,
 * _clearcoat, _specular, _iridescence and _emissive_strength. Colours are linear RGB. Each factor is multiplied by its texture,
 * where there is one.
 *
 * @param name         for people
 * @param baseColour   r, g, b, a
 * @param metallic     0 dielectric to 1 metal
 * @param roughness    perceptual roughness, 0 mirror to 1 matte
 * @param ior          index of refraction
 * @param transmission light that passes the surface, and the volume it then goes through
 * @param clearcoat    polished layer on top
 * @param specular     dielectric reflection
 * @param iridescence  thin film on the surface, as of mirror coatings
 * @param emission     r, g, b of light sent out; may exceed 1
 * @param alpha        meaning of the base colour's fourth channel
 * @param doubleSided  whether back faces are drawn
 * @param textures     textures of the factors that have one
 */
public record GltfMaterial(String name, float[] baseColour, float metallic, float roughness, float ior, Transmission transmission,
                           Clearcoat clearcoat, Specular specular, Iridescence iridescence, float[] emission, Alpha alpha,
                           boolean doubleSided, Map<TextureSlot, TextureUse> textures) {
    /** Index of refraction where a file gives none. */
    public static final float DEFAULT_IOR = 1.5f;

    /**
     * KHR_materials_transmission and KHR_materials_volume.
     *
     * @param factor               share of light that passes the surface instead of being scattered diffusely
     * @param thicknessM           thickness under the surface in metres; 0 for thin walls
     * @param attenuationColour    r, g, b left after {@code attenuationDistanceM}
     * @param attenuationDistanceM in metres; positive infinity for no attenuation
     */
    public record Transmission(float factor, float thicknessM, float[] attenuationColour, float attenuationDistanceM) {
        /** No light passes. */
        public static final Transmission NONE = new Transmission(0, 0, new float[] {1, 1, 1}, Float.POSITIVE_INFINITY);
    }

    /**
     * KHR_materials_clearcoat: a layer of index 1.5.
     *
     * @param factor    strength
     * @param roughness perceptual
     */
    public record Clearcoat(float factor, float roughness) {
        /** No coat. */
        public static final Clearcoat NONE = new Clearcoat(0, 0);
    }

    /**
     * KHR_materials_specular.
     *
     * @param factor strength of the dielectric reflection; below 1 for anti-reflective coatings
     * @param colour r, g, b of the dielectric reflection at normal incidence; may exceed 1
     */
    public record Specular(float factor, float[] colour) {
        /** As the index of refraction has it. */
        public static final Specular FULL = new Specular(1, new float[] {1, 1, 1});
    }

    /**
     * KHR_materials_iridescence.
     *
     * @param factor         strength
     * @param ior            of the film
     * @param thinnestNm     thickness where the thickness texture is 0, nanometres
     * @param thickestNm     thickness where the texture is 1 or absent, nanometres
     */
    public record Iridescence(float factor, float ior, float thinnestNm, float thickestNm) {
        /** No film. */
        public static final Iridescence NONE = new Iridescence(0, 1.3f, 100, 400);
    }

    /**
     * glTF's alphaMode.
     *
     * @param mode   what alpha means
     * @param cutoff with {@link Mode#MASK}, below it nothing is drawn
     */
    public record Alpha(Mode mode, float cutoff) {
        /** Alpha is ignored, cuts, or blends. */
        public enum Mode { OPAQUE, MASK, BLEND }

        /** Alpha is ignored. */
        public static final Alpha OPAQUE = new Alpha(Mode.OPAQUE, 0.5f);
        /** Alpha blends. */
        public static final Alpha BLEND = new Alpha(Mode.BLEND, 0.5f);
    }

    /** Copies the map. */
    public GltfMaterial {
        // Not Map.copyOf: TeaVM's divides by zero when an empty one is asked for a key.
        textures = Collections.unmodifiableMap(new LinkedHashMap<>(textures));
    }

    /** An opaque dielectric or metal without any extension or texture. */
    public static GltfMaterial opaque(String name, float[] baseColour, float metallic, float roughness) {
        return new GltfMaterial(name, baseColour, metallic, roughness, DEFAULT_IOR, Transmission.NONE, Clearcoat.NONE, Specular.FULL,
                Iridescence.NONE, new float[3], Alpha.OPAQUE, false, Map.of());
    }

    /** The same with transmission through a medium. */
    public GltfMaterial withTransmission(Transmission changed, float newIor) {
        return new GltfMaterial(name, baseColour, metallic, roughness, newIor, changed, clearcoat, specular, iridescence, emission, alpha,
                doubleSided, textures);
    }

    /** The same with a clear coat. */
    public GltfMaterial withClearcoat(Clearcoat changed) {
        return new GltfMaterial(name, baseColour, metallic, roughness, ior, transmission, changed, specular, iridescence, emission, alpha,
                doubleSided, textures);
    }

    /** The same with another dielectric reflection. */
    public GltfMaterial withSpecular(Specular changed) {
        return new GltfMaterial(name, baseColour, metallic, roughness, ior, transmission, clearcoat, changed, iridescence, emission, alpha,
                doubleSided, textures);
    }

    /** The same with a thin film. */
    public GltfMaterial withIridescence(Iridescence changed) {
        return new GltfMaterial(name, baseColour, metallic, roughness, ior, transmission, clearcoat, specular, changed, emission, alpha,
                doubleSided, textures);
    }

    /** The same with another meaning of alpha. */
    public GltfMaterial withAlpha(Alpha changed) {
        return new GltfMaterial(name, baseColour, metallic, roughness, ior, transmission, clearcoat, specular, iridescence, emission,
                changed, doubleSided, textures);
    }

    /** The same with other textures. */
    public GltfMaterial withTextures(Map<TextureSlot, TextureUse> changed) {
        return new GltfMaterial(name, baseColour, metallic, roughness, ior, transmission, clearcoat, specular, iridescence, emission, alpha,
                doubleSided, changed);
    }
}
