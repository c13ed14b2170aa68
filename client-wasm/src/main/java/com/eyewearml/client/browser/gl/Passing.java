package com.eyewearml.client.browser.gl;

import com.eyewearml.gltf.GltfMaterial;

/** How much light a material lets through where it casts a shadow. */
final class Passing {
    private Passing() { }

    /** Share of the light of a channel that passes, before the tint of the vertices. */
    static float of(GltfMaterial material, int channel) {
        return material.transmission().factor() * (1 - material.metallic()) * material.baseColour()[channel];
    }
}
