package com.eyewearml.facemodel.worn;

/**
 * A frame reduced to what shows at the size of a training picture, in frame coordinates (millimetres, x to the wearer's left,
 * y up, z out of the face), temples open.
 *
 * @param body      rims, bridge and temples
 * @param lenses    front surfaces of both lenses
 * @param totalWidthMm width of the front
 * @param lensHeightMm height of a lens box
 * @param hingeZMm  where the temples begin
 * @param pantoscopicTiltRad angle between the normal of the front and the temples
 * @param rimless   whether the lenses have no rim, so that their edge shows
 */
public record WornFrame(Body body, Body lenses, float totalWidthMm, float lensHeightMm, float hingeZMm, float pantoscopicTiltRad,
        boolean rimless) {
    /**
     * Triangles with looks by vertex.
     *
     * @param positionsMm x, y, z
     * @param normals     unit length
     * @param looks       red, green, blue as displayed, 0–255, and opacity 0–1
     * @param triangles   corners, three a triangle
     */
    public record Body(float[] positionsMm, float[] normals, float[] looks, int[] triangles) {
        /** Values of {@code looks} a vertex. */
        public static final int LOOKS = 4;

        /** Number of vertices. */
        public int vertexCount() {
            return positionsMm.length / 3;
        }
    }
}
