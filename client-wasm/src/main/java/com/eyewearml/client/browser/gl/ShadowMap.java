package com.eyewearml.client.browser.gl;

import static com.eyewearml.client.browser.gl.Formats.RGBA8;
import static org.teavm.jso.webgl.WebGL2RenderingContext.*;

import com.eyewearml.client.render.DrawnRegion;
import com.eyewearml.client.render.Shaders;
import org.teavm.jso.webgl.WebGL2RenderingContext;
import org.teavm.jso.webgl.WebGLFramebuffer;
import org.teavm.jso.webgl.WebGLRenderbuffer;
import org.teavm.jso.webgl.WebGLTexture;

/**
 * The light that the frame holds back from the face, at half the canvas's resolution: shadows on skin are softer than that. {@code
 * picture.frag} takes it from the picture. It lies on the first unit of the materials, which bind their own textures afterwards.
 */
final class ShadowMap {
    /** Sampler of {@code picture.frag}. */
    static final String SAMPLER = "shadow";
    static final int UNIT = TextureUnit.FIRST_MAP;

    /** Beyond half a region's size: where a region begins at an odd pixel, and an odd canvas has half a texel more, are still looked up. */
    private static final int SPARE_TEXELS = 2;

    private final WebGL2RenderingContext gl;
    private final ShaderProgram program;
    private final WebGLFramebuffer framebuffer;
    private final WebGLRenderbuffer depth;
    private WebGLTexture texture;
    private int widthPx;
    private int heightPx;

    ShadowMap(WebGL2RenderingContext gl) {
        this.gl = gl;
        program = new ShaderProgram(gl, Shaders.HEAD_VERT, Shaders.SHADOW_FRAG);
        framebuffer = gl.createFramebuffer();
        depth = gl.createRenderbuffer();
    }

    void finish() {
        program.finish();
    }

    /** Makes the texture large enough for what is drawn to surfaces of some size. */
    private void fit(RenderTargets targets) {
        int newWidthPx = targets.widthPx() / 2 + SPARE_TEXELS;
        int newHeightPx = targets.heightPx() / 2 + SPARE_TEXELS;
        if (newWidthPx == widthPx && newHeightPx == heightPx) {
            return;
        }
        widthPx = newWidthPx;
        heightPx = newHeightPx;
        gl.deleteTexture(texture);
        texture = gl.createTexture();
        gl.bindTexture(TEXTURE_2D, texture);
        gl.texStorage2D(TEXTURE_2D, 1, RGBA8, widthPx, heightPx);
        gl.texParameteri(TEXTURE_2D, TEXTURE_MIN_FILTER, LINEAR);
        gl.texParameteri(TEXTURE_2D, TEXTURE_MAG_FILTER, LINEAR);
        gl.texParameteri(TEXTURE_2D, TEXTURE_WRAP_S, CLAMP_TO_EDGE);
        gl.texParameteri(TEXTURE_2D, TEXTURE_WRAP_T, CLAMP_TO_EDGE);
        gl.bindRenderbuffer(RENDERBUFFER, depth);
        gl.renderbufferStorage(RENDERBUFFER, DEPTH_COMPONENT16, widthPx, heightPx);
        gl.framebufferTexture2D(FRAMEBUFFER, COLOR_ATTACHMENT0, TEXTURE_2D, texture, 0);
        gl.framebufferRenderbuffer(FRAMEBUFFER, DEPTH_ATTACHMENT, RENDERBUFFER, depth);
    }

    /**
     * Draws the shadow on the head, or none, and leaves it bound. Changes viewport and scissor.
     *
     * @param cast whether the frame casts a shadow
     */
    void draw(RenderTargets targets, DrawnRegion region, HeadMesh head, int canvasWidthPx, int canvasHeightPx, boolean cast) {
        gl.bindFramebuffer(FRAMEBUFFER, framebuffer);
        gl.activeTexture(TEXTURE0 + UNIT);
        fit(targets);
        gl.bindTexture(TEXTURE_2D, texture);
        gl.scissor(0, 0, region.width() / 2 + SPARE_TEXELS, region.height() / 2 + SPARE_TEXELS);
        gl.depthMask(true);
        gl.clear(COLOR_BUFFER_BIT | DEPTH_BUFFER_BIT);
        if (cast) {
            gl.viewport(-(region.x() / 2), -(region.y() / 2), (canvasWidthPx + 1) / 2, (canvasHeightPx + 1) / 2);
            gl.enable(DEPTH_TEST);
            gl.depthFunc(LEQUAL);
            program.use();
            head.draw();
        }
    }

    void delete() {
        program.delete();
        gl.deleteFramebuffer(framebuffer);
        gl.deleteRenderbuffer(depth);
        gl.deleteTexture(texture);
    }
}
