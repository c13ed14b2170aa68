package com.eyewearml.client.browser.gl;

import static org.teavm.jso.webgl.WebGL2RenderingContext.*;

import com.eyewearml.client.render.Resting;
import com.eyewearml.client.render.Shaders;
import com.eyewearml.gltf.GltfMaterial;
import org.teavm.jso.typedarrays.Float32Array;
import org.teavm.jso.webgl.WebGL2RenderingContext;
import org.teavm.jso.webgl.WebGLFramebuffer;
import org.teavm.jso.webgl.WebGLRenderbuffer;
import org.teavm.jso.webgl.WebGLTexture;

/**
 * A resting frame's shadow on the ground under a wide soft light, on {@link TextureUnit#GROUND_SHADOW_OR_FRONT}, drawn once for each frame:
 * the sum of the hard shadows of many directions. It is sharp where the frame touches the ground and fades with the height, and
 * tinted lenses colour it.
 */
final class GroundShadow {
    private static final int SIZE_PX = 512;
    private static final int LEVELS = 10;
    /** Each direction adds five of 255 levels. */
    private static final int DIRECTIONS = 51;
    /** Sine of the angle between the outermost direction and the vertical. */
    private static final double WIDEST_SINE = 0.8;
    private static final double WIDEST_SLOPE = WIDEST_SINE / Math.sqrt(1 - WIDEST_SINE * WIDEST_SINE);
    private static final double GOLDEN_ANGLE_RAD = Math.PI * (3 - Math.sqrt(5));
    private static final float STRENGTH = 1.5f;
    /** Sine of the angle above the ground from which on the shadow is seen in full. */
    private static final float FULL_FROM_ABOVE = 0.10f;

    private final WebGL2RenderingContext gl;
    private final ShaderProgram castProgram;
    private final ShaderProgram groundProgram;
    private final WebGLFramebuffer framebuffer;
    private final WebGLTexture texture;
    private final WebGLRenderbuffer depth;
    private float halfSizeMm;

    GroundShadow(WebGL2RenderingContext gl) {
        this.gl = gl;
        castProgram = new ShaderProgram(gl, Shaders.GROUND_CAST_VERT, Shaders.GROUND_CAST_FRAG);
        groundProgram = new ShaderProgram(gl, Shaders.GROUND_VERT, Shaders.GROUND_FRAG);
        framebuffer = gl.createFramebuffer();
        texture = gl.createTexture();
        depth = gl.createRenderbuffer();
        gl.activeTexture(TEXTURE0 + TextureUnit.GROUND_SHADOW_OR_FRONT.ordinal());
        gl.bindTexture(TEXTURE_2D, texture);
        gl.texStorage2D(TEXTURE_2D, LEVELS, Formats.RGBA8, SIZE_PX, SIZE_PX);
        gl.texParameteri(TEXTURE_2D, TEXTURE_MIN_FILTER, LINEAR_MIPMAP_LINEAR);
        gl.texParameteri(TEXTURE_2D, TEXTURE_MAG_FILTER, LINEAR);
        gl.texParameteri(TEXTURE_2D, TEXTURE_WRAP_S, CLAMP_TO_EDGE);
        gl.texParameteri(TEXTURE_2D, TEXTURE_WRAP_T, CLAMP_TO_EDGE);
        gl.bindRenderbuffer(RENDERBUFFER, depth);
        gl.renderbufferStorage(RENDERBUFFER, DEPTH_COMPONENT16, SIZE_PX, SIZE_PX);
        gl.bindFramebuffer(FRAMEBUFFER, framebuffer);
        gl.framebufferTexture2D(FRAMEBUFFER, COLOR_ATTACHMENT0, TEXTURE_2D, texture, 0);
        gl.framebufferRenderbuffer(FRAMEBUFFER, DEPTH_ATTACHMENT, RENDERBUFFER, depth);
    }

    void finish() {
        castProgram.finish();
        groundProgram.finish();
    }

    /** Draws the texture of a frame. */
    void cast(Eyewear eyewear, Resting resting) {
        halfSizeMm = resting.radiusMm() + (float) WIDEST_SLOPE * resting.heightMm();
        gl.bindFramebuffer(FRAMEBUFFER, framebuffer);
        gl.viewport(0, 0, SIZE_PX, SIZE_PX);
        gl.clearColor(0, 0, 0, 0);
        gl.depthMask(true);
        gl.clear(COLOR_BUFFER_BIT | DEPTH_BUFFER_BIT);
        gl.enable(DEPTH_TEST);
        gl.depthFunc(LESS);
        gl.disable(CULL_FACE);
        gl.enable(BLEND);
        gl.blendFunc(ONE, ONE);
        castProgram.use();
        gl.uniformMatrix4fv(castProgram.location("stageFromFrame"), false, Float32Array.copyFromJavaArray(resting.stageFromFrame()));
        gl.uniform1f(castProgram.location("halfSizeMm"), halfSizeMm);
        gl.uniform1f(castProgram.location("weight"), 1f / DIRECTIONS);
        eyewear.mesh().bind();
        for (int i = 0; i < DIRECTIONS; i++) {
            // Vogel 1979, "A better way to construct the sunflower head", denser in the middle: most light comes from above.
            double sine = WIDEST_SINE * Math.pow((i + 0.5) / DIRECTIONS, 0.75);
            double slope = sine / Math.sqrt(1 - sine * sine);
            gl.uniform2f(castProgram.location("slopeOfLight"), (float) (slope * Math.cos(GOLDEN_ANGLE_RAD * i)),
                    (float) (slope * Math.sin(GOLDEN_ANGLE_RAD * i)));
            gl.uniform1f(castProgram.location("depth"), 1 - 2f * (i + 1) / (DIRECTIONS + 1));
            castParts(eyewear, false);
            castParts(eyewear, true);
        }
        gl.depthFunc(LEQUAL);
        gl.disable(BLEND);
        gl.disable(DEPTH_TEST);
        gl.activeTexture(TEXTURE0 + TextureUnit.GROUND_SHADOW_OR_FRONT.ordinal());
        gl.generateMipmap(TEXTURE_2D);
    }

    private void castParts(Eyewear eyewear, boolean transmissive) {
        for (Eyewear.Draw draw : eyewear.draws()) {
            if (draw.isTransmissive() == transmissive) {
                GltfMaterial material = draw.material();
                gl.uniform3f(castProgram.location("passing"), Passing.of(material, 0), Passing.of(material, 1), Passing.of(material, 2));
                eyewear.mesh().draw(draw.run().firstIndex(), draw.run().indexCount());
            }
        }
    }

    /** Darkens the ground in the picture being composed; {@code downwards} is the sine of the camera's angle above it. */
    void draw(float downwards) {
        if (downwards <= 0) {
            return;
        }
        gl.enable(BLEND);
        gl.blendFunc(ZERO, SRC_COLOR);
        groundProgram.use();
        gl.uniform1f(groundProgram.location("halfSizeMm"), halfSizeMm);
        gl.uniform1f(groundProgram.location("strength"), STRENGTH * Math.min(downwards / FULL_FROM_ABOVE, 1));
        gl.bindVertexArray(null);
        gl.drawArrays(TRIANGLE_STRIP, 0, 4);
        gl.disable(BLEND);
    }

    void delete() {
        castProgram.delete();
        groundProgram.delete();
        gl.deleteFramebuffer(framebuffer);
        gl.deleteTexture(texture);
        gl.deleteRenderbuffer(depth);
    }
}
