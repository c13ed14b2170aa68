package com.eyewearml.client.browser.gl;

import static com.eyewearml.client.browser.gl.Formats.RGBA8;
import static org.teavm.jso.webgl.WebGL2RenderingContext.*;

import com.eyewearml.client.render.Shaders;
import com.eyewearml.gltf.GltfMaterial;
import org.teavm.jso.webgl.WebGL2RenderingContext;
import org.teavm.jso.webgl.WebGLFramebuffer;
import org.teavm.jso.webgl.WebGLTexture;

/**
 * A frame seen from the front, drawn once for each frame: what holds light back from the face, in its colour on {@link
 * TextureUnit#SILHOUETTE}, and how high it is on {@link TextureUnit#SILHOUETTE_HEIGHT}.
 */
final class SilhouetteMap {
    private static final int WIDTH_PX = 512;
    private static final int HEIGHT_PX = 256;
    private static final int LEVELS = 10;

    private final WebGL2RenderingContext gl;
    private final ShaderProgram program;
    private final WebGLFramebuffer framebuffer;
    private final WebGLTexture held;
    private final WebGLTexture height;

    SilhouetteMap(WebGL2RenderingContext gl) {
        this.gl = gl;
        program = new ShaderProgram(gl, Shaders.SILHOUETTE_VERT, Shaders.SILHOUETTE_FRAG);
        framebuffer = gl.createFramebuffer();
        held = texture(TextureUnit.SILHOUETTE, LINEAR_MIPMAP_LINEAR);
        // Only ever read at whole levels.
        height = texture(TextureUnit.SILHOUETTE_HEIGHT, LINEAR_MIPMAP_NEAREST);
        gl.bindFramebuffer(FRAMEBUFFER, framebuffer);
        gl.framebufferTexture2D(FRAMEBUFFER, COLOR_ATTACHMENT0, TEXTURE_2D, held, 0);
        gl.framebufferTexture2D(FRAMEBUFFER, COLOR_ATTACHMENT1, TEXTURE_2D, height, 0);
        gl.drawBuffers(new int[] {COLOR_ATTACHMENT0, COLOR_ATTACHMENT1});
    }

    private WebGLTexture texture(TextureUnit unit, int minFilter) {
        WebGLTexture texture = gl.createTexture();
        gl.activeTexture(TEXTURE0 + unit.ordinal());
        gl.bindTexture(TEXTURE_2D, texture);
        gl.texStorage2D(TEXTURE_2D, LEVELS, RGBA8, WIDTH_PX, HEIGHT_PX);
        gl.texParameteri(TEXTURE_2D, TEXTURE_MIN_FILTER, minFilter);
        gl.texParameteri(TEXTURE_2D, TEXTURE_MAG_FILTER, LINEAR);
        gl.texParameteri(TEXTURE_2D, TEXTURE_WRAP_S, CLAMP_TO_EDGE);
        gl.texParameteri(TEXTURE_2D, TEXTURE_WRAP_T, CLAMP_TO_EDGE);
        return texture;
    }

    void finish() {
        program.finish();
    }

    /** Draws front and lenses, those of the file or others; the shadow of the temples is a formula. */
    void draw(Eyewear eyewear, LensBuffer lenses) {
        gl.bindFramebuffer(FRAMEBUFFER, framebuffer);
        gl.viewport(0, 0, WIDTH_PX, HEIGHT_PX);
        gl.clearColor(0, 0, 0, 0);
        gl.clear(COLOR_BUFFER_BIT);
        gl.disable(DEPTH_TEST);
        gl.disable(CULL_FACE);
        gl.enable(BLEND);
        gl.blendFunc(ONE, ONE_MINUS_SRC_ALPHA);
        program.use();
        eyewear.mesh().bind();
        for (Eyewear.Draw draw : eyewear.draws()) {
            boolean ordered = draw.run().lens() && lenses.areOrdered();
            gl.uniform1i(program.location("tinted"), ordered ? 0 : 1);
            if (ordered) {
                gl.uniform3f(program.location("passing"), lenses.passing(0), lenses.passing(1), lenses.passing(2));
            } else {
                GltfMaterial material = draw.material();
                gl.uniform3f(program.location("passing"), Passing.of(material, 0), Passing.of(material, 1), Passing.of(material, 2));
            }
            eyewear.mesh().draw(draw.run().firstIndex(), draw.run().frontCount());
        }
        gl.disable(BLEND);
        gl.activeTexture(TEXTURE0 + TextureUnit.SILHOUETTE.ordinal());
        gl.generateMipmap(TEXTURE_2D);
        gl.activeTexture(TEXTURE0 + TextureUnit.SILHOUETTE_HEIGHT.ordinal());
        gl.generateMipmap(TEXTURE_2D);
    }

    void delete() {
        program.delete();
        gl.deleteFramebuffer(framebuffer);
        gl.deleteTexture(held);
        gl.deleteTexture(height);
    }
}
