package com.eyewearml.fit;

/**
 * The side of a front that faces the nose: bridge, inner rims and pads as points over an even grid, {@value #STEP_MM} mm apart, each the
 * rearmost of the front there. Frame coordinates, millimetres.
 *
 * @param pointsMm x, y, z of each; not copied
 */
public record NoseContact(float[] pointsMm) {
    /** Distance of the grid's points. */
    public static final float STEP_MM = 1.25f;

    /** A nose under a frame is not broader than the bridge and this on both sides. */
    private static final double BESIDE_BRIDGE_MM = 2.5;
    private static final float TOP_MM = 20;
    private static final float BOTTOM_MM = -25;
    /** Fewer points are no bridge: markers, lenses that hang in the air. */
    private static final int FEWEST = 8;

    /** Where the skin meets the pads of a common frame: inside the lens box's edge, as a share of B below the middle, behind the front. */
    private static final double PAD_INSIDE_MM = 2.5;
    private static final double PAD_DROP_SHARE = 0.1;
    private static final double PAD_BEHIND_MM = 4.5;
    private static final double BRIDGE_RISE_SHARE = 0.1;
    private static final double BRIDGE_BEHIND_MM = 3;

    /**
     * Takes the points from a front.
     *
     * @param vertices     x, y, z of a vertex are the first of every {@code stride} values
     * @param triangles    vertex numbers, three for each triangle of the front, lenses left out
     * @param dblMm        distance between the lens boxes
     * @param lensHeightMm B
     * @return of a common frame with these measures, where no triangle is near the nose
     */
    public static NoseContact of(float[] vertices, int stride, int[] triangles, double dblMm, double lensHeightMm) {
        float half = STEP_MM * (float) Math.ceil((dblMm / 2 + BESIDE_BRIDGE_MM) / STEP_MM);
        HeightField rear = new HeightField(-half, BOTTOM_MM, half, TOP_MM, STEP_MM);
        for (int i = 0; i < triangles.length; i += 3) {
            rear.raise(vertices, stride * triangles[i], stride * triangles[i + 1], stride * triangles[i + 2], -1);
        }
        float[] points = new float[3 * rear.columns() * rear.rows()];
        int count = 0;
        for (int row = 0; row < rear.rows(); row++) {
            for (int column = 0; column < rear.columns(); column++) {
                if (rear.z(column, row) != HeightField.NOTHING_MM) {
                    points[count++] = rear.x(column);
                    points[count++] = rear.y(row);
                    points[count++] = -rear.z(column, row);
                }
            }
        }
        if (count < 3 * FEWEST) {
            return common(dblMm, lensHeightMm);
        }
        float[] found = new float[count];
        System.arraycopy(points, 0, found, 0, count);
        return new NoseContact(found);
    }

    /** Pads and the underside of the bridge as on a common frame. */
    public static NoseContact common(double dblMm, double lensHeightMm) {
        double padX = dblMm / 2 - PAD_INSIDE_MM;
        float[] points = new float[3 * 5 * 9 * 2 + 3 * 5];
        int at = 0;
        for (int side = -1; side <= 1; side += 2) {
            for (int column = -1; column <= 1; column++) {
                for (int row = -4; row <= 4; row++) {
                    points[at++] = (float) (side * (padX + column * STEP_MM));
                    points[at++] = (float) (-PAD_DROP_SHARE * lensHeightMm + row * STEP_MM);
                    points[at++] = (float) (-PAD_BEHIND_MM - 2 * column * STEP_MM);
                }
            }
        }
        for (int column = -2; column <= 2; column++) {
            points[at++] = column * STEP_MM;
            points[at++] = (float) (BRIDGE_RISE_SHARE * lensHeightMm);
            points[at++] = (float) -BRIDGE_BEHIND_MM;
        }
        float[] filled = new float[at];
        System.arraycopy(points, 0, filled, 0, at);
        return new NoseContact(filled);
    }

    int count() {
        return pointsMm.length / 3;
    }
}
