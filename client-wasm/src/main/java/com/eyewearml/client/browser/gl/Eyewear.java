package com.eyewearml.client.browser.gl;

import com.eyewearml.client.render.EyewearModel;
import com.eyewearml.client.render.EyewearPart;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.teavm.jso.typedarrays.Float32Array;
import org.teavm.jso.webgl.WebGL2RenderingContext;

/** A frame on the graphics card with its temples opened as far as the head asks. */
final class Eyewear {
    /** Column-major 4 × 4 for each part, one direct buffer each so that WebGL reads them without a copy. */
    private final FloatBuffer[] matrices = new FloatBuffer[EyewearPart.values().length];
    private final Float32Array[] matrixViews = new Float32Array[matrices.length];
    private final EyewearModel model;
    private final GpuMesh mesh;

    Eyewear(WebGL2RenderingContext gl, EyewearModel model) {
        this.model = model;
        mesh = new GpuMesh(gl, model.vertices(), EyewearModel.FLOATS_PER_VERTEX / 3, model.indices());
        for (EyewearPart part : EyewearPart.values()) {
            FloatBuffer matrix = ByteBuffer.allocateDirect(64).order(ByteOrder.nativeOrder()).asFloatBuffer();
            matrices[part.ordinal()] = matrix;
            matrixViews[part.ordinal()] = Float32Array.fromJavaBuffer(matrix);
            turn(part, 0);
        }
    }

    EyewearModel model() {
        return model;
    }

    GpuMesh mesh() {
        return mesh;
    }

    /** Turns a part about the vertical axis through its origin, by the right-hand rule about y. */
    void turn(EyewearPart part, float angleRad) {
        float[] hinge = model.originMm(part);
        float cos = (float) Math.cos(angleRad);
        float sin = (float) Math.sin(angleRad);
        FloatBuffer m = matrices[part.ordinal()];
        for (int i = 0; i < 16; i++) {
            m.put(i, 0);
        }
        m.put(0, cos).put(2, -sin).put(5, 1).put(8, sin).put(10, cos).put(15, 1);
        m.put(12, hinge[0] - (cos * hinge[0] + sin * hinge[2]));
        m.put(14, hinge[2] - (cos * hinge[2] - sin * hinge[0]));
    }

    Float32Array matrix(EyewearPart part) {
        return matrixViews[part.ordinal()];
    }

    void delete() {
        mesh.delete();
    }
}
