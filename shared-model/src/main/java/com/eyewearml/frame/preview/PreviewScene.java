package com.eyewearml.frame.preview;

import com.eyewearml.frame.FrameModel;
import com.eyewearml.frame.FramePart;
import com.eyewearml.frame.Surface;
import com.eyewearml.frame.geometry.TriangleMesh;
import com.eyewearml.gltf.GltfMaterial;
import java.util.ArrayList;
import java.util.List;
import org.joml.Matrix4d;
import org.joml.Vector3d;

/**
 * A frame set down on a table with open temples: one list of triangles in millimetres, y up, the table at y = 0, the front facing +z.
 */
final class PreviewScene {
    /** Floats per triangle corner: position, normal, colour. */
    static final int CORNER_FLOATS = 9;

    private final List<float[]> triangles = new ArrayList<>();
    private final List<GltfMaterial> materials = new ArrayList<>();

    PreviewScene(FrameModel frame) {
        Matrix4d stand = standing(frame);
        for (FramePart part : frame.parts()) {
            for (Surface surface : part.surfaces()) {
                add(part, surface, stand);
            }
        }
    }

    int size() {
        return triangles.size();
    }

    /** Three corners of {@link #CORNER_FLOATS} each. */
    float[] triangle(int i) {
        return triangles.get(i);
    }

    GltfMaterial material(int i) {
        return materials.get(i);
    }

    /** Tips the frame about x until rims and temple tips touch the table together. */
    private static Matrix4d standing(FrameModel frame) {
        double tip = 0;
        for (int step = 0; step < 12; step++) {
            double[] low = lowest(frame, tip);
            tip += Math.atan2(low[0] - low[1], 120) * 0.9;
        }
        double[] low = lowest(frame, tip);
        return new Matrix4d().translate(0, -Math.min(low[0], low[1]), 0).rotateX(tip);
    }

    /** Lowest height of the front half and of the back half after tipping. */
    private static double[] lowest(FrameModel frame, double tip) {
        Matrix4d turn = new Matrix4d().rotateX(tip);
        double[] low = {Double.MAX_VALUE, Double.MAX_VALUE};
        Vector3d point = new Vector3d();
        for (FramePart part : frame.parts()) {
            for (Surface surface : part.surfaces()) {
                float[] positions = surface.mesh().positionsMm();
                for (int i = 0; i < positions.length; i += 3) {
                    point.set(positions[i], positions[i + 1], positions[i + 2]).add(part.originMm());
                    int half = point.z > -60 ? 0 : 1;
                    turn.transformPosition(point);
                    low[half] = Math.min(low[half], point.y);
                }
            }
        }
        return low;
    }

    private void add(FramePart part, Surface surface, Matrix4d stand) {
        TriangleMesh mesh = surface.mesh();
        GltfMaterial material = surface.material();
        Vector3d point = new Vector3d();
        Vector3d normal = new Vector3d();
        for (int t = 0; t < mesh.triangleCount(); t++) {
            float[] corners = new float[3 * CORNER_FLOATS];
            for (int c = 0; c < 3; c++) {
                int v = mesh.indices()[3 * t + c];
                float[] p = mesh.positionsMm();
                stand.transformPosition(point.set(p[3 * v], p[3 * v + 1], p[3 * v + 2]).add(part.originMm()));
                float[] n = mesh.normals();
                stand.transformDirection(normal.set(n[3 * v], n[3 * v + 1], n[3 * v + 2]));
                float[] values = {(float) point.x, (float) point.y, (float) point.z, (float) normal.x, (float) normal.y,
                    (float) normal.z, 0, 0, 0};
                for (int k = 0; k < 3; k++) {
                    float painted = mesh.colours().length == 0 ? 1 : mesh.colours()[3 * v + k];
                    values[6 + k] = painted * material.baseColour()[k];
                }
                System.arraycopy(values, 0, corners, c * CORNER_FLOATS, CORNER_FLOATS);
            }
            triangles.add(corners);
            materials.add(material);
        }
    }
}
