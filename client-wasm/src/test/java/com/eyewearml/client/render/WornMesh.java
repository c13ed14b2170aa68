package com.eyewearml.client.render;

import com.eyewearml.fit.FramePlacement;
import com.eyewearml.fit.TempleFit;
import com.eyewearml.fit.TempleShape;
import java.util.Arrays;
import org.joml.Matrix4d;
import org.joml.Vector3d;

/** A worn frame's vertices in the head frame, worked out without the shaders: a second implementation to hold them against. */
public final class WornMesh {
    private final EyewearModel model;
    private final float[] pointsMm;

    private WornMesh(EyewearModel model, float[] pointsMm) {
        this.model = model;
        this.pointsMm = pointsMm;
    }

    /** As last placed. */
    public static WornMesh of(EyewearModel model, FramePlacement placement) {
        Matrix4d headFromFrame = new Matrix4d().set(placement.frameToHead());
        float[] v = model.vertices();
        float[] points = new float[v.length / EyewearModel.FLOATS_PER_VERTEX * 3];
        for (int i = 0; i < points.length / 3; i++) {
            int at = i * EyewearModel.FLOATS_PER_VERTEX;
            EyewearPart part = EyewearPart.values()[(int) v[at + 9]];
            Vector3d p = new Vector3d(v[at], v[at + 1], v[at + 2]);
            if (part.isTemple()) {
                TempleFit fit = part == EyewearPart.TEMPLE_LEFT ? placement.leftTemple() : placement.rightTemple();
                p = bent(p, part, model.originMm(part), model.worn().temple(), fit);
            }
            headFromFrame.transformPosition(p);
            points[3 * i] = (float) p.x;
            points[3 * i + 1] = (float) p.y;
            points[3 * i + 2] = (float) p.z;
        }
        return new WornMesh(model, points);
    }

    private static Vector3d bent(Vector3d point, EyewearPart part, float[] hingeMm, TempleShape shape, TempleFit fit) {
        Vector3d hinge = new Vector3d(hingeMm[0], hingeMm[1], hingeMm[2]);
        Vector3d fromHinge = new Vector3d(point).sub(hinge);
        double t = rebend(fromHinge, shape, fit.bendMm()) / fit.bendMm();
        double side = part == EyewearPart.TEMPLE_LEFT ? -1 : 1;
        fromHinge.x -= t > 0 && t < 1 ? side * fit.bowMm() * (1 - (2 * t - 1) * (2 * t - 1)) : 0;
        return fromHinge.rotateX(fit.anglingRad()).rotateY(side * fit.openingRad()).add(hinge);
    }

    /** Walks along the straightened temple and bends it where it is worn; returns the place along its straight part. */
    private static double rebend(Vector3d fromHinge, TempleShape shape, double bendMm) {
        fromHinge.y -= shape.aboveHingeMm();
        fromHinge.rotateX(-shape.slopeRad());
        double[] along = {-fromHinge.z, fromHinge.y};
        double phi = Math.clamp(Math.atan2(along[0] - shape.bendMm(), along[1] + shape.radiusMm()), 0, shape.angleRad());
        // On the line through the arc's centre that belongs to phi, or beyond the arc's end.
        double footAlong = shape.bendMm() + shape.radiusMm() * Math.sin(phi);
        double footAbove = shape.radiusMm() * (Math.cos(phi) - 1);
        double beyond = (along[0] - footAlong) * Math.cos(phi) - (along[1] - footAbove) * Math.sin(phi);
        double height = (along[0] - footAlong) * Math.sin(phi) + (along[1] - footAbove) * Math.cos(phi);
        double length = shape.bendMm() + shape.radiusMm() * phi + beyond;
        double psi = Math.clamp((length - bendMm) / shape.radiusMm(), 0, shape.angleRad());
        double rest = length - bendMm - shape.radiusMm() * psi;
        double wornAlong = bendMm + shape.radiusMm() * Math.sin(psi) + rest * Math.cos(psi) + height * Math.sin(psi);
        double wornAbove = shape.radiusMm() * (Math.cos(psi) - 1) - rest * Math.sin(psi) + height * Math.cos(psi);
        fromHinge.set(fromHinge.x, wornAbove, -wornAlong).rotateX(shape.slopeRad());
        fromHinge.y += shape.aboveHingeMm();
        return wornAlong;
    }

    /** x, y, z of each vertex of the model, head frame, millimetres. */
    public float[] pointsMm() {
        return pointsMm;
    }

    /** Corners of the triangles of a part: three vertex numbers each. */
    public int[] triangles(EyewearPart part) {
        int[] indices = model.indices();
        int[] found = new int[indices.length];
        int count = 0;
        for (int i = 0; i < indices.length; i += 3) {
            if ((int) model.vertices()[indices[i] * EyewearModel.FLOATS_PER_VERTEX + 9] == part.ordinal()) {
                System.arraycopy(indices, i, found, count, 3);
                count += 3;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Middle of the box around a cut through triangles at a depth. */
    static Vector3d middle(float[] p, int[] triangles, double z) {
        double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int i = 0; i < triangles.length; i++) {
            int a = 3 * triangles[i];
            int b = 3 * triangles[i - i % 3 + (i + 1) % 3];
            if (p[a + 2] > z != p[b + 2] > z) {
                double t = (z - p[a + 2]) / (p[b + 2] - p[a + 2]);
                for (int axis = 0; axis < 2; axis++) {
                    double value = p[a + axis] + t * (p[b + axis] - p[a + axis]);
                    low[axis] = Math.min(low[axis], value);
                    high[axis] = Math.max(high[axis], value);
                }
            }
        }
        return new Vector3d((low[0] + high[0]) / 2, (low[1] + high[1]) / 2, z);
    }
}
