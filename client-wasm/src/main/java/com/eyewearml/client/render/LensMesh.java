package com.eyewearml.client.render;

/**
 * What the vertices of a lens say about its shape: its front as a sphere, its thickness, and how deep under the front each vertex is.
 * Frame coordinates, millimetres.
 */
final class LensMesh {
    private static final float FRONT_NORMAL_Z = 0.7f;
    private static final int STRIDE = EyewearModel.FLOATS_PER_VERTEX;

    private final float[] vertices;
    private final int first;
    private final int end;
    private double middleX;
    private double middleY;
    private double middleZ;
    private double slopeX;
    private double slopeY;
    private double curvature;
    private double thickness;

    /** @param vertices laid out as in {@link EyewearModel}; those of the lens are {@code first} to {@code end} */
    LensMesh(float[] vertices, int first, int end) {
        this.vertices = vertices;
        this.first = first;
        this.end = end;
        fitFront();
        for (int i = first; i < end; i++) {
            thickness = Math.max(thickness, depthMm(i));
        }
    }

    /** On a sphere unit normals lean in proportion to the distance from its axis. */
    private void fitFront() {
        int count = 0;
        for (int pass = 0; pass < 2; pass++) {
            double along = 0;
            double spread = 0;
            for (int i = first; i < end; i++) {
                int at = STRIDE * i;
                float nz = vertices[at + 5];
                if (nz < FRONT_NORMAL_Z) {
                    continue;
                }
                double x = vertices[at] - middleX;
                double y = vertices[at + 1] - middleY;
                double sx = vertices[at + 3];
                double sy = vertices[at + 4];
                if (pass == 0) {
                    count++;
                    middleX += (vertices[at] - middleX) / count;
                    middleY += (vertices[at + 1] - middleY) / count;
                    slopeX += (sx - slopeX) / count;
                    slopeY += (sy - slopeY) / count;
                } else {
                    along += (sx - slopeX) * x + (sy - slopeY) * y;
                    spread += x * x + y * y;
                }
            }
            curvature = spread == 0 ? 0 : along / spread;
        }
        double sum = 0;
        for (int i = first; i < end; i++) {
            if (vertices[STRIDE * i + 5] >= FRONT_NORMAL_Z) {
                sum -= depthMm(i);
            }
        }
        middleZ = count == 0 ? 0 : sum / count;
    }

    /** Depth of a vertex under the front. */
    private double depthMm(int vertex) {
        double x = vertices[STRIDE * vertex] - middleX;
        double y = vertices[STRIDE * vertex + 1] - middleY;
        return middleZ - slopeX * x - slopeY * y - curvature / 2 * (x * x + y * y) - vertices[STRIDE * vertex + 2];
    }

    /** Depth of a vertex as a share of the thickness, 0 to 1; 0 in a lens that is a single sheet. */
    double depthShare(int vertex) {
        return thickness < 0.5 ? 0 : Math.clamp(depthMm(vertex) / thickness, 0, 1);
    }

    /** Of the front, 1/mm, positive with the centre behind it. */
    double curvaturePerMm() {
        return curvature;
    }

    double thicknessMm() {
        return thickness;
    }
}
