package com.eyewearml.client.browser.gl;

import static org.teavm.jso.webgl.WebGL2RenderingContext.*;

import com.eyewearml.client.render.DrawnRegion;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSNumber;
import org.teavm.jso.webgl.WebGL2RenderingContext;
import org.teavm.jso.webgl.WebGLFramebuffer;
import org.teavm.jso.webgl.WebGLRenderbuffer;
import org.teavm.jso.webgl.WebGLTexture;

/**
 * The surfaces a picture is composed on: a multisampled one in sRGB storage, so that blending and the
 * averaging of samples happen in linear light; its resolved copy; the occluder's depth, a single texel where nothing occludes.
 */
final class RenderTargets {
    private static final int SAMPLES = 4;
    private static final int STEP_PX = 64;

    private final WebGL2RenderingContext gl;
    private final boolean occludes;
    private final WebGLFramebuffer multisampled;
    private final WebGLFramebuffer resolved;
    private final WebGLFramebuffer occluder;
    private final WebGLRenderbuffer colour;
    private final WebGLRenderbuffer depth;
    /** Not a typed array: browsers read those through an iterator, which they make anew for each picture. */
    private final JSArray<JSNumber> allAttachments = new JSArray<>();
    private WebGLTexture composite;
    private WebGLTexture occluderDepth;
    private int widthPx;
    private int heightPx;

    RenderTargets(WebGL2RenderingContext gl, boolean occludes) {
        this.gl = gl;
        this.occludes = occludes;
        allAttachments.push(JSNumber.valueOf(COLOR_ATTACHMENT0));
        allAttachments.push(JSNumber.valueOf(DEPTH_ATTACHMENT));
        multisampled = gl.createFramebuffer();
        resolved = gl.createFramebuffer();
        occluder = gl.createFramebuffer();
        colour = gl.createRenderbuffer();
        depth = gl.createRenderbuffer();
    }

    /** Makes the surfaces at least large enough for a region, in steps, so that a moving face does not ask for new ones all the time. */
    void fit(DrawnRegion region) {
        resize(Math.max(widthPx, roundUp(region.width())), Math.max(heightPx, roundUp(region.height())));
    }

    private static int roundUp(int px) {
        return (px + STEP_PX - 1) / STEP_PX * STEP_PX;
    }

    /** Makes the surfaces this large, if they are not. */
    void resize(int newWidthPx, int newHeightPx) {
        if (newWidthPx == widthPx && newHeightPx == heightPx) {
            return;
        }
        widthPx = newWidthPx;
        heightPx = newHeightPx;
        int samples = Math.min(SAMPLES, gl.getParameteri(MAX_SAMPLES));
        gl.bindRenderbuffer(RENDERBUFFER, colour);
        gl.renderbufferStorageMultisample(RENDERBUFFER, samples, SRGB8_ALPHA8, widthPx, heightPx);
        gl.bindRenderbuffer(RENDERBUFFER, depth);
        gl.renderbufferStorageMultisample(RENDERBUFFER, samples, DEPTH_COMPONENT24, widthPx, heightPx);
        gl.bindFramebuffer(FRAMEBUFFER, multisampled);
        gl.framebufferRenderbuffer(FRAMEBUFFER, COLOR_ATTACHMENT0, RENDERBUFFER, colour);
        gl.framebufferRenderbuffer(FRAMEBUFFER, DEPTH_ATTACHMENT, RENDERBUFFER, depth);

        composite = texture(composite, TextureUnit.COMPOSITE, SRGB8_ALPHA8, widthPx, heightPx);
        gl.bindFramebuffer(FRAMEBUFFER, resolved);
        gl.framebufferTexture2D(FRAMEBUFFER, COLOR_ATTACHMENT0, TEXTURE_2D, composite, 0);

        occluderDepth = texture(occluderDepth, TextureUnit.OCCLUDER_DEPTH, DEPTH_COMPONENT24, occludes ? widthPx : 1,
                occludes ? heightPx : 1);
        gl.bindFramebuffer(FRAMEBUFFER, occluder);
        gl.framebufferTexture2D(FRAMEBUFFER, DEPTH_ATTACHMENT, TEXTURE_2D, occluderDepth, 0);
    }

    private WebGLTexture texture(WebGLTexture old, TextureUnit unit, int format, int textureWidthPx, int textureHeightPx) {
        gl.deleteTexture(old);
        WebGLTexture texture = gl.createTexture();
        gl.activeTexture(TEXTURE0 + unit.ordinal());
        gl.bindTexture(TEXTURE_2D, texture);
        gl.texStorage2D(TEXTURE_2D, 1, format, textureWidthPx, textureHeightPx);
        gl.texParameteri(TEXTURE_2D, TEXTURE_MIN_FILTER, NEAREST);
        gl.texParameteri(TEXTURE_2D, TEXTURE_MAG_FILTER, NEAREST);
        gl.texParameteri(TEXTURE_2D, TEXTURE_WRAP_S, CLAMP_TO_EDGE);
        gl.texParameteri(TEXTURE_2D, TEXTURE_WRAP_T, CLAMP_TO_EDGE);
        return texture;
    }

    int widthPx() {
        return widthPx;
    }

    int heightPx() {
        return heightPx;
    }

    void bindOccluder() {
        gl.bindFramebuffer(FRAMEBUFFER, occluder);
    }

    void bindMultisampled() {
        gl.bindFramebuffer(FRAMEBUFFER, multisampled);
    }

    /** Averages the samples of the whole canvas into the texture on {@link TextureUnit#COMPOSITE}. */
    void resolve() {
        resolve(widthPx, heightPx);
    }

    /** The same of the lower left corner, where a region is drawn. */
    void resolve(DrawnRegion region) {
        resolve(region.width(), region.height());
    }

    /** The same of what has been drawn so far; drawing goes on. */
    void copy(DrawnRegion region) {
        copy(region.width(), region.height());
    }

    /** The same of the whole canvas. */
    void copy() {
        copy(widthPx, heightPx);
    }

    private void resolve(int width, int height) {
        copy(width, height);
        gl.invalidateFramebuffer(FRAMEBUFFER, allAttachments);
    }

    private void copy(int width, int height) {
        gl.bindFramebuffer(READ_FRAMEBUFFER, multisampled);
        gl.bindFramebuffer(DRAW_FRAMEBUFFER, resolved);
        gl.blitFramebuffer(0, 0, width, height, 0, 0, width, height, COLOR_BUFFER_BIT, NEAREST);
        gl.bindFramebuffer(FRAMEBUFFER, multisampled);
    }

    void delete() {
        gl.deleteFramebuffer(multisampled);
        gl.deleteFramebuffer(resolved);
        gl.deleteFramebuffer(occluder);
        gl.deleteRenderbuffer(colour);
        gl.deleteRenderbuffer(depth);
        gl.deleteTexture(composite);
        gl.deleteTexture(occluderDepth);
    }
}
