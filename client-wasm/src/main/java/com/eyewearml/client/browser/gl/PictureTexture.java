package com.eyewearml.client.browser.gl;

import static com.eyewearml.client.browser.gl.Formats.RGBA8;
import static org.teavm.jso.webgl.WebGL2RenderingContext.*;

import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.webgl.WebGL2RenderingContext;
import org.teavm.jso.webgl.WebGLTexture;

/** The picture on {@link TextureUnit#PICTURE}: the very pixels the pose was solved on. */
final class PictureTexture {
    private final WebGL2RenderingContext gl;
    private WebGLTexture texture;
    private int widthPx;
    private int heightPx;

    PictureTexture(WebGL2RenderingContext gl) {
        this.gl = gl;
    }

    /**
     * Uploads a picture.
     *
     * @param shrinks whether the picture is shown smaller than it is, which takes its smaller levels
     */
    void upload(HTMLCanvasElement canvas, boolean shrinks) {
        gl.activeTexture(TEXTURE0 + TextureUnit.PICTURE.ordinal());
        if (canvas.getWidth() != widthPx || canvas.getHeight() != heightPx) {
            gl.deleteTexture(texture);
            texture = gl.createTexture();
            widthPx = canvas.getWidth();
            heightPx = canvas.getHeight();
            gl.bindTexture(TEXTURE_2D, texture);
            int levels = 32 - Integer.numberOfLeadingZeros(Math.max(widthPx, heightPx));
            gl.texStorage2D(TEXTURE_2D, levels, RGBA8, widthPx, heightPx);
            gl.texParameteri(TEXTURE_2D, TEXTURE_MAG_FILTER, LINEAR);
            gl.texParameteri(TEXTURE_2D, TEXTURE_WRAP_S, CLAMP_TO_EDGE);
            gl.texParameteri(TEXTURE_2D, TEXTURE_WRAP_T, CLAMP_TO_EDGE);
        }
        gl.texSubImage2D(TEXTURE_2D, 0, 0, 0, RGBA, UNSIGNED_BYTE, canvas);
        gl.texParameteri(TEXTURE_2D, TEXTURE_MIN_FILTER, shrinks ? LINEAR_MIPMAP_LINEAR : LINEAR);
        if (shrinks) {
            gl.generateMipmap(TEXTURE_2D);
        }
    }

    void delete() {
        gl.deleteTexture(texture);
    }
}
