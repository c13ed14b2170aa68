package com.eyewearml.gltf;

/** What a material's texture modulates, and whether its colours are stored in sRGB. */
public enum TextureSlot {
    BASE_COLOUR(true),
    /** Green is roughness, blue is metallic. */
    METALLIC_ROUGHNESS(false),
    /** Tangent space; +y up (OpenGL). */
    NORMAL(false),
    /** Red; dims light from all around only. */
    OCCLUSION(false),
    EMISSION(true),
    /** Red. */
    TRANSMISSION(false),
    /** Green. */
    THICKNESS(false),
    /** Red. */
    CLEARCOAT(false),
    /** Green. */
    CLEARCOAT_ROUGHNESS(false),
    CLEARCOAT_NORMAL(false),
    /** Alpha. */
    SPECULAR(false),
    SPECULAR_COLOUR(true),
    /** Red. */
    IRIDESCENCE(false),
    /** Green. */
    IRIDESCENCE_THICKNESS(false);

    /** How many textures of one material the renderer draws: OpenGL ES 3.0 promises 16 texture units, of which it takes some itself. */
    public static final int MOST_OF_A_MATERIAL = 9;

    private final boolean srgb;

    TextureSlot(boolean srgb) {
        this.srgb = srgb;
    }

    /** Whether red, green and blue are encoded by the sRGB transfer function; otherwise they are linear. */
    public boolean srgb() {
        return srgb;
    }
}
