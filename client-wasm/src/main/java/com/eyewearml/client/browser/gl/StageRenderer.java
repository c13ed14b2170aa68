package com.eyewearml.client.browser.gl;

import static org.teavm.jso.webgl.WebGL2RenderingContext.*;

import com.eyewearml.client.render.Resting;
import com.eyewearml.client.render.Shaders;
import com.eyewearml.client.render.StageBackdrop;
import com.eyewearml.client.render.StageView;
import com.eyewearml.lens.LensOptics;
import com.eyewearml.light.EnvironmentMap;
import org.teavm.jso.webgl.WebGL2RenderingContext;

/**
 * Draws a frame alone: resting on paper that bends up behind it, or floating before a plain colour. Materials and shaders are those
 * that draw it on a face; there is no head to hide or shade it, and the light is the environment as it is.
 *
 * <p>Holds graphics resources only: after the context is lost, a new renderer is built from the same models.
 */
public final class StageRenderer implements FrameRenderer {
    private static final float[] IDENTITY = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};

    private final WebGL2RenderingContext gl;
    private final RenderTargets targets;
    private final EyewearPasses passes;
    private final GroundShadow ground;
    private final ShaderProgram backdropProgram;
    private final ShaderProgram outputProgram;
    private final Runnable copyAll;
    private Resting resting;

    /**
     * Builds all resources but the frame's.
     *
     * @throws ShaderException if the graphics driver rejects the shaders
     */
    public StageRenderer(WebGL2RenderingContext gl, EnvironmentMap environmentMap) {
        this.gl = gl;
        backdropProgram = new ShaderProgram(gl, Shaders.CANVAS_VERT, Shaders.BACKDROP_FRAG);
        outputProgram = new ShaderProgram(gl, Shaders.CANVAS_VERT, Shaders.OUTPUT_FRAG);
        passes = new EyewearPasses(gl, environmentMap);
        ground = new GroundShadow(gl);
        targets = new RenderTargets(gl, false);
        copyAll = targets::copy;
        backdropProgram.finish();
        outputProgram.finish();
        ground.finish();
    }

    /**
     * Replaces the frame and says how it rests; null for none.
     *
     * @param look as the file has it, 0, or the i-th of its variants, 1 + i
     */
    public void setEyewear(DecodedFrame frame, int look, Resting newResting) {
        resting = newResting;
        passes.setEyewear(frame, look);
        if (frame != null) {
            ground.cast(passes.eyewear(), newResting);
        }
    }

    @Override
    public void setLens(LensOptics lens) {
        passes.setLens(lens);
    }

    @Override
    public void prepare(DecodedFrame frame) {
        passes.upload(frame);
    }

    @Override
    public void forget(DecodedFrame frame) {
        passes.forget(frame);
    }

    /** Draws the stage and the frame on it. */
    public void draw(StageView view, StageBackdrop backdrop, int canvasWidthPx, int canvasHeightPx) {
        targets.resize(canvasWidthPx, canvasHeightPx);
        targets.bindMultisampled();
        gl.viewport(0, 0, canvasWidthPx, canvasHeightPx);
        gl.depthMask(true);
        gl.clearColor(backdrop.red(), backdrop.green(), backdrop.blue(), 0);
        gl.clear(COLOR_BUFFER_BIT | DEPTH_BUFFER_BIT);
        gl.disable(DEPTH_TEST);
        gl.disable(CULL_FACE);
        if (backdrop.paper()) {
            backdropProgram.use();
            gl.uniform3f(backdropProgram.location("backdrop"), backdrop.red(), backdrop.green(), backdrop.blue());
            gl.bindVertexArray(null);
            gl.drawArrays(TRIANGLES, 0, 3);
        }
        if (resting != null) {
            drawEyewear(view, backdrop);
        }
        present();
    }

    private void drawEyewear(StageView view, StageBackdrop backdrop) {
        passes.scene().setStage(view, backdrop.paper() ? resting.stageFromFrame() : IDENTITY, targets.widthPx(), targets.heightPx());
        passes.scene().setBackdrop(backdrop);
        passes.uploadScene();
        passes.lenses().fit(passes.eyewear().model());
        passes.lenses().upload();
        if (backdrop.paper()) {
            ground.draw(view.downwards());
        }
        gl.frontFace(CCW);
        gl.cullFace(BACK);
        gl.enable(CULL_FACE);
        gl.enable(DEPTH_TEST);
        gl.depthFunc(LEQUAL);
        passes.draw(copyAll);
        gl.disable(CULL_FACE);
        gl.disable(DEPTH_TEST);
    }

    private void present() {
        targets.resolve();
        gl.bindFramebuffer(FRAMEBUFFER, null);
        gl.viewport(0, 0, targets.widthPx(), targets.heightPx());
        outputProgram.use();
        gl.bindVertexArray(null);
        gl.drawArrays(TRIANGLES, 0, 3);
    }

    @Override
    public void delete() {
        passes.delete();
        ground.delete();
        targets.delete();
        backdropProgram.delete();
        outputProgram.delete();
    }
}
