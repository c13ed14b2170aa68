package com.eyewearml.client.browser.gl;

import static org.teavm.jso.webgl.WebGL2RenderingContext.*;

import org.teavm.jso.typedarrays.Float32Array;
import org.teavm.jso.typedarrays.Int32Array;
import org.teavm.jso.webgl.WebGL2RenderingContext;
import org.teavm.jso.webgl.WebGLBuffer;
import org.teavm.jso.webgl.WebGLVertexArrayObject;

/** Interleaved vertices, all attributes three floats, and triangles. */
final class GpuMesh {
    private final WebGL2RenderingContext gl;
    private final WebGLVertexArrayObject array;
    private final WebGLBuffer vertices;
    private final WebGLBuffer indices;

    /** Attribute {@code i} of the shaders is the i-th triple of a vertex. */
    GpuMesh(WebGL2RenderingContext gl, float[] vertexData, int triples, int[] indexData) {
        this.gl = gl;
        array = gl.createVertexArray();
        vertices = gl.createBuffer();
        indices = gl.createBuffer();
        gl.bindVertexArray(array);
        gl.bindBuffer(ARRAY_BUFFER, vertices);
        gl.bufferData(ARRAY_BUFFER, Float32Array.copyFromJavaArray(vertexData), STATIC_DRAW);
        gl.bindBuffer(ELEMENT_ARRAY_BUFFER, indices);
        gl.bufferData(ELEMENT_ARRAY_BUFFER, Int32Array.copyFromJavaArray(indexData), STATIC_DRAW);
        for (int i = 0; i < triples; i++) {
            gl.enableVertexAttribArray(i);
            gl.vertexAttribPointer(i, 3, FLOAT, false, 12 * triples, 12 * i);
        }
        gl.bindVertexArray(null);
    }

    /** Replaces all vertices by as many others. */
    void update(Float32Array vertexData) {
        gl.bindBuffer(ARRAY_BUFFER, vertices);
        gl.bufferSubData(ARRAY_BUFFER, 0, vertexData);
    }

    void bind() {
        gl.bindVertexArray(array);
    }

    /** Draws some triangles; the mesh must be bound. */
    void draw(int firstIndex, int indexCount) {
        gl.drawElements(TRIANGLES, indexCount, UNSIGNED_INT, 4 * firstIndex);
    }

    void delete() {
        gl.deleteVertexArray(array);
        gl.deleteBuffer(vertices);
        gl.deleteBuffer(indices);
    }
}
