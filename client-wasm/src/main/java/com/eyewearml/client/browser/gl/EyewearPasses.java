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
    private LensOptics ordered;
    private DecodedFrame shown;
    private int shownLook;
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
        shownLook = look;
        eyewear = frame == null ? null : upload(frame);
        if (eyewear != null) {
            eyewear.show(look);
        }
        chooseLens();
    }

    /** Replaces the lenses of all frames; null for those of their files. */
    void setLens(LensOptics lens) {
        ordered = lens;
        chooseLens();
    }

    private void chooseLens() {
        lenses.set(ordered == null && shown != null ? shown.model().lens(shownLook) : ordered);
    }

    /** The lenses that were ordered, or that the file describes. */
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

    /**
     * Draws the frame. Through lenses of some power what lies behind is seen displaced: temples first, then a copy of what has been drawn,
     * which the lenses show where they bend it to, and only then the front.
     *
     * @param copy copies what has been drawn to {@link TextureUnit#COMPOSITE}
     */
    void draw(Runnable copy) {
        gl.enable(BLEND);
        eyewear.mesh().bind();
        if (lenses.hasPower()) {
            drawFrame(Span.TEMPLES);
            copy.run();
            drawBehind();
            drawFrame(Span.FRONT);
        } else {
            drawFrame(Span.ALL);
        }
        gl.depthMask(false);
        gl.blendFuncSeparate(ZERO, SRC_COLOR, ZERO, ONE);
        drawParts(Layer.FILTER, true, true, Span.ALL);
        gl.blendFuncSeparate(ONE, ONE, ZERO, ONE);
        drawParts(Layer.LIGHT, true, true, Span.ALL);
        gl.depthMask(true);
        gl.disable(BLEND);
    }

    /**
     * Everything but lenses. Of transmissive parts what passes and what is added are each blended in place; the first layer's depth lets the
     * second meet the same surface.
     */
    private void drawFrame(Span span) {
        gl.blendFuncSeparate(SRC_ALPHA, ONE_MINUS_SRC_ALPHA, ONE, ONE_MINUS_SRC_ALPHA);
        drawParts(Layer.WHOLE, false, false, span);
        if (eyewear.hasTransmissiveFrame()) {
            gl.blendFuncSeparate(ZERO, SRC_COLOR, ZERO, ONE);
            drawParts(Layer.FILTER, false, true, span);
            gl.blendFuncSeparate(ONE, ONE, ONE, ONE_MINUS_SRC_ALPHA);
            drawParts(Layer.LIGHT, false, true, span);
        }
    }

    private void drawBehind() {
        gl.depthMask(false);
        gl.colorMask(true, true, true, false);
        gl.blendFuncSeparate(SRC_ALPHA, ONE_MINUS_SRC_ALPHA, ZERO, ONE);
        drawParts(Layer.BEHIND, true, true, Span.ALL);
        gl.colorMask(true, true, true, true);
        gl.depthMask(true);
    }

    /** Draws the lenses, or the frame's parts that are transmissive or not. */
    private void drawParts(Layer layer, boolean lenses, boolean transmissive, Span span) {
        for (int i = 0; i < eyewear.draws().size(); i++) {
            Eyewear.Draw draw = eyewear.draws().get(i);
            boolean wanted = draw.run().lens() == lenses && (lenses || draw.isTransmissive() == transmissive);
            if (wanted && span.count(draw.run()) > 0) {
                draw.program().use(layer);
                eyewear.draw(draw, span);
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
