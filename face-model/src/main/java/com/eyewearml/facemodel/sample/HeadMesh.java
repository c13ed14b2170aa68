package com.eyewearml.facemodel.sample;

import com.eyewearml.facemodel.data.Portraits;
import com.eyewearml.facemodel.data.Topology;
import com.eyewearml.nn.FaceNetworks;

/**
 * Turns the head of a portrait in three dimensions. The labelled face mesh is surrounded by three rings: hair and ears, which
 * turn with the head somewhat behind the face's outline, a far ring and the picture's border, which both stay.
 *
 * <p>Head coordinates: pixels of the portrait about a centre behind the face, x right, y down, z away from the camera.
 */
final class HeadMesh {
    /** Vertices of the face, before those of the rings. */
    static final int FACE = 468;
    private static final int RINGS = 3;
    private static final float CENTRE_DEPTH = 0.55f;
    private static final float HAIR_DEPTH = 0.28f;
    private static final float HAIR_SPREAD = 1.3f;
    /** Depth of rings that do not turn, in face widths: behind everything. */
    private static final float FAR = 3;
    private static final int[] UPPER_INNER_LIP = {191, 80, 81, 82, 13, 312, 311, 310, 415};
    private static final int[] MOUTH_CORNERS = {61, 291, 78, 308, 76, 306, 62, 292};
    private static final int MOUTH_RIGHT = 78;
    private static final int MOUTH_LEFT = 308;
    private static final int CHIN = 152;

    final int[] triangles;
    /** 1 on the head, 0 from the far ring on. */
    final float[] opacity;
    /** Where each vertex lies in the portrait. */
    final float[] source;
    /** Where each vertex lies after turning, portrait pixels. */
    final float[] turned;
    /** The 478 points after turning. */
    final float[] points = new float[FaceNetworks.POINTS * 3];
    private final int[] outline;
    /** The 478 points before turning, in head coordinates. */
    final float[] head = new float[FaceNetworks.POINTS * 3];
    private final float[] rotation = new float[9];
    private final float[] v = new float[3];
    private float centreX;
    private float centreY;
    private float centreZ;
    private float faceWidth;
    private float cameraDistance;

    HeadMesh(Topology topology) {
        outline = topology.outline();
        int n = outline.length;
        int vertices = FACE + RINGS * n;
        triangles = new int[3 * (topology.triangles().length + 2 * RINGS * n)];
        int at = 0;
        for (int[] t : topology.triangles()) {
            for (int i : t) {
                triangles[at++] = i;
            }
        }
        for (int ring = 0; ring < RINGS; ring++) {
            for (int i = 0; i < n; i++) {
                int j = (i + 1) % n;
                int a = ringVertex(ring, i), b = ringVertex(ring, j), c = ringVertex(ring + 1, i), d = ringVertex(ring + 1, j);
                for (int corner : new int[] {a, b, c, b, d, c}) {
                    triangles[at++] = corner;
                }
            }
        }
        opacity = new float[vertices];
        for (int i = 0; i < FACE + n; i++) {
            opacity[i] = 1;
        }
        source = new float[2 * vertices];
        turned = new float[3 * vertices];
    }

    private int ringVertex(int ring, int i) {
        return ring == 0 ? outline[i] : FACE + (ring - 1) * outline.length + i;
    }

    /** Width of the face in the portrait, pixels. */
    float faceWidth() {
        return faceWidth;
    }

    /**
     * @param portrait       478 points of a portrait
     * @param mouthOpenWidths how far the chin drops, in face widths
     * @param distanceWidths camera distance in face widths; infinite for a parallel projection
     */
    void turn(float[] portrait, float yawRad, float pitchRad, float distanceWidths, float mouthOpenWidths) {
        float minX = Float.MAX_VALUE, maxX = -Float.MAX_VALUE, minY = Float.MAX_VALUE, maxY = -Float.MAX_VALUE;
        for (int i = 0; i < FACE; i++) {
            minX = Math.min(minX, portrait[3 * i]);
            maxX = Math.max(maxX, portrait[3 * i]);
            minY = Math.min(minY, portrait[3 * i + 1]);
            maxY = Math.max(maxY, portrait[3 * i + 1]);
        }
        faceWidth = maxX - minX;
        centreX = (minX + maxX) / 2;
        centreY = (minY + maxY) / 2;
        centreZ = CENTRE_DEPTH * faceWidth;
        cameraDistance = distanceWidths * faceWidth;
        rotation(yawRad, pitchRad);
        for (int i = 0; i < head.length; i += 3) {
            head[i] = portrait[i] - centreX;
            head[i + 1] = portrait[i + 1] - centreY;
            head[i + 2] = portrait[i + 2] - centreZ;
        }
        for (int i = 0; i < FACE; i++) {
            source[2 * i] = portrait[3 * i];
            source[2 * i + 1] = portrait[3 * i + 1];
        }
        if (mouthOpenWidths > 0) {
            openMouth(mouthOpenWidths * faceWidth);
        }
        for (int i = 0; i < FaceNetworks.POINTS; i++) {
            project(head[3 * i], head[3 * i + 1], head[3 * i + 2], points, 3 * i);
        }
        System.arraycopy(points, 0, turned, 0, 3 * FACE);
        for (int i = 0; i < outline.length; i++) {
            rings(i);
        }
    }

    /** Turns a direction of head coordinates as the head was turned; {@code in} may be {@code out}. */
    void rotate(float[] in, int from, float[] out, int to) {
        float x = in[from], y = in[from + 1], z = in[from + 2];
        for (int r = 0; r < 3; r++) {
            out[to + r] = rotation[3 * r] * x + rotation[3 * r + 1] * y + rotation[3 * r + 2] * z;
        }
    }

    private void rotation(float yaw, float pitch) {
        float cy = (float) Math.cos(yaw), sy = (float) Math.sin(yaw), cp = (float) Math.cos(pitch), sp = (float) Math.sin(pitch);
        rotation[0] = cy;
        rotation[1] = 0;
        rotation[2] = sy;
        rotation[3] = sp * sy;
        rotation[4] = cp;
        rotation[5] = -sp * cy;
        rotation[6] = -cp * sy;
        rotation[7] = sp;
        rotation[8] = cp * cy;
    }

    /** Where a vertex lies before turning, in head coordinates; of vertices that do not turn only x and y mean anything. */
    void headPoint(int vertex, float[] out) {
        if (vertex < FACE) {
            System.arraycopy(head, 3 * vertex, out, 0, 3);
            return;
        }
        out[0] = source[2 * vertex] - centreX;
        out[1] = source[2 * vertex + 1] - centreY;
        out[2] = head[3 * outline[(vertex - FACE) % outline.length] + 2] + HAIR_DEPTH * faceWidth;
    }

    /** Where a point of head coordinates lies after turning, as {@link #turned}. */
    void project(float x, float y, float z, float[] out, int at) {
        for (int r = 0; r < 3; r++) {
            v[r] = rotation[3 * r] * x + rotation[3 * r + 1] * y + rotation[3 * r + 2] * z;
        }
        // z relative to the face's centre of mass keeps its size in pixels independent of the distance
        float scale = Float.isInfinite(cameraDistance) ? 1 : cameraDistance / (cameraDistance + v[2] + centreZ);
        out[at] = v[0] * scale + centreX;
        out[at + 1] = v[1] * scale + centreY;
        out[at + 2] = (v[2] + centreZ) * scale;
    }

    /** Vertices below the mouth's line follow the chin, less so towards the jaw's corners. */
    private void openMouth(float dropPx) {
        float lineY = (head[3 * MOUTH_RIGHT + 1] + head[3 * MOUTH_LEFT + 1]) / 2;
        float midX = (head[3 * MOUTH_RIGHT] + head[3 * MOUTH_LEFT]) / 2;
        float chin = head[3 * CHIN + 1] - lineY;
        float halfMouth = Math.abs(head[3 * MOUTH_LEFT] - head[3 * MOUTH_RIGHT]) / 2;
        boolean[] fixed = new boolean[FACE];
        for (int i : UPPER_INNER_LIP) {
            fixed[i] = true;
        }
        for (int i : MOUTH_CORNERS) {
            fixed[i] = true;
            head[3 * i + 1] += 0.3f * dropPx;
        }
        for (int i = 0; i < FACE; i++) {
            float below = (head[3 * i + 1] - lineY) / chin;
            if (fixed[i] || below <= 0) {
                continue;
            }
            float aside = Math.abs(head[3 * i] - midX) / halfMouth;
            float lateral = Math.clamp(1.15f - 0.45f * aside * aside * (1 - 0.5f * Math.min(1, below)), 0, 1);
            head[3 * i + 1] += dropPx * lateral * Math.min(1, 0.8f + 0.2f * below);
        }
    }

    private void rings(int i) {
        int o = outline[i];
        float x = source[2 * o] - centreX, y = source[2 * o + 1] - centreY;
        float z = head[3 * o + 2];
        int hair = ringVertex(1, i), far = ringVertex(2, i), border = ringVertex(3, i);
        float half = Portraits.SIDE_PX / 2f;
        source[2 * hair] = Math.clamp(x * HAIR_SPREAD + centreX, 2, Portraits.SIDE_PX - 2);
        source[2 * hair + 1] = Math.clamp(y * HAIR_SPREAD + centreY, 2, Portraits.SIDE_PX - 2);
        project(source[2 * hair] - centreX, source[2 * hair + 1] - centreY, z + HAIR_DEPTH * faceWidth, turned, 3 * hair);
        float length = (float) Math.hypot(x, y);
        float dx = x / length, dy = y / length;
        float reach = Math.max(faceWidth, 1.45f * length);
        fix(far, Math.clamp(centreX + dx * reach, 4, Portraits.SIDE_PX - 4),
                Math.clamp(centreY + dy * reach, 4, Portraits.SIDE_PX - 4), FAR * faceWidth);
        float edge = half / Math.max(Math.abs(dx), Math.abs(dy));
        fix(border, half + dx * edge, half + dy * edge, FAR * faceWidth + 1);
    }

    private void fix(int vertex, float x, float y, float z) {
        source[2 * vertex] = x;
        source[2 * vertex + 1] = y;
        turned[3 * vertex] = x;
        turned[3 * vertex + 1] = y;
        turned[3 * vertex + 2] = z;
    }
}
