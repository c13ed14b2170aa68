package com.eyewearml.gltf;

/** Parts of glTF that a file may hold and that are passed over. */
public enum LeftOut {
    ANIMATIONS,
    SKINS,
    CAMERAS,
    MORPH_TARGETS,
    /** Scenes that are not the default one. */
    OTHER_SCENES,
    /** Points and lines. */
    POINTS_AND_LINES,
    /** Textures laid by another set of texture coordinates than the material's base colour. */
    TEXTURES_ON_OTHER_COORDINATES
}
