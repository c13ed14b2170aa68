package com.eyewearml.client.browser.gl;

import static org.teavm.jso.webgl.WebGL2RenderingContext.*;

import com.eyewearml.client.render.MaterialMaps;
import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.gltf.GltfTexture;
import com.eyewearml.gltf.TextureSlot;
import java.util.HashMap;
import java.util.Map;
import org.teavm.jso.JSObject;
import org.teavm.jso.webgl.WebGL2RenderingContext;
import org.teavm.jso.webgl.WebGLTexture;

/** The textures of a frame's materials; each image goes to the graphics card once for each way it is used. */
final class MaterialTextures {
    private static final String ANISOTROPY = "EXT_texture_filter_anisotropic";
    private static final int TEXTURE_MAX_ANISOTROPY = 0x84FE;
    /** Rims are seen at slants, but no farther away than an arm's length. */
    private static final int ANISOTROPIC_SAMPLES = 4;

    /** Textures that differ in nothing that the graphics card would see. */
    private record Use(GltfTexture texture, boolean srgb) { }

    private final WebGL2RenderingContext gl;
    private final DecodedFrame frame;
    private final boolean anisotropic;
    private final Map<Use, WebGLTexture> textures = new HashMap<>();

    MaterialTextures(WebGL2RenderingContext gl, DecodedFrame frame) {
        this.gl = gl;
        this.frame = frame;
        anisotropic = frame.getImageCount() > 0 && gl.getExtension(ANISOTROPY) != null;
    }

    /** The textures of a material in the order of their units. */
    WebGLTexture[] of(GltfMaterial material, MaterialMaps maps) {
        WebGLTexture[] own = new WebGLTexture[maps.slots().size()];
        for (int i = 0; i < own.length; i++) {
            TextureSlot slot = maps.slots().get(i);
            GltfTexture texture = frame.model().textures().get(material.textures().get(slot).texture());
            own[i] = textures.computeIfAbsent(new Use(texture, slot.srgb()), this::upload);
        }
        return own;
    }

    private WebGLTexture upload(Use use) {
        DecodedImage image = frame.image(use.texture().image());
        int levels = 32 - Integer.numberOfLeadingZeros(Math.max(image.getWidth(), image.getHeight()));
        WebGLTexture texture = gl.createTexture();
        gl.activeTexture(TEXTURE0 + TextureUnit.FIRST_MAP);
        gl.bindTexture(TEXTURE_2D, texture);
        gl.texStorage2D(TEXTURE_2D, levels, use.srgb() ? SRGB8_ALPHA8 : Formats.RGBA8, image.getWidth(), image.getHeight());
        ((ImageUploads) (JSObject) gl).texSubImage2D(TEXTURE_2D, 0, 0, 0, RGBA, UNSIGNED_BYTE, image);
        gl.generateMipmap(TEXTURE_2D);
        gl.texParameteri(TEXTURE_2D, TEXTURE_MIN_FILTER, LINEAR_MIPMAP_LINEAR);
        gl.texParameteri(TEXTURE_2D, TEXTURE_MAG_FILTER, LINEAR);
        gl.texParameteri(TEXTURE_2D, TEXTURE_WRAP_S, wrap(use.texture().wrapU()));
        gl.texParameteri(TEXTURE_2D, TEXTURE_WRAP_T, wrap(use.texture().wrapV()));
        if (anisotropic) {
            gl.texParameteri(TEXTURE_2D, TEXTURE_MAX_ANISOTROPY, ANISOTROPIC_SAMPLES);
        }
        return texture;
    }

    private static int wrap(GltfTexture.Wrap wrap) {
        return switch (wrap) {
            case REPEAT -> REPEAT;
            case MIRRORED_REPEAT -> MIRRORED_REPEAT;
            case CLAMP_TO_EDGE -> CLAMP_TO_EDGE;
        };
    }

    void delete() {
        textures.values().forEach(gl::deleteTexture);
    }
}
