package com.eyewearml.client.browser;

import com.eyewearml.client.browser.gl.ShaderException;
import com.eyewearml.client.browser.gl.StageRenderer;
import com.eyewearml.client.render.EyewearModel;
import com.eyewearml.client.render.Resting;
import com.eyewearml.client.render.StageBackdrop;
import com.eyewearml.client.render.StageView;
import com.eyewearml.light.EnvironmentMap;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSProperty;
import org.teavm.jso.typedarrays.Float32Array;
import org.teavm.jso.typedarrays.Int8Array;
import org.teavm.jso.webgl.WebGL2RenderingContext;

/**
 * The frame alone on its stage, as JavaScript sees it. Needs no networks and no head. What it keeps outlives a lost graphics
 * context.
 */
public final class ViewerExports {
    private final EnvironmentMap environment;
    private final ErrorSink errors;
    private final StageView view = new StageView();
    private StageBackdrop backdrop = StageBackdrop.PAPER;
    private StageRenderer renderer;
    private EyewearModel eyewear;
    private Resting resting;

    /**
     * Reads the environment.
     *
     * @param errors receives the error of a file that cannot be used
     */
    @JSExport
    public ViewerExports(Int8Array environmentFile, ErrorSink errors) {
        this.errors = errors;
        environment = FetchedFiles.environment(environmentFile, errors);
    }

    /** Builds everything on the graphics card behind a fresh context. */
    @JSExport
    public void attach(WebGL2RenderingContext gl) {
        try {
            renderer = new StageRenderer(gl, environment);
        } catch (ShaderException e) {
            errors.raise("WEBGL2_MISSING", e.getMessage());
            throw e;
        }
        renderer.setEyewear(eyewear, resting);
    }

    /** Forgets the graphics card's objects, which went with its context. */
    @JSExport
    public void detach() {
        renderer = null;
    }

    /** Frees the graphics card's objects. */
    @JSExport
    public void free() {
        if (renderer != null) {
            renderer.delete();
            renderer = null;
        }
    }

    /** Shows the frame of a GLB file; on any error the present one stays. */
    @JSExport
    public void setFrame(Int8Array glb) {
        EyewearModel model = FetchedFiles.frame(glb, errors);
        show(model, new Resting(model));
    }

    /** Empties the stage. */
    @JSExport
    public void clearFrame() {
        show(null, null);
    }

    private void show(EyewearModel model, Resting newResting) {
        eyewear = model;
        resting = newResting;
        if (renderer != null) {
            renderer.setEyewear(model, newResting);
        }
    }

    /** Whether a frame is on the stage. */
    @JSExport
    @JSProperty
    public boolean getHasFrame() {
        return eyewear != null;
    }

    /** Radius of the sphere about its middle that holds the whole frame; 0 without one. */
    @JSExport
    @JSProperty
    public float getRadiusMm() {
        return resting == null ? 0 : resting.radiusMm();
    }

    /** Looks at the middle of the frame; see {@link StageView#orbit}. */
    @JSExport
    public void orbit(double yawRad, double pitchRad, double distanceMm, double aspect) {
        float height = resting == null ? 0 : resting.heightMm();
        float radius = resting == null ? 0 : resting.radiusMm();
        // The ground reaches farther than the frame.
        view.orbit(yawRad, pitchRad, distanceMm, height / 2, 2.5 * radius, aspect);
    }

    /** Looks through any camera; column-major 4 × 4 matrices, see {@link StageView}. */
    @JSExport
    public void setCamera(Float32Array clipFromCamera, Float32Array cameraFromStage, Float32Array environmentFromCamera) {
        view.set(clipFromCamera.copyToJavaArray(), cameraFromStage.copyToJavaArray(), environmentFromCamera.copyToJavaArray());
    }

    /** Sets the radiance of the picture for one unit of radiance in the environment. */
    @JSExport
    public void setGain(float gain) {
        view.setGain(gain);
    }

    /** Puts the frame, in its own coordinates, before one linear colour, without ground. */
    @JSExport
    public void setPlainBackdrop(float red, float green, float blue) {
        backdrop = new StageBackdrop(red, green, blue, false);
    }

    /** Puts the frame on paper of a linear colour. */
    @JSExport
    public void setPaperBackdrop(float red, float green, float blue) {
        backdrop = new StageBackdrop(red, green, blue, true);
    }

    /** Draws the stage. */
    @JSExport
    public void draw(int canvasWidthPx, int canvasHeightPx) {
        if (renderer != null) {
            renderer.draw(view, backdrop, canvasWidthPx, canvasHeightPx);
        }
    }
}
