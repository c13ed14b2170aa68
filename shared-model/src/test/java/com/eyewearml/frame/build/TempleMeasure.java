package com.eyewearml.frame.build;

import com.eyewearml.frame.FramePart;
import com.eyewearml.frame.Surface;
import org.joml.Vector3d;

/** Measures a temple as one would with a tape along its middle: cuts the mesh every few millimetres and adds up the way between the cuts. */
final class TempleMeasure {
    private static final double START_MM = 16;
    private static final double STEP_MM = 2;
    private static final double REACH_MM = 9;

    private TempleMeasure() {
    }

    static double lengthMm(FramePart temple) {
        Vector3d direction = new Vector3d(0, temple.hingeAxis().z(), -temple.hingeAxis().y());
        Vector3d at = middle(temple, new Vector3d(direction).mul(START_MM), direction);
        if (at == null) {
            throw new AssertionError("no cut through the temple");
        }
        double length = START_MM;
        while (true) {
            Vector3d next = middle(temple, new Vector3d(direction).mul(STEP_MM).add(at), direction);
            if (next == null) {
                return length + remainder(temple, at, direction);
            }
            length += next.distance(at);
            direction = new Vector3d(next).sub(at).normalize();
            at = next;
        }
    }

    /** Centre of the cut through the temple near a point, weighted by length; null where there is none. */
    private static Vector3d middle(FramePart temple, Vector3d near, Vector3d normal) {
        Vector3d sum = new Vector3d();
        double weight = 0;
        for (Surface surface : temple.surfaces()) {
            float[] p = surface.mesh().positionsMm();
            int[] indices = surface.mesh().indices();
            for (int t = 0; t < indices.length; t += 3) {
                Vector3d first = null;
                for (int i = 0; i < 3; i++) {
                    Vector3d a = point(p, indices[t + i]);
                    Vector3d b = point(p, indices[t + (i + 1) % 3]);
                    double da = new Vector3d(a).sub(near).dot(normal);
                    double db = new Vector3d(b).sub(near).dot(normal);
                    if (da < 0 == db < 0) {
                        continue;
                    }
                    Vector3d crossing = new Vector3d(a).lerp(b, da / (da - db));
                    if (first == null) {
                        first = crossing;
                    } else if (crossing.distance(near) < REACH_MM) {
                        double length = first.distance(crossing);
                        sum.add(new Vector3d(first).add(crossing).mul(length / 2));
                        weight += length;
                    }
                }
            }
        }
        return weight == 0 ? null : sum.div(weight);
    }

    private static double remainder(FramePart temple, Vector3d at, Vector3d direction) {
        double farthest = 0;
        for (Surface surface : temple.surfaces()) {
            float[] p = surface.mesh().positionsMm();
            for (int i = 0; i < p.length / 3; i++) {
                farthest = Math.max(farthest, point(p, i).sub(at).dot(direction));
            }
        }
        return farthest;
    }

    private static Vector3d point(float[] p, int vertex) {
        return new Vector3d(p[3 * vertex], p[3 * vertex + 1], p[3 * vertex + 2]);
    }
}
