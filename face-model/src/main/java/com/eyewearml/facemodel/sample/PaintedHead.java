package com.eyewearml.facemodel.sample;

import com.eyewearml.face.EyeRule;
import com.eyewearml.face.FacePoints;
import com.eyewearml.facemodel.data.Pyramid;
import com.eyewearml.facemodel.data.Topology;
import com.eyewearml.facemodel.eye.EyeBall;
import com.eyewearml.facemodel.eye.EyeLook;
import com.eyewearml.facemodel.eye.EyePainter;
import com.eyewearml.facemodel.eye.ViewRays;
import com.eyewearml.nn.FaceNetworks;

/**
 * A portrait's head turned in three dimensions with rendered eyes between its lids, so that irises are known exactly. First
 * {@link #person}, then {@link #turn}, then {@link #lookAlong} or {@link #lookAt}, then {@link #draw}.
 *
 * <p>View coordinates: portrait pixels, x right and y down from the axis of sight, z away from the camera, which stands at
 * {@code (0, 0, -cameraDistance())}.
 */
public final class PaintedHead {
    /** From the lids' edges back to the eye's centre of rotation: they lie on the eyeball above and below the iris. */
    private static final double LIDS_TO_CENTRE_MM = 10.9;

    private final HeadMesh mesh;
    private final Complexion complexion;
    private final EyePainter painter = new EyePainter();
    private final ViewRays rays = new ViewRays();
    private final EyeBall[] balls = {new EyeBall(), new EyeBall()};
    private final double[][] centres = new double[2][3];
    private final double[] across = new double[3];
    private final float[] moved = new float[3 * FaceNetworks.POINTS];
    private final Placement placement = new Placement();
    private final float[] placed;
    private final float[] contour = new float[2 * EyePainter.CONTOUR_POINTS];
    private final double[] point = new double[3];
    private final float[] scratch = new float[3];
    private final double[] visibility = new double[2];
    private Pyramid portrait;
    private float[] labels;
    private EyeLook look;
    private double irisMm;
    private double pxPerMm;
    private double softness;

    public PaintedHead(Topology topology) {
        mesh = new HeadMesh(topology);
        complexion = new Complexion(topology.mirror());
        placed = new float[mesh.turned.length];
    }

    /**
     * Takes a person.
     *
     * @param labels   478 points of the portrait
     * @param look     of both eyes
     * @param pxPerMm  portrait pixels a millimetre of the head
     * @param softness standard deviation of the portrait's own blur in its pixels
     * @param brightness of the eyes' white over what the portrait shows
     */
    public void person(Pyramid portrait, float[] labels, EyeLook look, double irisDiameterMm, double pxPerMm, double softness,
            double brightness) {
        this.portrait = portrait;
        this.labels = labels;
        this.look = look;
        irisMm = irisDiameterMm;
        this.pxPerMm = pxPerMm;
        this.softness = softness;
        complexion.measure(portrait.levels().getFirst(), labels, brightness);
    }

    /**
     * Turns the head.
     *
     * @param distanceWidths camera distance in face widths; infinite for parallel rays
     * @param openness       height of the lids' opening over the portrait's
     */
    public void turn(float yawRad, float pitchRad, float distanceWidths, float openness) {
        System.arraycopy(labels, 0, moved, 0, moved.length);
        Eyelids.close(moved, 0, 1 - openness);
        Eyelids.close(moved, 1, 1 - openness);
        mesh.turn(moved, yawRad, pitchRad, distanceWidths, 0);
        for (int i = 0; i < FacePoints.MESH_COUNT; i++) {
            mesh.source[2 * i] = labels[3 * i];
            mesh.source[2 * i + 1] = labels[3 * i + 1];
        }
        for (int eye = 0; eye < 2; eye++) {
            boolean left = eye == 1;
            int iris = 3 * EyeRule.landmark(left, EyeRule.IRIS_CENTRE);
            int upper = 3 * (left ? FacePoints.LEFT_EYE_UPPER_LID : FacePoints.RIGHT_EYE_UPPER_LID);
            int lower = 3 * (left ? FacePoints.LEFT_EYE_LOWER_LID : FacePoints.RIGHT_EYE_LOWER_LID);
            scratch[0] = labels[iris];
            scratch[1] = labels[iris + 1];
            scratch[2] = (float) ((labels[upper + 2] + labels[lower + 2]) / 2 + LIDS_TO_CENTRE_MM * pxPerMm);
            mesh.view(scratch, 0, centres[eye]);
        }
        direction(labels, 3 * FacePoints.RIGHT_EYE_OUTER, 3 * FacePoints.LEFT_EYE_OUTER, across);
    }

    /** Unit vector from one labelled point to another in view axes. */
    private void direction(float[] points, int from, int to, double[] into) {
        mesh.view(points, from, point);
        mesh.view(points, to, into);
        double length = 0;
        for (int a = 0; a < 3; a++) {
            into[a] -= point[a];
            length += into[a] * into[a];
        }
        for (int a = 0; a < 3; a++) {
            into[a] /= Math.sqrt(length);
        }
    }

    /**
     * Both eyes look in one direction of the head.
     *
     * @param aside tangent towards the wearer's left
     * @param down  tangent downwards
     */
    public void lookAlong(double aside, double down) {
        double[] ahead = new double[3];
        double[] origin = new double[3];
        mesh.view(new float[] {(float) aside, (float) down, -1}, 0, ahead);
        mesh.view(new float[3], 0, origin);
        for (int eye = 0; eye < 2; eye++) {
            double[] gaze = {ahead[0] - origin[0], ahead[1] - origin[1], ahead[2] - origin[2]};
            balls[eye].set(centres[eye], gaze, across, irisMm, pxPerMm);
        }
    }

    /** Both eyes look at a point in view coordinates. */
    public void lookAt(double[] target) {
        for (int eye = 0; eye < 2; eye++) {
            double[] c = centres[eye];
            balls[eye].set(c, new double[] {target[0] - c[0], target[1] - c[1], target[2] - c[2]}, across, irisMm, pxPerMm);
        }
    }

    /**
     * The 478 points in portrait pixels; after {@link #lookAlong} or {@link #lookAt}, call {@link #placeIrises} to have the irises'
     * true places among them.
     */
    public float[] points() {
        return mesh.points;
    }

    /** Replaces the labelled irises by those of the rendered eyes. */
    public void placeIrises() {
        for (int eye = 0; eye < 2; eye++) {
            for (int i = 0; i < 5; i++) {
                // mirrored eyes keep their own order: the rim point on the nose's side is the -x side of the right eye
                int rim = EyeRule.landmark(eye == 1, EyeRule.IRIS_CENTRE + i);
                int order = rim - (eye == 1 ? FacePoints.LEFT_IRIS_CENTRE : FacePoints.RIGHT_IRIS_CENTRE);
                double x = order == 1 ? 1 : order == 3 ? -1 : 0;
                double y = order == 2 ? 1 : order == 4 ? -1 : 0;
                balls[eye].irisPoint(x, y, point);
                double d = mesh.cameraDistance();
                double s = Double.isInfinite(d) ? 1 : d / (d + point[2]);
                mesh.points[3 * rim] = (float) (point[0] * s + mesh.centreX());
                mesh.points[3 * rim + 1] = (float) (point[1] * s + mesh.centreY());
                mesh.points[3 * rim + 2] = (float) (point[2] * s);
            }
        }
    }

    /** Centre of rotation of an eye in view coordinates. */
    public double[] eyeCentre(boolean left) {
        return centres[left ? 1 : 0];
    }

    /** Distance of the camera from the plane z = 0, portrait pixels. */
    public double cameraDistance() {
        return mesh.cameraDistance();
    }

    /** Width of the face in the portrait, pixels. */
    public float faceWidth() {
        return mesh.faceWidth();
    }

    /** Portrait pixel column of the axis of sight. */
    public float axisX() {
        return mesh.centreX();
    }

    /** Portrait pixel row of the axis of sight. */
    public float axisY() {
        return mesh.centreY();
    }

    /**
     * Draws the head.
     *
     * @param painted  whether the eyes are rendered; else they are the portrait's own
     * @param scale    canvas pixels a portrait pixel
     * @param angleRad turn from the portrait's x axis to the canvas's
     * @param x        portrait column that is drawn at ...
     * @param canvasX  ... this canvas column
     */
    public void draw(Canvas canvas, boolean painted, float scale, float angleRad, float x, float y, float canvasX, float canvasY) {
        placement.set(scale, angleRad, x, y, canvasX, canvasY).apply(mesh.turned, placed, placed.length / 3);
        canvas.clear();
        canvas.draw(portrait, portrait.levelFor(1 / scale), mesh.triangles, placed, mesh.source, mesh.opacity);
        visibility[0] = 0;
        visibility[1] = 0;
        if (!painted) {
            return;
        }
        rays.set(scale, angleRad, x - mesh.centreX(), y - mesh.centreY(), canvasX, canvasY, mesh.cameraDistance());
        for (int eye = 0; eye < 2; eye++) {
            for (int i = 0; i < EyePainter.CONTOUR_POINTS; i++) {
                int vertex = 3 * EyeRule.landmark(eye == 1, i);
                contour[2 * i] = placed[vertex];
                contour[2 * i + 1] = placed[vertex + 1];
            }
            visibility[eye] = painter.paint(canvas, rays, balls[eye], look, contour, complexion.exposure(eye == 1, softness * scale));
        }
    }

    /** How much of a painted iris showed in the last drawing, 0 to 1. */
    public double visibility(boolean left) {
        return visibility[left ? 1 : 0];
    }
}
