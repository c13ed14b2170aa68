package com.eyewearml.client.browser.gl;

import com.eyewearml.client.render.EyewearModel;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSProperty;
import org.teavm.jso.typedarrays.Int8Array;

/**
 * A frame's file once read. The browser decodes its images, so JavaScript takes them out, decodes them and puts them back before
 * the frame is shown.
 */
public final class DecodedFrame {
    /** Of a texel with its smaller levels, on the graphics card and in the decoded image that a lost context is restored from. */
    private static final double BYTES_PER_TEXEL = 4 * 4 / 3.0 + 4;

    private final EyewearModel model;
    private final DecodedImage[] images;

    public DecodedFrame(EyewearModel model) {
        this.model = model;
        images = new DecodedImage[model.images().size()];
    }

    /** Number of its images. */
    @JSExport
    @JSProperty
    public int getImageCount() {
        return images.length;
    }

    /** An image as the file has it, encoded. */
    @JSExport
    public Int8Array imageFile(int index) {
        return Int8Array.copyFromJavaArray(model.images().get(index).bytes());
    }

    /** Media type of an image. */
    @JSExport
    public String imageType(int index) {
        return model.images().get(index).mediaType();
    }

    /** Puts a decoded image back. */
    @JSExport
    public void setImage(int index, DecodedImage image) {
        images[index] = image;
    }

    /** Names of its variants. */
    @JSExport
    @JSProperty
    public String[] getVariants() {
        return model.variants().toArray(new String[0]);
    }

    public EyewearModel model() {
        return model;
    }

    DecodedImage image(int index) {
        return images[index];
    }

    /** Memory it takes, in the browser and on the graphics card. */
    public long bytes() {
        long bytes = 2L * Float.BYTES * (model.vertices().length + model.textureVertices().length + model.indices().length);
        for (DecodedImage image : images) {
            bytes += (long) (BYTES_PER_TEXEL * image.getWidth() * image.getHeight());
        }
        return bytes;
    }
}
