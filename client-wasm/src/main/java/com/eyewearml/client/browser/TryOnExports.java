package com.eyewearml.client.browser;

import com.eyewearml.client.browser.gl.DecodedFrame;
import com.eyewearml.client.browser.gl.Renderer;
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
import com.eyewearml.lens.Photochromic;
import org.teavm.jso.JSExport;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.typedarrays.Int8Array;
import org.teavm.jso.webgl.WebGL2RenderingContext;

/**
 * The try-on as JavaScript sees it: keeps the frame and the environment, draws what the engine last tracked. What it keeps
 * outlives a lost graphics context.
 */
public final class TryOnExports extends FrameExports<Renderer> {
    private final Engine engine;
    private final HeadModel head;
    private final PicturePixels pixels;
    private final PictureView view = new PictureView();
    private final LightEstimate light;
    private final CameraEstimate camera = new CameraEstimate();
    private final SteadyFace steadyFace;
    /** Light of the environment as it is, that of a picture never looked at. */
    private final LightEstimate studioLight;
    private final Wearing wearing;
    private final FrontWatch frontWatch;
    private final FrontMask front = new FrontMask();
    private int canvasWidthPx = 1;
    private int canvasHeightPx = 1;
    private int sourceWidthPx = 1;
    private boolean shrinks;
    private boolean realism = true;

    /**
     * Reads the environment and the visibility network.
     *
     * @param errors receives the error of a file that cannot be used
     */
    @JSExport
    public TryOnExports(EngineExports engineExports, Int8Array environmentFile, Int8Array visibilityFile, ErrorSink errors) {
        super(environmentFile, errors);
        engine = engineExports.engine();
        head = engineExports.head();
        wearing = new Wearing(head);
        steadyFace = new SteadyFace(head);
        light = new LightEstimate(head);
        studioLight = new LightEstimate(head);
        pixels = new PicturePixels(engineExports.vision());
        frontWatch = new FrontWatch(engineExports.vision().front(FetchedFiles.visibility(visibilityFile, errors)));
    }

    @Override
    Renderer build(WebGL2RenderingContext gl) {
        return new Renderer(gl, head, environment());
    }

    @Override
    void show(DecodedFrame frame, int look) {
        renderer().setEyewear(frame, look);
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
        if (renderer() != null) {
            renderer().setPicture(picture, shrinks);
        }
    }

    /** Learns the light of the tracked picture, where the frame sits on the face found in it and what is in front of that. */
    @JSExport
    public void observe(double timestampMs) {
        if (renderer() != null) {
            TrackedFace face = steadyFace.follow(engine.face());
            float[] landmarksPx = engine.face().landmarksPx;
            light.update(pixels, landmarksPx, renderer().updateHead(face), face.pose, timestampMs);
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
        if (renderer() == null) {
            return;
        }
        TrackedFace face = steadyFace.follow(engine.face());
        if (faceFound && shown() != null) {
            renderer().updateHead(face);
            wearing.update(face, shown().model());
            renderer().setFront(front, pixels, view, canvasWidthPx, canvasHeightPx);
            camera.show(Math.abs(view.scaleX()) * canvasWidthPx, sourceWidthPx, pixels.widthPx());
            renderer().drawFace(view, canvasWidthPx, canvasHeightPx, face, wearing, realism ? light : studioLight,
                    camera, realism);
        } else {
            renderer().drawPicture(view, canvasWidthPx, canvasHeightPx);
        }
    }
}
