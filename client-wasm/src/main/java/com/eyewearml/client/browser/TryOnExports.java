package com.eyewearml.client.browser;

import com.eyewearml.client.browser.gl.DecodedFrame;
import com.eyewearml.client.browser.gl.Renderer;
import com.eyewearml.client.browser.gl.ShaderException;
import com.eyewearml.light.EnvironmentMap;
import com.eyewearml.client.render.CameraEstimate;
import com.eyewearml.client.render.LightEstimate;
import com.eyewearml.client.render.PictureView;
import com.eyewearml.client.render.SteadyFace;
import com.eyewearml.client.render.Wearing;
import com.eyewearml.client.sdk.Engine;
import com.eyewearml.face.TrackedFace;
import com.eyewearml.face.front.FrontMask;
import com.eyewearml.face.front.FrontWatch;
import com.eyewearml.face.shape.HeadModel;
import com.eyewearml.fit.Adjustment;
import com.eyewearml.lens.LensOptics;
import com.eyewearml.lens.Photochromic;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSProperty;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.typedarrays.Int8Array;
import org.teavm.jso.webgl.WebGL2RenderingContext;

/**
 * The try-on as JavaScript sees it: keeps the frame and the environment, draws what the engine last tracked. What it keeps
 * outlives a lost graphics context.
 */
public final class TryOnExports {
    private final Engine engine;
    private final HeadModel head;
    private final PicturePixels pixels;
    private final EnvironmentMap environment;
    private final ErrorSink errors;
    private final PictureView view = new PictureView();
    private final LightEstimate light;
    private final CameraEstimate camera = new CameraEstimate();
    private final SteadyFace steadyFace;
    /** Light of the environment as it is, that of a picture never looked at. */
    private final LightEstimate studioLight;
    private final Wearing wearing;
    private final FrontWatch frontWatch;
    private final FrontMask front = new FrontMask();
    private Renderer renderer;
    private final FrameShelf frames = new FrameShelf(this::forget);
    private int canvasWidthPx = 1;
    private int canvasHeightPx = 1;
    private int sourceWidthPx = 1;
    private boolean shrinks;
    private boolean realism = true;
    private LensOptics lens;

    /**
     * Reads the environment and the visibility network.
     *
     * @param errors receives the error of a file that cannot be used
     */
    @JSExport
    public TryOnExports(EngineExports engineExports, Int8Array environmentFile, Int8Array visibilityFile, ErrorSink errors) {
        engine = engineExports.engine();
        head = engineExports.head();
        wearing = new Wearing(head);
        steadyFace = new SteadyFace(head);
        light = new LightEstimate(head);
        studioLight = new LightEstimate(head);
        pixels = new PicturePixels(engineExports.vision());
        this.errors = errors;
        environment = FetchedFiles.environment(environmentFile, errors);
        frontWatch = new FrontWatch(engineExports.vision().front(FetchedFiles.visibility(visibilityFile, errors)));
    }

    /** Builds everything on the graphics card behind a fresh context. */
    @JSExport
    public void attach(WebGL2RenderingContext gl) {
        try {
            renderer = new Renderer(gl, head, environment);
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
        if (renderer != null) {
            renderer.prepare(frame);
        }
    }

    /** Puts on a frame that was kept, as its file has it; false if none is kept under the name. */
    @JSExport
    public boolean showFrame(String name) {
        boolean found = frames.show(name);
        if (found) {
            show();
        }
        return found;
    }

    /** Takes the frame off. */
    @JSExport
    public void clearFrame() {
        frames.clear();
        show();
    }

    /** Names of the variants of the frame that is on. */
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
            renderer.setEyewear(frames.shown(), frames.look());
        }
    }

    private void forget(DecodedFrame frame) {
        if (renderer != null) {
            renderer.forget(frame);
        }
    }

    /** Sets how pictures lie on the canvas; sizes in pixels. */
    @JSExport
    public void setView(int pictureWidthPx, int pictureHeightPx, int newCanvasWidthPx, int newCanvasHeightPx, boolean cover,
            boolean mirrored) {
        canvasWidthPx = newCanvasWidthPx;
        canvasHeightPx = newCanvasHeightPx;
        view.set(pictureWidthPx, pictureHeightPx, canvasWidthPx, canvasHeightPx,
                cover ? PictureView.Fit.COVER : PictureView.Fit.CONTAIN, mirrored);
        sourceWidthPx = pictureWidthPx;
        shrinks = Math.abs(view.scaleX()) * canvasWidthPx < 0.75f * pictureWidthPx;
    }

    /** Takes the picture that the engine tracked, in full resolution. */
    @JSExport
    public void setPicture(HTMLCanvasElement picture) {
        if (renderer != null) {
            renderer.setPicture(picture, shrinks);
        }
    }

    /** Learns the light of the tracked picture, where the frame sits on the face found in it and what is in front of that. */
    @JSExport
    public void observe(double timestampMs) {
        if (renderer != null) {
            TrackedFace face = steadyFace.follow(engine.face());
            float[] landmarksPx = engine.face().landmarksPx;
            light.update(pixels, landmarksPx, renderer.updateHead(face), face.pose, timestampMs);
            camera.update(pixels, landmarksPx, timestampMs);
            frontWatch.look(landmarksPx, front);
        }
    }

    /** Forgets the light and what is in front, as before a new source. */
    @JSExport
    public void resetLight() {
        frontWatch.reset(front);
        light.reset();
        camera.reset();
    }

    /** Sets whether the frame takes on the picture's light, shadow, noise and sharpness, or is drawn in the light of a studio. */
    @JSExport
    public void setRealism(boolean enabled) {
        realism = enabled;
    }

    /** Moves frames from where they would sit; see {@link Adjustment}. */
    @JSExport
    public void adjust(double alongNoseMm, double tiltRad, double rollRad) {
        wearing.adjust(new Adjustment(alongNoseMm, tiltRad, rollRad));
    }

    /** See {@link Photochromic#activation}. */
    @JSExport
    public double photochromicActivation(double from, double sun, double seconds, double temperatureC) {
        return Photochromic.activation(from, sun, seconds, temperatureC);
    }

    /** Draws the picture, with the frame where the engine found a face. */
    @JSExport
    public void draw(boolean faceFound) {
        if (renderer == null) {
            return;
        }
        TrackedFace face = steadyFace.follow(engine.face());
        if (faceFound && frames.shown() != null) {
            renderer.updateHead(face);
            wearing.update(face, frames.shown().model());
            renderer.setFront(front, pixels, view, canvasWidthPx, canvasHeightPx);
            camera.show(Math.abs(view.scaleX()) * canvasWidthPx, sourceWidthPx, pixels.widthPx());
            renderer.drawFace(view, canvasWidthPx, canvasHeightPx, face, wearing, realism ? light : studioLight,
                    camera, realism);
        } else {
            renderer.drawPicture(view, canvasWidthPx, canvasHeightPx);
        }
    }
}
