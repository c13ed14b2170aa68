package com.eyewearml.client.browser.gl;

import static org.teavm.jso.webgl.WebGL2RenderingContext.*;

import com.eyewearml.client.render.FrontCells;
import com.eyewearml.client.render.Picture;
import com.eyewearml.client.render.PictureView;
import com.eyewearml.client.render.SceneBlock;
import com.eyewearml.face.front.FrontMask;
import java.nio.ByteBuffer;
import org.teavm.jso.typedarrays.Uint8Array;
import org.teavm.jso.webgl.WebGL2RenderingContext;
import org.teavm.jso.webgl.WebGLTexture;

/** What is in front of the face, on {@link TextureUnit#GROUND_SHADOW_OR_FRONT}. */
final class FrontTexture {
    private final WebGL2RenderingContext gl;
    private final WebGLTexture texture;
    private final FrontCells cells = new FrontCells();
    private final ByteBuffer staging = ByteBuffer.allocateDirect(4 * FrontMask.CELLS * FrontMask.CELLS);
    private final Uint8Array stagingView = Uint8Array.fromJavaBuffer(staging);

    FrontTexture(WebGL2RenderingContext gl) {
        this.gl = gl;
        texture = gl.createTexture();
        activate();
        gl.bindTexture(TEXTURE_2D, texture);
        gl.texStorage2D(TEXTURE_2D, 1, Formats.RGBA8, FrontMask.CELLS, FrontMask.CELLS);
        gl.texParameteri(TEXTURE_2D, TEXTURE_MIN_FILTER, NEAREST);
        gl.texParameteri(TEXTURE_2D, TEXTURE_MAG_FILTER, NEAREST);
    }

    /** Takes a mask over a picture, to be shown so, and tells the scene. */
    void set(SceneBlock scene, FrontMask mask, Picture picture, PictureView view, int canvasWidthPx, int canvasHeightPx) {
        if (mask.isEmpty) {
            scene.clearFront();
        } else {
            FrontCells.fill(mask, picture, staging);
            activate();
            gl.texSubImage2D(TEXTURE_2D, 0, 0, 0, FrontMask.CELLS, FrontMask.CELLS, RGBA, UNSIGNED_BYTE, stagingView);
            cells.place(mask.region, picture.widthPx(), picture.heightPx(), view, canvasWidthPx, canvasHeightPx);
            scene.setFront(cells);
        }
    }

    private void activate() {
        gl.activeTexture(TEXTURE0 + TextureUnit.GROUND_SHADOW_OR_FRONT.ordinal());
    }

    void delete() {
        gl.deleteTexture(texture);
    }
}
