package com.eyewearml.client.browser.gl;

import static org.teavm.jso.webgl.WebGL2RenderingContext.*;

import com.eyewearml.client.render.FrontCells;
import com.eyewearml.client.render.Picture;
import com.eyewearml.client.render.PictureView;
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
    private boolean anything;

    FrontTexture(WebGL2RenderingContext gl) {
        this.gl = gl;
        texture = gl.createTexture();
        activate();
        gl.bindTexture(TEXTURE_2D, texture);
        gl.texStorage2D(TEXTURE_2D, 1, Formats.RGBA8, FrontMask.CELLS, FrontMask.CELLS);
        gl.texParameteri(TEXTURE_2D, TEXTURE_MIN_FILTER, NEAREST);
        gl.texParameteri(TEXTURE_2D, TEXTURE_MAG_FILTER, NEAREST);
    }

    /** Takes a mask over a picture, to be shown so. */
    void set(FrontMask mask, Picture picture, PictureView view, int canvasWidthPx, int canvasHeightPx) {
        anything = !mask.isEmpty;
        if (anything) {
            FrontCells.fill(mask, picture, staging);
            activate();
            gl.texSubImage2D(TEXTURE_2D, 0, 0, 0, FrontMask.CELLS, FrontMask.CELLS, RGBA, UNSIGNED_BYTE, stagingView);
            cells.place(mask.region, picture.widthPx(), picture.heightPx(), view, canvasWidthPx, canvasHeightPx);
        }
    }

    /** Tells the program in use what is in front. */
    void apply(ShaderProgram program) {
        gl.uniform1i(program.location("hasFront"), anything ? 1 : 0);
        gl.uniform3f(program.location("columnFromCanvas"), cells.row(0), cells.row(1), cells.row(2));
        gl.uniform3f(program.location("rowFromCanvas"), cells.row(3), cells.row(4), cells.row(5));
    }

    private void activate() {
        gl.activeTexture(TEXTURE0 + TextureUnit.GROUND_SHADOW_OR_FRONT.ordinal());
    }

    void delete() {
        gl.deleteTexture(texture);
    }
}
