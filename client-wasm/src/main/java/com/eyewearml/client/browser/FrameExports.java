package com.eyewearml.client.browser;

import com.eyewearml.client.browser.gl.DecodedFrame;
import com.eyewearml.client.browser.gl.FrameRenderer;
import com.eyewearml.client.browser.gl.ShaderException;
import com.eyewearml.lens.LensOptics;
import com.eyewearml.light.EnvironmentMap;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSProperty;
import org.teavm.jso.typedarrays.Int8Array;
import org.teavm.jso.webgl.WebGL2RenderingContext;

/**
 * What try-on and viewer have in common as JavaScript sees them: the frame, its look and its lenses, which outlive a lost graphics
 * context, and the coming and going of that.
 *
 * @param <R> draws the frame where it is seen
 */
public abstract class FrameExports<R extends FrameRenderer> {
    private final ErrorSink errors;
    private final EnvironmentMap environment;
    private final FrameShelf frames = new FrameShelf(this::forget);
    private LensOptics lens;
    private R renderer;

    FrameExports(Int8Array environmentFile, ErrorSink errors) {
        this.errors = errors;
        environment = FetchedFiles.environment(environmentFile, errors);
    }

    /** Builds everything on the graphics card. */
    abstract R build(WebGL2RenderingContext gl);

    /** Hands the frame, null for none, to the renderer, which is there. */
    abstract void show(DecodedFrame frame, int look);

    /** Learns of another frame, null for none, before it is shown. */
    void onChange(DecodedFrame frame) { }

    EnvironmentMap environment() {
        return environment;
    }

    /** Null without a graphics context. */
    R renderer() {
        return renderer;
    }

    /** The frame that is shown; null for none. */
    DecodedFrame shown() {
        return frames.shown();
    }

    /** Builds everything on the graphics card behind a fresh context. */
    @JSExport
    public void attach(WebGL2RenderingContext gl) {
        try {
            renderer = build(gl);
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

    /** Shows a frame that was kept, as its file has it; false if none is kept under the name. */
    @JSExport
    public boolean showFrame(String name) {
        boolean found = frames.show(name);
        if (found) {
            onChange(frames.shown());
            show();
        }
        return found;
    }

    /** Shows none. */
    @JSExport
    public void clearFrame() {
        frames.clear();
        onChange(null);
        show();
    }

    /** Names of the variants of the frame that is shown. */
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
        replaceLens(OrderedLens.of(tint, top, bottom, mirror, antiReflective, polarised, activation, rightSphereD, leftSphereD));
    }

    /** Shows lenses as the frames' files have them. */
    @JSExport
    public void clearLens() {
        replaceLens(null);
    }

    private void replaceLens(LensOptics newLens) {
        lens = newLens;
        if (renderer != null) {
            renderer.setLens(newLens);
        }
    }

    private void show() {
        if (renderer != null) {
            show(frames.shown(), frames.look());
        }
    }

    private void forget(DecodedFrame frame) {
        if (renderer != null) {
            renderer.forget(frame);
        }
    }
}
