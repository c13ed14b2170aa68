package com.eyewearml.client.browser.gl;

/** What is bound where, for all programs and for as long as the renderer lives. */
enum TextureUnit {
    PICTURE("picture"),
    ENVIRONMENT("environment"),
    OCCLUDER_DEPTH("occluderDepth"),
    COMPOSITE("composite"),
    SILHOUETTE("silhouette"),
    SILHOUETTE_HEIGHT("silhouetteHeight"),
    /** What is on the stage's ground, or what is in front of a face: no renderer has both. */
    GROUND_SHADOW_OR_FRONT("groundShadow", "front");

    /** The textures of the material being drawn follow. */
    static final int FIRST_MAP = values().length;

    private final String[] samplerNames;

    TextureUnit(String... samplerNames) {
        this.samplerNames = samplerNames;
    }

    /** Names of the samplers in the shaders. */
    String[] samplerNames() {
        return samplerNames;
    }
}
