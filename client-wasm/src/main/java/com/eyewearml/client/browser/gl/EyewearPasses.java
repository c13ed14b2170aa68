package com.eyewearml.client.browser.gl;

import static org.teavm.jso.webgl.WebGL2RenderingContext.*;

import com.eyewearml.client.render.EyewearModel;
import com.eyewearml.client.render.EyewearPart;
import com.eyewearml.client.render.SceneBlock;
import com.eyewearml.light.EnvironmentMap;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
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
    private final EyewearProgram opaqueProgram;
    private final EyewearProgram lensProgram;
    private final WebGLBuffer sceneBuffer;
    private final SceneBlock scene = new SceneBlock();
    private final FloatBuffer sceneStaging =
            ByteBuffer.allocateDirect(4 * SceneBlock.FLOATS).order(ByteOrder.nativeOrder()).asFloatBuffer();
    private final Float32Array sceneView = Float32Array.fromJavaBuffer(sceneStaging);
    private Eyewear eyewear;

    EyewearPasses(WebGL2RenderingContext gl, EnvironmentMap environmentMap) {
        this.gl = gl;
        opaqueProgram = EyewearProgram.opaque(gl);
        lensProgram = EyewearProgram.lens(gl);
        environment = new EnvironmentTexture(gl, environmentMap);
        scene.setIrradiance(environmentMap);
        sceneBuffer = gl.createBuffer();
        gl.bindBuffer(UNIFORM_BUFFER, sceneBuffer);
        gl.bufferData(UNIFORM_BUFFER, 4 * SceneBlock.FLOATS, DYNAMIC_DRAW);
        gl.bindBufferBase(UNIFORM_BUFFER, ShaderProgram.SCENE_BINDING, sceneBuffer);
    }

    void finish() {
        opaqueProgram.finish();
        lensProgram.finish();
    }

    /** Replaces the frame; null for none. */
    void setEyewear(EyewearModel model) {
        if (eyewear != null) {
            eyewear.delete();
        }
        eyewear = model == null ? null : new Eyewear(gl, model);
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
        gl.blendFuncSeparate(SRC_ALPHA, ONE_MINUS_SRC_ALPHA, ZERO, ONE);
        eyewear.mesh().bind();
        drawParts(opaqueProgram, Layer.WHOLE, false, false);
    }

    /** What passes and what is added, each blended in place; the first layer's depth lets the second meet the same surface. */
    void drawTransmissive() {
        if (eyewear.model().hasTransmissiveFrame()) {
            gl.blendFunc(ZERO, SRC_COLOR);
            drawParts(opaqueProgram, Layer.FILTER, false, true);
            gl.blendFuncSeparate(ONE, ONE, ZERO, ONE);
            drawParts(opaqueProgram, Layer.LIGHT, false, true);
        }
        gl.depthMask(false);
        gl.blendFunc(ZERO, SRC_COLOR);
        drawParts(lensProgram, Layer.FILTER, true, true);
        gl.blendFuncSeparate(ONE, ONE, ZERO, ONE);
        drawParts(lensProgram, Layer.LIGHT, true, true);
        gl.depthMask(true);
        gl.disable(BLEND);
    }

    /** Draws the lenses, or the frame's parts that are transmissive or not. */
    private void drawParts(EyewearProgram program, Layer layer, boolean lenses, boolean transmissive) {
        program.use(layer);
        for (int i = 0; i < eyewear.model().draws().size(); i++) {
            EyewearModel.Draw draw = eyewear.model().draws().get(i);
            boolean wanted = lenses ? draw.part().isLens() : !draw.part().isLens() && draw.isTransmissive() == transmissive;
            if (wanted) {
                program.setPart(eyewear.matrix(draw.part()));
                program.setMaterial(draw.material());
                eyewear.mesh().draw(draw.firstIndex(), draw.indexCount());
            }
        }
    }

    void delete() {
        setEyewear(null);
        environment.delete();
        opaqueProgram.delete();
        lensProgram.delete();
        gl.deleteBuffer(sceneBuffer);
    }
}
