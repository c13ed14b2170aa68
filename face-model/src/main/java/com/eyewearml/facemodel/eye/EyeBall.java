package com.eyewearml.facemodel.eye;

/**
 * An eyeball as a camera sees it: a sphere that carries the rim of the iris, turned by the gaze about its centre. Lengths in any one
 * unit; x to the right of the picture, y down, z away from the camera.
 *
 * <p>Proportions of the adult eye (Bekerman et al. 2014; Gullstrand's schematic eye): the iris lies {@value #IRIS_DEPTH_MM} mm before the
 * centre of rotation, the cornea is a sphere of {@value #CORNEA_RADIUS_MM} mm about a point {@value #CORNEA_CENTRE_MM} mm before it.
 */
public final class EyeBall {
    /** From the centre of rotation to the plane of the iris. */
    public static final double IRIS_DEPTH_MM = 10.5;
    static final double CORNEA_RADIUS_MM = 7.8;
    static final double CORNEA_CENTRE_MM = 5.7;

    /** Centre of rotation. */
    public final double[] centre = new double[3];
    /** Unit vector from the centre to the centre of the iris. */
    public final double[] gaze = new double[3];
    /** Unit vector along the iris towards the wearer's left, level with the head. */
    public final double[] across = new double[3];
    /** Unit vector along the iris upwards. */
    public final double[] up = new double[3];
    /** Radius of the visible iris. */
    double irisRadius;
    /** Length of a millimetre. */
    double unitsPerMm;

    /**
     * Places the eye.
     *
     * @param headAcross unit vector of the head towards the wearer's left; the iris keeps its own horizontal in the plane of it and the gaze
     */
    public void set(double[] centre, double[] gaze, double[] headAcross, double irisDiameterMm, double unitsPerMm) {
        System.arraycopy(centre, 0, this.centre, 0, 3);
        double length = Math.sqrt(dot(gaze, gaze));
        for (int a = 0; a < 3; a++) {
            this.gaze[a] = gaze[a] / length;
        }
        double along = dot(headAcross, this.gaze);
        for (int a = 0; a < 3; a++) {
            across[a] = headAcross[a] - along * this.gaze[a];
        }
        length = Math.sqrt(dot(across, across));
        for (int a = 0; a < 3; a++) {
            across[a] /= length;
        }
        for (int a = 0; a < 3; a++) {
            int b = (a + 1) % 3;
            int c = (a + 2) % 3;
            up[a] = this.gaze[b] * across[c] - this.gaze[c] * across[b];
        }
        irisRadius = irisDiameterMm / 2 * unitsPerMm;
        this.unitsPerMm = unitsPerMm;
    }

    /** Radius of the sphere through the rim of the iris. */
    double radius() {
        return Math.hypot(irisRadius, IRIS_DEPTH_MM * unitsPerMm);
    }

    /**
     * A point of the iris plane.
     *
     * @param x    towards the wearer's left, 1 on the rim
     * @param y    upwards, 1 on the rim
     * @param into receives three coordinates
     */
    public void irisPoint(double x, double y, double[] into) {
        for (int a = 0; a < 3; a++) {
            into[a] = centre[a] + IRIS_DEPTH_MM * unitsPerMm * gaze[a] + irisRadius * (x * across[a] + y * up[a]);
        }
    }

    static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
