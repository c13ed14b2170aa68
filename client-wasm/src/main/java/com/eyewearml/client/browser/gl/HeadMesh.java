package com.eyewearml.client.browser.gl;

import com.eyewearml.client.render.VertexNormals;
import com.eyewearml.face.shape.HeadModel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.teavm.jso.typedarrays.Float32Array;
import org.teavm.jso.webgl.WebGL2RenderingContext;

/** The shopper's head as last fitted: hides what lies behind it and receives the frame's shadow. */
final class HeadMesh {
    private final int[] triangles;
    private final float[] normals;
    private final float[] interleaved;
    private final FloatBuffer staging;
    private final Float32Array stagingView;
    private final GpuMesh mesh;
    private int version = -1;

    HeadMesh(WebGL2RenderingContext gl, HeadModel head) {
        triangles = new int[3 * head.triangleCount()];
        for (int i = 0; i < triangles.length; i++) {
            triangles[i] = head.triangleVertex(i / 3, i % 3);
        }
        normals = new float[3 * head.vertexCount()];
        interleaved = new float[6 * head.vertexCount()];
        staging = ByteBuffer.allocateDirect(4 * interleaved.length).order(ByteOrder.nativeOrder()).asFloatBuffer();
        stagingView = Float32Array.fromJavaBuffer(staging);
        mesh = new GpuMesh(gl, interleaved, triangles, 3, 3);
    }

    /** Takes over a shape, unless it is the one of that version already. */
    void update(float[] shapeMm, int shapeVersion) {
        if (shapeVersion == version) {
            return;
        }
        version = shapeVersion;
        VertexNormals.compute(shapeMm, triangles, normals);
        for (int i = 0; i < normals.length; i++) {
            int at = i / 3 * 6 + i % 3;
            interleaved[at] = shapeMm[i];
            interleaved[at + 3] = normals[i];
        }
        staging.put(0, interleaved);
        mesh.update(stagingView);
    }

    /** Unit normals of all vertices in the head frame. */
    float[] normals() {
        return normals;
    }

    void draw() {
        mesh.bind();
        mesh.draw(0, triangles.length);
    }

    void delete() {
        mesh.delete();
    }
}
