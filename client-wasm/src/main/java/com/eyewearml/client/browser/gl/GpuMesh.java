package com.eyewearml.client.browser.gl;

import static org.teavm.jso.webgl.WebGL2RenderingContext.*;

import org.teavm.jso.typedarrays.Float32Array;
import org.teavm.jso.typedarrays.Int32Array;
import org.teavm.jso.webgl.WebGL2RenderingContext;
import org.teavm.jso.webgl.WebGLBuffer;
import org.teavm.jso.webgl.WebGLVertexArrayObject;

/** Triangles whose vertices lie in one or several interleaved buffers. */
final class GpuMesh {
    private final WebGL2RenderingContext gl;
    private final WebGLVertexArrayObject array;
    private final WebGLBuffer vertices;
    private final WebGLBuffer indices;
    private WebGLBuffer moreVertices;
    private int attributes;

    /** Attribute {@code i} of the shaders has {@code sizes[i]} floats. */
    GpuMesh(WebGL2RenderingContext gl, float[] vertexData, int[] indexData, int... sizes) {
        this.gl = gl;
        array = gl.createVertexArray();
        indices = gl.createBuffer();
        gl.bindVertexArray(array);
        gl.bindBuffer(ELEMENT_ARRAY_BUFFER, indices);
        gl.bufferData(ELEMENT_ARRAY_BUFFER, Int32Array.copyFromJavaArray(indexData), STATIC_DRAW);
        vertices = buffer(vertexData, sizes);
        gl.bindVertexArray(null);
    }

    /** Adds a buffer; its attributes follow those there are. Once at most. */
    void add(float[] vertexData, int... sizes) {
        gl.bindVertexArray(array);
        moreVertices = buffer(vertexData, sizes);
        gl.bindVertexArray(null);
    }

    private WebGLBuffer buffer(float[] vertexData, int[] sizes) {
        WebGLBuffer buffer = gl.createBuffer();
        gl.bindBuffer(ARRAY_BUFFER, buffer);
        gl.bufferData(ARRAY_BUFFER, Float32Array.copyFromJavaArray(vertexData), STATIC_DRAW);
        int stride = 0;
        for (int size : sizes) {
            stride += size;
        }
        int at = 0;
        for (int size : sizes) {
            gl.enableVertexAttribArray(attributes);
            gl.vertexAttribPointer(attributes, size, FLOAT, false, 4 * stride, 4 * at);
            attributes++;
            at += size;
        }
        return buffer;
    }

    /** Replaces all vertices of the first buffer by as many others. */
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
        gl.deleteBuffer(moreVertices);
        gl.deleteBuffer(indices);
    }
}
