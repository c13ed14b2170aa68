package com.eyewearml.client.browser.gl;

import static org.teavm.jso.webgl.WebGL2RenderingContext.*;

import com.eyewearml.client.render.EyewearPart;
import com.eyewearml.client.render.SceneBlock;
import com.eyewearml.lens.LensOptics;
import com.eyewearml.light.EnvironmentMap;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import org.teavm.jso.typedarrays.Float32Array;
import org.teavm.jso.webgl.WebGL2RenderingContext;
import org.teavm.jso.webgl.WebGLBuffer;

/**
 * What drawing a frame takes wherever it is seen, on a face or alone: its mesh, its materials' programs, the light around it and
 * the uniform block {@code Scene}.
 */
final class EyewearPasses {
    private final WebGL2RenderingContext gl;
    private final EnvironmentTexture environment;
    private final EyewearPrograms programs;
    private final WebGLBuffer sceneBuffer;
    private final SceneBlock scene = new SceneBlock();
    private final FloatBuffer sceneStaging =
            ByteBuffer.allocateDirect(4 * SceneBlock.FLOATS).order(ByteOrder.nativeOrder()).asFloatBuffer();
    private final Float32Array sceneView = Float32Array.fromJavaBuffer(sceneStaging);
    private final LensBuffer lenses;
    private final Map<DecodedFrame, Eyewear> uploaded = new HashMap<>();
    private DecodedFrame shown;
    private boolean forgotten;
    private Eyewear eyewear;

    EyewearPasses(WebGL2RenderingContext gl, EnvironmentMap environmentMap) {
        this.gl = gl;
        programs = new EyewearPrograms(gl);
        environment = new EnvironmentTexture(gl, environmentMap);
        scene.setIrradiance(environmentMap);
        lenses = new LensBuffer(gl);
        sceneBuffer = gl.createBuffer();
        gl.bindBuffer(UNIFORM_BUFFER, sceneBuffer);
        gl.bufferData(UNIFORM_BUFFER, 4 * SceneBlock.FLOATS, DYNAMIC_DRAW);
        gl.bindBufferBase(UNIFORM_BUFFER, ShaderProgram.SCENE_BINDING, sceneBuffer);
    }

    /**
     * Replaces the frame, null for none; one that is not on the graphics card goes there first.
     *
     * @param look as the file has it, 0, or the i-th of its variants, 1 + i
     */
    void setEyewear(DecodedFrame frame, int look) {
        if (forgotten && frame != shown) {
            uploaded.remove(shown).delete();
        }
        forgotten &= frame == shown;
        shown = frame;
        eyewear = frame == null ? null : upload(frame);
        if (eyewear != null) {
            eyewear.show(look);
        }
    }

    /** Replaces the lenses of all frames; null for those of their files. */
    void setLens(LensOptics lens) {
        lenses.set(lens);
    }

    /** The lenses that replace those of the file. */
    LensBuffer lenses() {
        return lenses;
    }

    /** Puts a frame on the graphics card, so that showing it takes no time. */
    Eyewear upload(DecodedFrame frame) {
        Eyewear present = uploaded.get(frame);
        if (present == null) {
            present = new Eyewear(gl, frame, programs);
            uploaded.put(frame, present);
            programs.finish();
        }
        return present;
    }

    /** Frees a frame; the one that is shown, once it no longer is. */
    void forget(DecodedFrame frame) {
        if (frame == shown) {
            forgotten = true;
        } else if (uploaded.containsKey(frame)) {
            uploaded.remove(frame).delete();
        }
    }

    /** The frame; null for none. */
    Eyewear eyewear() {
        return eyewear;
    }

    /** What all draws share, to be set before {@link #uploadScene}. */
    SceneBlock scene() {
        return scene;
    }

    void uploadScene() {
        sceneStaging.put(0, scene.values());
        gl.bindBuffer(UNIFORM_BUFFER, sceneBuffer);
        gl.bufferSubData(UNIFORM_BUFFER, 0, sceneView);
    }

    void drawOpaque() {
        gl.enable(BLEND);
        gl.blendFuncSeparate(SRC_ALPHA, ONE_MINUS_SRC_ALPHA, ONE, ONE_MINUS_SRC_ALPHA);
        eyewear.mesh().bind();
        drawParts(Layer.WHOLE, false, false);
    }

    /** What passes and what is added, each blended in place; the first layer's depth lets the second meet the same surface. */
    void drawTransmissive() {
        if (eyewear.hasTransmissiveFrame()) {
            gl.blendFuncSeparate(ZERO, SRC_COLOR, ZERO, ONE);
            drawParts(Layer.FILTER, false, true);
            gl.blendFuncSeparate(ONE, ONE, ONE, ONE_MINUS_SRC_ALPHA);
            drawParts(Layer.LIGHT, false, true);
        }
        gl.depthMask(false);
        gl.blendFuncSeparate(ZERO, SRC_COLOR, ZERO, ONE);
        drawParts(Layer.FILTER, true, true);
        gl.blendFuncSeparate(ONE, ONE, ZERO, ONE);
        drawParts(Layer.LIGHT, true, true);
        gl.depthMask(true);
        gl.disable(BLEND);
    }

    /** Draws what lies behind lenses of some power where they show it, before anything of the frame is drawn. */
    void drawBehind() {
        gl.enable(BLEND);
        gl.depthMask(false);
        gl.colorMask(true, true, true, false);
        gl.blendFuncSeparate(SRC_ALPHA, ONE_MINUS_SRC_ALPHA, ZERO, ONE);
        eyewear.mesh().bind();
        drawParts(Layer.BEHIND, true, true);
        gl.colorMask(true, true, true, true);
        gl.depthMask(true);
    }

    /** Draws the lenses, or the frame's parts that are transmissive or not. */
    private void drawParts(Layer layer, boolean lenses, boolean transmissive) {
        for (int i = 0; i < eyewear.draws().size(); i++) {
            Eyewear.Draw draw = eyewear.draws().get(i);
            boolean wanted = draw.run().lens() == lenses && (lenses || draw.isTransmissive() == transmissive);
            if (wanted) {
                draw.program().use(layer);
                eyewear.draw(draw);
            }
        }
    }

    void delete() {
        uploaded.values().forEach(Eyewear::delete);
        environment.delete();
        programs.delete();
        lenses.delete();
        gl.deleteBuffer(sceneBuffer);
    }
}
