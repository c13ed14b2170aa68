package com.eyewearml.client.browser.gl;

import static org.teavm.jso.webgl.WebGL2RenderingContext.*;

import com.eyewearml.client.render.EyewearModel;
import com.eyewearml.client.render.LensBlock;
import com.eyewearml.lens.LensOptics;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.teavm.jso.typedarrays.Float32Array;
import org.teavm.jso.webgl.WebGL2RenderingContext;
import org.teavm.jso.webgl.WebGLBuffer;

/** The uniform block {@code Lens} on the graphics card. */
final class LensBuffer {
    private final WebGL2RenderingContext gl;
    private final WebGLBuffer buffer;
    private final LensBlock block = new LensBlock();
    private final FloatBuffer staging = ByteBuffer.allocateDirect(4 * LensBlock.FLOATS).order(ByteOrder.nativeOrder()).asFloatBuffer();
    private final Float32Array view = Float32Array.fromJavaBuffer(staging);

    LensBuffer(WebGL2RenderingContext gl) {
        this.gl = gl;
        buffer = gl.createBuffer();
        gl.bindBuffer(UNIFORM_BUFFER, buffer);
        gl.bufferData(UNIFORM_BUFFER, 4 * LensBlock.FLOATS, DYNAMIC_DRAW);
        gl.bindBufferBase(UNIFORM_BUFFER, ShaderProgram.LENS_BINDING, buffer);
    }

    /** See {@link LensBlock#set}. */
    void set(LensOptics lens) {
        block.set(lens);
    }

    /** See {@link LensBlock#fit}. */
    void fit(EyewearModel eyewear) {
        block.fit(eyewear);
    }

    /** See {@link LensBlock#centre}. */
    void centre(float[] headShapeMm, float[] frameFromHead) {
        block.centre(headShapeMm, frameFromHead);
    }

    /** Whether these lenses displace what lies behind them. */
    boolean hasPower() {
        return block.hasPower();
    }

    /** Whether these replace the lenses of the file. */
    boolean areOrdered() {
        return block.isOrdered();
    }

    /** See {@link LensBlock#passing}. */
    float passing(int channel) {
        return block.passing(channel);
    }

    void upload() {
        staging.put(0, block.values());
        gl.bindBuffer(UNIFORM_BUFFER, buffer);
        gl.bufferSubData(UNIFORM_BUFFER, 0, view);
    }

    void delete() {
        gl.deleteBuffer(buffer);
    }
}
