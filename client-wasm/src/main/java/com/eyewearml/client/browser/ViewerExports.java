package com.eyewearml.client.browser;

import com.eyewearml.client.browser.gl.DecodedFrame;
import com.eyewearml.client.browser.gl.ShaderException;
import com.eyewearml.client.browser.gl.StageRenderer;
import com.eyewearml.client.render.FrameMeasures;
import com.eyewearml.client.render.Resting;
import com.eyewearml.client.render.StageBackdrop;
import com.eyewearml.client.render.StageView;
import com.eyewearml.light.EnvironmentMap;
import com.eyewearml.lens.LensOptics;
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
    private LensOptics lens;
    private final FrameShelf frames = new FrameShelf(this::forget);
    private Resting resting;
    private FrameMeasures measures;

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
        renderer.setLens(lens);
        show();
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

    /** Reads a GLB file. Its images are to be decoded before it is kept or shown. */
    @JSExport
    public DecodedFrame readFrame(Int8Array glb) {
        return FetchedFiles.frame(glb, errors);
    }

    /** Keeps a frame ready under a name. */
    @JSExport
    public void keepFrame(String name, DecodedFrame frame) {
        frames.keep(name, frame);
    }

    /** Shows a frame that was kept, as its file has it; false if none is kept under the name. */
    @JSExport
    public boolean showFrame(String name) {
        boolean found = frames.show(name);
        if (found) {
            resting = new Resting(frames.shown().model());
            measures = new FrameMeasures(frames.shown().model());
            show();
        }
        return found;
    }

    /** Empties the stage. */
    @JSExport
    public void clearFrame() {
        frames.clear();
        resting = null;
        measures = null;
        show();
    }

    /** A dimension in millimetres, by the ordinal of {@link FrameMeasures.Measure}; NaN where the file does not say. */
    @JSExport
    public double dimensionMm(int measure) {
        return measures == null ? Double.NaN : measures.millimetres(FrameMeasures.Measure.values()[measure]);
    }

    /** How a dimension line is seen; see {@link FrameMeasures#seen}. A frame must be on the stage. */
    @JSExport
    public float[] dimensionLine(int measure) {
        return measures.seen(FrameMeasures.Measure.values()[measure], view, resting.stageFromFrame());
    }

    /** Names of the variants of the frame on the stage. */
    @JSExport
    @JSProperty
    public String[] getVariants() {
        return frames.shown() == null ? new String[0] : frames.shown().getVariants();
    }

    /** Shows the frame as its file has it, 0, or in the i-th of its variants, 1 + i. */
    @JSExport
    public void setLook(int look) {
        frames.setLook(look);
        show();
    }

    /**
     * Replaces the lenses of all frames; see {@link OrderedLens#of}.
     */
    @JSExport
    public void setLens(String tint, double top, double bottom, String mirror, boolean antiReflective, boolean polarised,
            double activation, double rightSphereD, double leftSphereD) {
        lens = OrderedLens.of(tint, top, bottom, mirror, antiReflective, polarised, activation, rightSphereD, leftSphereD);
        if (renderer != null) {
            renderer.setLens(lens);
        }
    }

    /** Shows lenses as the frames' files have them. */
    @JSExport
    public void clearLens() {
        lens = null;
        if (renderer != null) {
            renderer.setLens(null);
        }
    }

    private void show() {
        if (renderer != null) {
            renderer.setEyewear(frames.shown(), frames.look(), resting);
        }
    }

    private void forget(DecodedFrame frame) {
        if (renderer != null) {
            renderer.forget(frame);
        }
    }

    /** Whether a frame is on the stage. */
    @JSExport
    @JSProperty
    public boolean getHasFrame() {
        return frames.shown() != null;
    }

    /** Radius of the sphere about its middle that holds the whole frame; 0 without one. */
    @JSExport
    @JSProperty
    public float getRadiusMm() {
        return resting == null ? 0 : resting.radiusMm();
    }

    /** Looks between the middle of the frame and its front, the closer the nearer to the front; see {@link StageView#orbit}. */
    @JSExport
    public void orbit(double yawRad, double pitchRad, double distanceMm, double zoom, double aspect) {
        double height = resting == null ? 0 : resting.heightMm();
        double front = resting == null ? 0 : resting.halfDepthMm();
        double radius = resting == null ? 0 : resting.radiusMm();
        double towardsFront = Math.max(0, 1 - 0.65 / zoom);
        // The ground reaches farther than the frame.
        view.orbit(yawRad, pitchRad, distanceMm, zoom, height / 2, towardsFront * front, 2.5 * radius, aspect);
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
