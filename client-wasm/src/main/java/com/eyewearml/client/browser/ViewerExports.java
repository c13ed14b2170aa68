package com.eyewearml.client.browser;

import com.eyewearml.client.browser.gl.DecodedFrame;
import com.eyewearml.client.browser.gl.StageRenderer;
import com.eyewearml.client.render.FrameMeasures;
import com.eyewearml.client.render.Resting;
import com.eyewearml.client.render.StageBackdrop;
import com.eyewearml.client.render.StageView;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSProperty;
import org.teavm.jso.typedarrays.Float32Array;
import org.teavm.jso.typedarrays.Int8Array;
import org.teavm.jso.webgl.WebGL2RenderingContext;

/**
 * The frame alone on its stage, as JavaScript sees it. Needs no networks and no head. What it keeps outlives a lost graphics
 * context.
 */
public final class ViewerExports extends FrameExports<StageRenderer> {
    private final StageView view = new StageView();
    private StageBackdrop backdrop = StageBackdrop.PAPER;
    private Resting resting;
    private FrameMeasures measures;

    /**
     * Reads the environment.
     *
     * @param errors receives the error of a file that cannot be used
     */
    @JSExport
    public ViewerExports(Int8Array environmentFile, ErrorSink errors) {
        super(environmentFile, errors);
    }

    @Override
    StageRenderer build(WebGL2RenderingContext gl) {
        return new StageRenderer(gl, environment());
    }

    @Override
    void onChange(DecodedFrame frame) {
        resting = frame == null ? null : new Resting(frame.model());
        measures = frame == null ? null : new FrameMeasures(frame.model());
    }

    @Override
    void show(DecodedFrame frame, int look) {
        renderer().setEyewear(frame, look, resting);
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

    /** Whether a frame is on the stage. */
    @JSExport
    @JSProperty
    public boolean getHasFrame() {
        return shown() != null;
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
        if (renderer() != null) {
            renderer().draw(view, backdrop, canvasWidthPx, canvasHeightPx);
        }
    }
}
