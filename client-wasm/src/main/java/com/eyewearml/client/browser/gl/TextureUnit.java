package com.eyewearml.client.browser.gl;

/** What is bound where, for all programs and for as long as the renderer lives. */
enum TextureUnit {
    PICTURE("picture"),
    ENVIRONMENT("environment"),
    OCCLUDER_DEPTH("occluderDepth"),
    COMPOSITE("composite"),
    SILHOUETTE("silhouette"),
    SILHOUETTE_HEIGHT("silhouetteHeight"),
    GROUND_SHADOW("groundShadow");

    /** The textures of the material being drawn follow. */
    static final int FIRST_MAP = values().length;

    private final String samplerName;

    TextureUnit(String samplerName) {
        this.samplerName = samplerName;
    }

    /** Name of the sampler in the shaders. */
    String samplerName() {
        return samplerName;
    }
}
