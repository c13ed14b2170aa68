package com.eyewearml.facemodel.sample;

import com.eyewearml.face.FacePoints;
import com.eyewearml.facemodel.data.Portraits;
import com.eyewearml.facemodel.data.Topology;
import com.eyewearml.nn.FaceNetworks;

/**
 * Turns the head of a portrait in three dimensions. The labelled face mesh is surrounded by three rings: hair and ears, which
 * turn with the head somewhat behind the face's outline, a far ring and the picture's border, which both stay. The vertices around
 * each eye's opening exist twice, for the lids and for the eyeball: lids that move uncover or hide what lies behind them.
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
    private static final float HAIR_PATCH = 0.5f;
    /** Depth of rings that do not turn, in face widths: behind everything. */
    private static final float FAR = 3;

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
    private final ExpressionField field = new ExpressionField();
    /** For each eye the face's vertices around its opening. */
    private final int[][] openings = {Eyelids.opening(0), Eyelids.opening(1)};
    private final int firstOpening;
    private final float[] lids = new float[3 * FACE];
    private float centreX;
    private float centreY;
    private float centreZ;
    private float faceWidth;
    private float cameraDistance;

    HeadMesh(Topology topology) {
        outline = topology.outline();
        int n = outline.length;
        firstOpening = FACE + RINGS * n;
        int vertices = firstOpening + openings[0].length + openings[1].length;
        triangles = new int[3 * (topology.triangles().length + 2 * RINGS * n)];
        int at = 0;
        for (int[] t : topology.triangles()) {
            int[] eyeball = onEyeball(t);
            for (int i = 0; i < 3; i++) {
                triangles[at++] = eyeball == null ? t[i] : eyeball[i];
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
        for (int i = firstOpening; i < vertices; i++) {
            opacity[i] = 1;
        }
        source = new float[2 * vertices];
        turned = new float[3 * vertices];
    }

    /** The eyeball's vertices of a triangle across an eye's opening; null of any other. */
    private int[] onEyeball(int[] triangle) {
        int start = firstOpening;
        for (int[] opening : openings) {
            int[] found = new int[3];
            int count = 0;
            for (int corner : triangle) {
                for (int i = 0; i < opening.length; i++) {
                    if (opening[i] == corner) {
                        found[count++] = start + i;
                    }
                }
            }
            if (count == 3) {
                return found;
            }
            start += opening.length;
        }
        return null;
    }

    /** Whether a vertex belongs to the rings around the face. */
    boolean onRing(int vertex) {
        return vertex >= FACE && vertex < firstOpening;
    }

    private int lid(int eyeballVertex) {
        int i = eyeballVertex - firstOpening;
        return i < openings[0].length ? openings[0][i] : openings[1][i - openings[0].length];
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
     * @param distanceWidths camera distance in face widths; infinite for a parallel projection
     * @param mouthOpenWidths how far the chin drops, in face widths
     */
    void turn(float[] portrait, float yawRad, float pitchRad, float distanceWidths, float mouthOpenWidths) {
        turn(portrait, yawRad, pitchRad, distanceWidths, Expression.mouth(mouthOpenWidths));
    }

    /**
     * @param portrait       478 points of a portrait
     * @param distanceWidths camera distance in face widths; infinite for a parallel projection
     */
    void turn(float[] portrait, float yawRad, float pitchRad, float distanceWidths, Expression expression) {
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
        uncoverEyes(expression);
        field.apply(head, faceWidth, expression);
        for (int i = 0; i < FaceNetworks.POINTS; i++) {
            project(head[3 * i], head[3 * i + 1], head[3 * i + 2], points, 3 * i);
        }
        System.arraycopy(points, 0, turned, 0, 3 * FACE);
        for (int i = firstOpening; i < opacity.length; i++) {
            System.arraycopy(points, 3 * lid(i), turned, 3 * i, 3);
        }
        for (int i = 0; i < outline.length; i++) {
            rings(i);
        }
    }

    /** The eyeball stays while the lids move: what shows between them is what lies there in the portrait. */
    private void uncoverEyes(Expression expression) {
        System.arraycopy(head, 0, lids, 0, lids.length);
        Eyelids.close(lids, 0, expression.closedRight());
        Eyelids.close(lids, 1, expression.closedLeft());
        for (int i = firstOpening; i < opacity.length; i++) {
            source[2 * i] = lids[3 * lid(i)] + centreX;
            source[2 * i + 1] = lids[3 * lid(i) + 1] + centreY;
        }
    }

    /** Stretches the hair above the forehead over the whole face, so that the head is seen from behind. */
    void coverWithHair() {
        int top = 0;
        while (top < outline.length - 1 && outline[top] != FacePoints.FOREHEAD_TOP) {
            top++;
        }
        int hair = ringVertex(1, top), forehead = outline[top];
        float x = source[2 * hair], low = source[2 * forehead + 1], high = source[2 * hair + 1];
        for (int i = 0; i < opacity.length; i++) {
            if (!onRing(i)) {
                source[2 * i] = x + HAIR_PATCH * (source[2 * i] - centreX);
                source[2 * i + 1] = (low + high) / 2 + (source[2 * i + 1] - centreY) / faceWidth * (low - high) * HAIR_PATCH;
            }
        }
    }

    /** Turns a direction of head coordinates as the head was turned; {@code in} may be {@code out}. */
    void rotate(float[] in, int from, float[] out, int to) {
        float x = in[from], y = in[from + 1], z = in[from + 2];
        for (int r = 0; r < 3; r++) {
            out[to + r] = rotation[3 * r] * x + rotation[3 * r + 1] * y + rotation[3 * r + 2] * z;
        }
    }

    /**
     * Turns a point of the portrait as the last head was turned.
     *
     * @param point x, y, z in portrait pixels
     * @param view  receives x right and y down from the axis of sight, z away from the camera, which stands at (0, 0, -distance)
     */
    void view(float[] point, int at, double[] view) {
        for (int r = 0; r < 3; r++) {
            view[r] = rotation[3 * r] * (point[at] - centreX) + rotation[3 * r + 1] * (point[at + 1] - centreY)
                    + rotation[3 * r + 2] * (point[at + 2] - centreZ);
        }
        view[2] += centreZ;
    }

    /** Distance of the camera from the plane z = 0 of {@link #view}, portrait pixels. */
    float cameraDistance() {
        return cameraDistance;
    }

    /** Portrait pixel column of the axis of sight. */
    float centreX() {
        return centreX;
    }

    /** Portrait pixel row of the axis of sight. */
    float centreY() {
        return centreY;
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
        if (!onRing(vertex)) {
            System.arraycopy(head, 3 * (vertex < FACE ? vertex : lid(vertex)), out, 0, 3);
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
