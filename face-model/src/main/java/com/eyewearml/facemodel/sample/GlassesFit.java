package com.eyewearml.facemodel.sample;

import com.eyewearml.face.FacePoints;
import com.eyewearml.facemodel.worn.WornFrame;

/**
 * Where a frame sits on a head: the bridge on the nose ridge somewhat below the eyes' height, the temples along the head towards
 * the temples' landmarks, which they are bent to. Frames are scaled a little, as people choose theirs to fit.
 */
final class GlassesFit {
    private static final float NARROWEST = 0.86f;
    private static final float WIDEST = 1.02f;
    private static final float SLIPPED = 0.1f;
    private static final float EAR_BEHIND_HINGE_MM = 70;

    private final Dice dice;
    private final HeadAxes axes = new HeadAxes();
    private WornFrame frame;
    private float scale;
    private float shiftY;
    private float shiftZ;
    private float tiltCos;
    private float tiltSin;
    private float rollCos;
    private float rollSin;
    private float splay;
    private final float[] v = new float[3];

    GlassesFit(Dice dice) {
        this.dice = dice;
    }

    /** Draws how the frame sits on the head as it is in {@code mesh}. */
    void sit(WornFrame worn, HeadMesh mesh) {
        frame = worn;
        axes.find(mesh.head);
        scale = Math.clamp(axes.templesMm * dice.uniform(NARROWEST, WIDEST) / worn.totalWidthMm(), 0.8f, 1.3f);
        shiftY = -dice.uniform(0, 0.12f * worn.lensHeightMm() + 2) - (dice.chance(SLIPPED) ? dice.uniform(4, 16) : 0);
        shiftZ = ridgeMm(mesh.head, shiftY) + dice.uniform(2, 6);
        float tilt = worn.pantoscopicTiltRad() + dice.gaussian(0.03f, 0.07f);
        tiltCos = (float) Math.cos(tilt);
        tiltSin = (float) Math.sin(tilt);
        float roll = dice.gaussian(0.015f, 0.05f);
        rollCos = (float) Math.cos(roll);
        rollSin = (float) Math.sin(roll);
        splay = (axes.templesMm / 2 + 2 - scale * worn.totalWidthMm() / 2) / EAR_BEHIND_HINGE_MM;
    }

    /** Pixels of the turned head a millimetre. */
    float pxPerMm() {
        return axes.pxPerMm;
    }

    /** How far the nose ridge stands out at a height, millimetres along the axes. */
    private float ridgeMm(float[] head, float heightMm) {
        float above = axes.along(axes.y, head, 3 * FacePoints.noseRidge(0));
        float result = axes.along(axes.z, head, 3 * FacePoints.noseRidge(0));
        for (int i = 1; i < FacePoints.noseRidgeCount() && above > heightMm; i++) {
            int at = 3 * FacePoints.noseRidge(i);
            float y = axes.along(axes.y, head, at), z = axes.along(axes.z, head, at);
            float t = y >= above ? 1 : Math.clamp((above - heightMm) / (above - y), 0, 1);
            result += t * (z - result);
            above = y;
        }
        return result;
    }

    /** Turns a body of the frame with the head. */
    void place(WornFrame.Body body, HeadMesh mesh, float[] out) {
        float[] p = body.positionsMm();
        for (int i = 0; i < p.length; i += 3) {
            float x = p[i], behind = frame.hingeZMm() - p[i + 2];
            if (behind > 0) {
                x += Math.signum(x) * splay * behind / scale;
            }
            local(x, p[i + 1], p[i + 2]);
            float xMm = scale * v[0], yMm = scale * v[1] + shiftY, zMm = scale * v[2] + shiftZ;
            mesh.project(axes.toHead(0, xMm, yMm, zMm), axes.toHead(1, xMm, yMm, zMm), axes.toHead(2, xMm, yMm, zMm), out, i);
        }
    }

    /** Turns the normals of a body with the head: x right, y down, z away. */
    void turnNormals(WornFrame.Body body, HeadMesh mesh, float[] out) {
        float[] n = body.normals();
        for (int i = 0; i < n.length; i += 3) {
            local(n[i], n[i + 1], n[i + 2]);
            float nx = v[0], ny = v[1], nz = v[2];
            for (int k = 0; k < 3; k++) {
                v[k] = nx * axes.x[k] + ny * axes.y[k] + nz * axes.z[k];
            }
            mesh.rotate(v, 0, out, i);
        }
    }

    /** Pantoscopic tilt, then roll. */
    private void local(float x, float y, float z) {
        float ty = y * tiltCos - z * tiltSin, tz = y * tiltSin + z * tiltCos;
        v[0] = x * rollCos - ty * rollSin;
        v[1] = x * rollSin + ty * rollCos;
        v[2] = tz;
    }
}
