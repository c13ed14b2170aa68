package com.eyewearml.facemodel.worn;

import com.eyewearml.facemodel.worn.WornFrame.Body;
import com.eyewearml.frame.FrameModel;
import com.eyewearml.frame.FramePart;
import com.eyewearml.frame.RimType;
import com.eyewearml.frame.Surface;
import com.eyewearml.frame.geometry.TriangleMesh;
import com.eyewearml.gltf.GltfMaterial;
import java.util.List;

/** Reduces a generated frame to a {@link WornFrame}. */
final class Wearing {
    private static final double CELL_MM = 1.2;
    private static final double LENS_CELL_MM = 7;
    /** Front surfaces of lenses face this far forwards. */
    private static final float FORWARD = 0.5f;
    private static final float METAL_DIFFUSE = 0.75f;
    private static final float MOST_TRANSPARENT = 0.75f;
    private static final double DISPLAY_GAMMA = 1 / 2.2;

    private Wearing() { }

    static WornFrame of(FrameModel model) {
        Body body = Clustering.simplify(join(List.of(model.front(), model.templeRight(), model.templeLeft())), CELL_MM);
        Body lenses = Clustering.simplify(frontFaces(join(List.of(model.lensRight(), model.lensLeft()))), LENS_CELL_MM);
        var dimensions = model.spec().dimensions();
        RimType rim = model.spec().rimType();
        return new WornFrame(body, lenses, (float) dimensions.totalWidthMm(), (float) dimensions.lensHeightMm(),
                (float) model.templeLeft().originMm().z(), (float) dimensions.pantoscopicTiltRad(),
                rim == RimType.RIMLESS || rim == RimType.SEMI_RIMLESS);
    }

    private static Body join(List<FramePart> parts) {
        int vertices = 0, corners = 0;
        for (FramePart part : parts) {
            for (Surface surface : part.surfaces()) {
                vertices += surface.mesh().vertexCount();
                corners += surface.mesh().indices().length;
            }
        }
        Body body = new Body(new float[3 * vertices], new float[3 * vertices], new float[Body.LOOKS * vertices], new int[corners]);
        int vertex = 0, corner = 0;
        for (FramePart part : parts) {
            for (Surface surface : part.surfaces()) {
                TriangleMesh mesh = surface.mesh();
                for (int index : mesh.indices()) {
                    body.triangles()[corner++] = vertex + index;
                }
                System.arraycopy(mesh.normals(), 0, body.normals(), 3 * vertex, mesh.normals().length);
                for (int i = 0; i < mesh.vertexCount(); i++, vertex++) {
                    for (int axis = 0; axis < 3; axis++) {
                        body.positionsMm()[3 * vertex + axis] = (float) (mesh.positionsMm()[3 * i + axis] + part.originMm().get(axis));
                    }
                    look(surface, i, body.looks(), Body.LOOKS * vertex);
                }
            }
        }
        return body;
    }

    private static void look(Surface surface, int vertex, float[] looks, int at) {
        GltfMaterial material = surface.material();
        float[] colours = surface.mesh().colours();
        for (int k = 0; k < 3; k++) {
            float linear = material.baseColour()[k] * (colours.length > 0 ? colours[3 * vertex + k] : 1);
            looks[at + k] = 255 * (float) Math.pow(linear * (material.metallic() > 0.5f ? METAL_DIFFUSE : 1), DISPLAY_GAMMA);
        }
        looks[at + 3] = 1 - MOST_TRANSPARENT * material.transmission().factor();
    }

    private static Body frontFaces(Body body) {
        int[] front = new int[body.triangles().length];
        int kept = 0;
        for (int t = 0; t < front.length; t += 3) {
            boolean forwards = true;
            for (int corner = t; corner < t + 3; corner++) {
                forwards &= body.normals()[3 * body.triangles()[corner] + 2] > FORWARD;
            }
            if (forwards) {
                System.arraycopy(body.triangles(), t, front, kept, 3);
                kept += 3;
            }
        }
        return used(new Body(body.positionsMm(), body.normals(), body.looks(), java.util.Arrays.copyOf(front, kept)));
    }

    /** Drops vertices without a triangle. */
    private static Body used(Body body) {
        int[] place = new int[body.vertexCount()];
        java.util.Arrays.fill(place, -1);
        int count = 0;
        int[] triangles = new int[body.triangles().length];
        for (int i = 0; i < triangles.length; i++) {
            int v = body.triangles()[i];
            if (place[v] < 0) {
                place[v] = count++;
            }
            triangles[i] = place[v];
        }
        Body out = new Body(new float[3 * count], new float[3 * count], new float[Body.LOOKS * count], triangles);
        for (int v = 0; v < place.length; v++) {
            if (place[v] >= 0) {
                System.arraycopy(body.positionsMm(), 3 * v, out.positionsMm(), 3 * place[v], 3);
                System.arraycopy(body.normals(), 3 * v, out.normals(), 3 * place[v], 3);
                System.arraycopy(body.looks(), Body.LOOKS * v, out.looks(), Body.LOOKS * place[v], Body.LOOKS);
            }
        }
        return out;
    }
}
