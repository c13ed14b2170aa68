package com.eyewearml.face.shape;

import com.eyewearml.face.FacePoints;

/**
 * A linear model of the human head: mean plus modes of a principal component analysis. Head frame: millimetres, right-handed,
 * origin midway between the inner eye corners, x to the subject's left, y up, z out of the face.
 *
 * <p>Vertices 0 to 477 are the landmarks, in landmark order; the vertices after them continue the face to the back of the
 * head, the ears and the upper neck and move with the same modes. A coefficient of 1 is one standard deviation of its mode, so
 * the prior over coefficients is the unit normal distribution.
 *
 * <p>The model is bilaterally symmetric: the mean equals its own mirror image, and each mode its mirror image times its parity
 * +1 or −1.
 */
public final class HeadModel {
    private final float[] meanMm;
    private final float[][] modesMm;
    private final char[] mirror;
    private final char[] triangles;
    private final int faceTriangleCount;
    private final float[] expressionSdMm;
    private final char[] namedVertices;

    /** Extra vertices the engine names. */
    public enum Named {
        /** Groove between the upper edge of the right ear and the head: a temple rests here. */
        RIGHT_EAR_ROOT,
        LEFT_EAR_ROOT,
        /** Fold in which the back of the right ear meets the head, at its upper end: a temple bends down behind it. */
        RIGHT_EAR_FOLD,
        LEFT_EAR_FOLD,
        /** Notch above the tragus, at the front of the ear. */
        RIGHT_TRAGION,
        LEFT_TRAGION
    }

    HeadModel(float[] meanMm, float[][] modesMm, char[] mirror, char[] triangles, int faceTriangleCount,
            float[] expressionSdMm, char[] namedVertices) {
        this.meanMm = meanMm;
        this.modesMm = modesMm;
        this.mirror = mirror;
        this.triangles = triangles;
        this.faceTriangleCount = faceTriangleCount;
        this.expressionSdMm = expressionSdMm;
        this.namedVertices = namedVertices;
    }

    /**
     * Reads the content of a {@code head.ewhd} file.
     *
     * @throws HeadModelException if the file is not a head model, of another version, cut short, damaged or inconsistent
     */
    public static HeadModel parse(byte[] file) {
        return HeadModelFile.read(file);
    }

    /** Number of vertices, landmarks included. */
    public int vertexCount() {
        return meanMm.length / 3;
    }

    /** Number of shape modes, sorted by falling variance. */
    public int modeCount() {
        return modesMm.length;
    }

    /** Coordinate of the mean head: {@code index} is three times the vertex number plus 0, 1, 2 for x, y, z. */
    public float meanMm(int index) {
        return meanMm[index];
    }

    /** Displacement of a coordinate by one standard deviation of a mode; {@code index} as in {@link #meanMm(int)}. */
    public float modeMm(int mode, int index) {
        return modesMm[mode][index];
    }

    /** Copies the mean head to the start of {@code out}: x, y, z of each vertex. */
    public void copyMeanMm(float[] out) {
        System.arraycopy(meanMm, 0, out, 0, meanMm.length);
    }

    /**
     * Computes the head with the given coefficients.
     *
     * @param coefficients one per mode, in standard deviations; fewer than {@link #modeCount()} leave the rest at 0
     * @param out receives x, y, z of each vertex, millimetres
     */
    public void shape(float[] coefficients, float[] out) {
        copyMeanMm(out);
        for (int k = 0; k < coefficients.length; k++) {
            float c = coefficients[k];
            if (c != 0) {
                float[] mode = modesMm[k];
                for (int i = 0; i < mode.length; i++) {
                    out[i] += c * mode[i];
                }
            }
        }
    }

    /** How far facial expression moves a landmark of one person, standard deviation of the distance in millimetres. */
    public float expressionSdMm(int landmark) {
        return expressionSdMm[landmark];
    }

    /** For each landmark the one at the mirrored place; a new array. */
    public int[] landmarkMirror() {
        int[] out = new int[FacePoints.COUNT];
        for (int i = 0; i < out.length; i++) {
            out[i] = mirror[i];
        }
        return out;
    }

    /** Number of the vertex at the mirrored place. */
    public int mirror(int vertex) {
        return mirror[vertex];
    }

    /** Number of triangles; the first {@link #faceTriangleCount()} cover the face, the rest the head behind it. */
    public int triangleCount() {
        return triangles.length / 3;
    }

    /** Number of triangles whose corners are all landmarks. */
    public int faceTriangleCount() {
        return faceTriangleCount;
    }

    /** Vertex at a triangle's corner 0, 1 or 2; counter-clockwise seen from outside the head. */
    public int triangleVertex(int triangle, int corner) {
        return triangles[3 * triangle + corner];
    }

    /** Number of a named vertex. */
    public int vertex(Named named) {
        return namedVertices[named.ordinal()];
    }

    float[] meanMm() {
        return meanMm;
    }

    float[] modeMm(int mode) {
        return modesMm[mode];
    }

    static boolean isLandmark(int vertex) {
        return vertex < FacePoints.COUNT;
    }
}
