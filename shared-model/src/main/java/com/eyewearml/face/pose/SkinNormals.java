package com.eyewearml.face.pose;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.shape.HeadModel;

/** Which way the skin faces at each landmark of the mean head. */
public final class SkinNormals {
    private final double[] normals = new double[3 * FacePoints.COUNT];

    /** Means of the adjoining triangles' normals, weighted by area; points in no triangle, the irises, look straight ahead. */
    public SkinNormals(HeadModel head) {
        for (int t = 0; t < head.faceTriangleCount(); t++) {
            add(head, head.triangleVertex(t, 0), head.triangleVertex(t, 1), head.triangleVertex(t, 2));
        }
        for (int i = 0; i < normals.length; i += 3) {
            double length = Math.sqrt(normals[i] * normals[i] + normals[i + 1] * normals[i + 1] + normals[i + 2] * normals[i + 2]);
            if (length == 0) {
                normals[i + 2] = 1;
            } else {
                for (int axis = 0; axis < 3; axis++) {
                    normals[i + axis] /= length;
                }
            }
        }
    }

    private void add(HeadModel head, int a, int b, int c) {
        for (int axis = 0; axis < 3; axis++) {
            int u = (axis + 1) % 3;
            int v = (axis + 2) % 3;
            double area = edge(head, a, b, u) * edge(head, a, c, v) - edge(head, a, b, v) * edge(head, a, c, u);
            normals[3 * a + axis] += area;
            normals[3 * b + axis] += area;
            normals[3 * c + axis] += area;
        }
    }

    private static double edge(HeadModel head, int from, int to, int axis) {
        return head.meanMm(3 * to + axis) - head.meanMm(3 * from + axis);
    }

    /** Cosine between the skin's normal and the line of sight to the head: 1 where it faces the camera, below 0 where it is hidden. */
    public double facing(int point, RigidPose pose) {
        double[] r = pose.r;
        double[] t = pose.t;
        double x = normals[3 * point];
        double y = normals[3 * point + 1];
        double z = normals[3 * point + 2];
        double towards = (r[0] * x + r[1] * y + r[2] * z) * t[0] + (r[3] * x + r[4] * y + r[5] * z) * t[1]
                + (r[6] * x + r[7] * y + r[8] * z) * t[2];
        return -towards / Math.sqrt(t[0] * t[0] + t[1] * t[1] + t[2] * t[2]);
    }
}
