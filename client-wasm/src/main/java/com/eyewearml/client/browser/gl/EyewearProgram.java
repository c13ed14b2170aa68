package com.eyewearml.client.browser.gl;

import com.eyewearml.client.render.Shaders;
import com.eyewearml.gltf.GltfMaterial;
import org.teavm.jso.typedarrays.Float32Array;
import org.teavm.jso.webgl.WebGL2RenderingContext;

/** Draws parts of a frame with their materials. */
final class EyewearProgram {
    private final WebGL2RenderingContext gl;
    private final ShaderProgram program;

    /** Rims, bridge, temples. */
    static EyewearProgram opaque(WebGL2RenderingContext gl) {
        return new EyewearProgram(gl, Shaders.EYEWEAR_FRAG);
    }

    /** Lenses. */
    static EyewearProgram lens(WebGL2RenderingContext gl) {
        return new EyewearProgram(gl, Shaders.LENS_FRAG);
    }

    private EyewearProgram(WebGL2RenderingContext gl, String fragmentSource) {
        this.gl = gl;
        program = new ShaderProgram(gl, Shaders.EYEWEAR_VERT, fragmentSource);
    }

    void finish() {
        program.finish();
    }

    void use(Layer layer) {
        program.use();
        gl.uniform1i(program.location("layer"), layer.ordinal());
    }

    void setPart(Float32Array frameFromPart) {
        gl.uniformMatrix4fv(program.location("frameFromPart"), false, frameFromPart);
    }

    void setMaterial(GltfMaterial material) {
        float[] base = material.baseColour();
        gl.uniform4f(program.location("baseColor"), base[0], base[1], base[2], base[3]);
        gl.uniform1f(program.location("metallic"), material.metallic());
        gl.uniform1f(program.location("roughness"), material.roughness());
        gl.uniform1f(program.location("clearcoat"), material.clearcoat().factor());
        gl.uniform1f(program.location("clearcoatRoughness"), material.clearcoat().roughness());
        gl.uniform1f(program.location("transmission"), material.transmission().factor());
        // KHR_materials_ior and KHR_materials_specular: reflectance at normal incidence.
        float r = (material.ior() - 1) / (material.ior() + 1);
        float[] specular = material.specular().colour();
        gl.uniform3f(program.location("dielectricF0"), f0(r, specular[0], material), f0(r, specular[1], material),
                f0(r, specular[2], material));
        gl.uniform3f(program.location("slabTint"), slab(material, 0), slab(material, 1), slab(material, 2));
    }

    private static float f0(float r, float specularColour, GltfMaterial material) {
        return Math.min(r * r * specularColour, 1) * material.specular().factor();
    }

    /** KHR_materials_volume: Beer and Lambert's law through the thickness. */
    private static float slab(GltfMaterial material, int channel) {
        double distances = (double) material.transmission().thicknessM() / material.transmission().attenuationDistanceM();
        return (float) Math.pow(material.transmission().attenuationColour()[channel], distances);
    }

    void delete() {
        program.delete();
    }
}
