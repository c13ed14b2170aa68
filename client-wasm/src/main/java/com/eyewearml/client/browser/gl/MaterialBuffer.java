package com.eyewearml.client.browser.gl;

import static org.teavm.jso.webgl.WebGL2RenderingContext.*;

import com.eyewearml.client.render.MaterialBlock;
import com.eyewearml.client.render.MaterialMaps;
import com.eyewearml.gltf.GltfMaterial;
import org.teavm.jso.typedarrays.Float32Array;
import org.teavm.jso.webgl.WebGL2RenderingContext;
import org.teavm.jso.webgl.WebGLBuffer;

/** The materials of a frame in one buffer of uniform blocks, so that a draw takes one binding and no uniforms. */
final class MaterialBuffer {
    private final WebGL2RenderingContext gl;
    private final WebGLBuffer buffer;
    private final int strideFloats;
    private final float[] values;
    private int count;

    MaterialBuffer(WebGL2RenderingContext gl, int capacity) {
        this.gl = gl;
        buffer = gl.createBuffer();
        int alignment = Math.max(gl.getParameteri(UNIFORM_BUFFER_OFFSET_ALIGNMENT) / Float.BYTES, 1);
        strideFloats = (MaterialBlock.FLOATS + alignment - 1) / alignment * alignment;
        values = new float[strideFloats * capacity];
    }

    /** Adds a material and returns its number. */
    int add(GltfMaterial material, MaterialMaps maps) {
        MaterialBlock.write(material, maps, values, strideFloats * count);
        return count++;
    }

    /** Puts all materials on the graphics card. */
    void upload() {
        gl.bindBuffer(UNIFORM_BUFFER, buffer);
        gl.bufferData(UNIFORM_BUFFER, Float32Array.copyFromJavaArray(values), STATIC_DRAW);
    }

    void bind(int material) {
        gl.bindBufferRange(UNIFORM_BUFFER, ShaderProgram.MATERIAL_BINDING, buffer, Float.BYTES * strideFloats * material,
                Float.BYTES * MaterialBlock.FLOATS);
    }

    void delete() {
        gl.deleteBuffer(buffer);
    }
}
