package com.eyewearml.fit;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.shape.HeadModel;

/**
 * Where a frame rests on a head, as an optician would have it sit: pads and bridge touch the nose, the lenses stand
 * {@value #VERTEX_MM} mm before the corneas with the pupils a little above their middle, the temples lie on the ears.
 *
 * <p>A frame may rest at any height of the nose; lower down the nose is broader and carries it further from the eyes. Of all heights the
 * one is taken whose vertex distance and pupil height together deviate least from the two wishes. Then the front leans so that the
 * temples meet the ears.
 */
public final class FramePlacement {
    /** Distance wished for between the back of a lens and the cornea; opticians fit 12 to 14 mm. */
    public static final double VERTEX_MM = 13;

    private static final double VERTEX_TOLERANCE_MM = 2;
    private static final double MIN_VERTEX_MM = 9;
    private static final double PUPIL_ABOVE_MIDDLE_MM = 3;
    private static final double PUPIL_TOLERANCE_MM = 2.5;
    private static final double HIGHEST_MM = 4;
    private static final double LOWEST_MM = -12;
    private static final double STEP_MM = 0.25;
    private static final double PRECISION_MM = 1e-3;
    private static final double GOLDEN_SHARE = (Math.sqrt(5) - 1) / 2;
    private static final double CORNEA_BEFORE_IRIS_MM = 3.6;
    private static final double LENS_THICKNESS_MM = 2;
    /** Where the skin meets the pads: inside the lens box's edge, as a share of B below the middle, behind the front. */
    private static final double PAD_INSIDE_MM = 2.5;
    private static final double PAD_DROP_SHARE = 0.1;
    private static final double PAD_BEHIND_MM = 6.5;
    /** How far pads come behind the face mesh: they sink into the skin, and the mesh cuts across the hollow of the nose's flank. */
    private static final double PAD_SINK_MM = 3;
    /** Underside of the bridge. */
    private static final double BRIDGE_RISE_SHARE = 0.1;
    private static final double BRIDGE_BEHIND_MM = 3;
    private static final double TEMPLE_HALF_HEIGHT_MM = 2.5;
    private static final double TEMPLE_HALF_THICKNESS_MM = 1.5;
    private static final double MAX_LEAN_RAD = Math.toRadians(20);
    private static final double MAX_OPENING_RAD = Math.toRadians(14);
    private static final double MAX_CLOSING_RAD = Math.toRadians(5);
    private static final int ROUNDS = 3;

    private final NoseSurface nose;
    private final int rightEarRoot;
    private final int leftEarRoot;
    private final float[] frameToHead = new float[16];
    private double leanRad;
    private double yMm;
    private double zMm;
    private double rightOpeningRad;
    private double leftOpeningRad;
    private double vertexMm;

    public FramePlacement(HeadModel head) {
        nose = new NoseSurface(head);
        rightEarRoot = 3 * head.vertex(HeadModel.Named.RIGHT_EAR_ROOT);
        leftEarRoot = 3 * head.vertex(HeadModel.Named.LEFT_EAR_ROOT);
    }

    /**
     * Places a frame.
     *
     * @param headShapeMm vertices of the head, as in {@link com.eyewearml.face.TrackedFace#headShapeMm}
     * @param adjustment  the shopper's wish on top of it
     */
    public void place(float[] headShapeMm, WornFrame frame, Adjustment adjustment) {
        nose.use(headShapeMm);
        double middleX = headShapeMm[3 * FacePoints.NOSE_BRIDGE_TOP];
        leanRad = frame.pantoscopicTiltRad();
        for (int round = 0; round < ROUNDS; round++) {
            restOnNose(headShapeMm, frame, middleX);
            leanToEars(headShapeMm, frame);
        }
        if (!adjustment.equals(Adjustment.NONE)) {
            adjust(headShapeMm, frame, middleX, adjustment);
        }
        rightOpeningRad = opening(middleX - headShapeMm[rightEarRoot], headShapeMm[rightEarRoot + 2], frame);
        leftOpeningRad = opening(headShapeMm[leftEarRoot] - middleX, headShapeMm[leftEarRoot + 2], frame);
        writeMatrix(middleX);
    }

    /** Frame coordinates to head frame, both in millimetres: column-major 4 × 4, rigid. Overwritten by the next placing. */
    public float[] frameToHead() {
        return frameToHead;
    }

    /** How far the wearer's right temple opens beyond its position square to the front; negative inwards. */
    public double rightOpeningRad() {
        return rightOpeningRad;
    }

    /** How far the wearer's left temple opens beyond its position square to the front; negative inwards. */
    public double leftOpeningRad() {
        return leftOpeningRad;
    }

    /** Lean of the front as worn, its lower edge towards the cheeks. */
    public double pantoscopicTiltRad() {
        return leanRad;
    }

    /** Distance from the back of the lenses to the corneas. */
    public double vertexDistanceMm() {
        return vertexMm;
    }

    /** How far the pupils lie above the middle of the lens boxes. */
    public double pupilHeightMm(float[] headShapeMm) {
        return pupil(headShapeMm, 1) - yMm;
    }

    /** Tries all heights, then narrows down around the best, so that the frame moves smoothly with the head's shape. */
    private void restOnNose(float[] shape, WornFrame frame, double middleX) {
        double pupilY = pupil(shape, 1);
        double best = pupilY;
        double least = Double.POSITIVE_INFINITY;
        for (double y = pupilY + LOWEST_MM; y <= pupilY + HIGHEST_MM; y += STEP_MM) {
            double cost = cost(shape, frame, middleX, y);
            if (cost < least) {
                least = cost;
                best = y;
            }
        }
        double low = best - STEP_MM;
        double high = best + STEP_MM;
        while (high - low > PRECISION_MM) {
            double a = high - GOLDEN_SHARE * (high - low);
            double b = low + GOLDEN_SHARE * (high - low);
            if (cost(shape, frame, middleX, a) < cost(shape, frame, middleX, b)) {
                high = b;
            } else {
                low = a;
            }
        }
        settle(shape, frame, middleX, (low + high) / 2);
    }

    private double cost(float[] shape, WornFrame frame, double middleX, double y) {
        double vertex = Math.max(MIN_VERTEX_MM, vertex(shape, contactZ(frame, middleX, y), y));
        double height = (pupil(shape, 1) - y - PUPIL_ABOVE_MIDDLE_MM) / PUPIL_TOLERANCE_MM;
        double depth = (vertex - VERTEX_MM) / VERTEX_TOLERANCE_MM;
        return height * height + depth * depth;
    }

    /** Vertex distance of a frame whose origin is at (y, z). */
    private double vertex(float[] shape, double z, double y) {
        return z - LENS_THICKNESS_MM + (pupil(shape, 1) - y) * Math.sin(leanRad) - pupil(shape, 2) - CORNEA_BEFORE_IRIS_MM;
    }

    /** Rests the frame at a height: on the nose, or farther out where the lenses would touch the lashes. */
    private void settle(float[] shape, WornFrame frame, double middleX, double y) {
        yMm = y;
        zMm = contactZ(frame, middleX, y);
        double vertex = vertex(shape, zMm, y);
        vertexMm = Math.max(MIN_VERTEX_MM, vertex);
        zMm += vertexMm - vertex;
    }

    /** Follows the line of rest down or up the nose for the length asked for, then tilts about the place of contact. */
    private void adjust(float[] shape, WornFrame frame, double middleX, Adjustment adjustment) {
        double step = -Math.signum(adjustment.alongNoseMm()) * STEP_MM;
        double left = Math.abs(adjustment.alongNoseMm());
        while (left > 0) {
            double fromY = yMm;
            double fromZ = zMm;
            settle(shape, frame, middleX, fromY + step);
            double way = Math.hypot(yMm - fromY, zMm - fromZ);
            if (way > left) {
                settle(shape, frame, middleX, fromY + step * left / way);
            }
            left -= way;
        }
        leanRad += adjustment.tiltRad();
        settle(shape, frame, middleX, yMm);
    }

    /** Least z of the frame's origin at which neither pads nor bridge enter the nose. */
    private double contactZ(WornFrame frame, double middleX, double y) {
        double padX = frame.dblMm() / 2 - PAD_INSIDE_MM;
        double padY = -PAD_DROP_SHARE * frame.lensHeightMm();
        double bridgeY = BRIDGE_RISE_SHARE * frame.lensHeightMm();
        double right = clearance(middleX - padX, y, padY, -PAD_BEHIND_MM) - PAD_SINK_MM;
        double left = clearance(middleX + padX, y, padY, -PAD_BEHIND_MM) - PAD_SINK_MM;
        double bridge = clearance(middleX, y, bridgeY, -BRIDGE_BEHIND_MM);
        return Math.max(bridge, Math.max(right, left));
    }

    /** z of the frame's origin at which a point of the frame touches the skin; turned by the lean about the x axis. */
    private double clearance(double headX, double originY, double frameY, double frameZ) {
        double cos = Math.cos(leanRad);
        double sin = Math.sin(leanRad);
        double y = originY + cos * frameY - sin * frameZ;
        double z = sin * frameY + cos * frameZ;
        return nose.z(headX, y) - z;
    }

    /**
     * A temple leaves the hinge along (0, −sin tilt, −cos tilt) of the frame; turned by the lean it descends towards the ear by
     * tan(tilt − lean).
     */
    private void leanToEars(float[] shape, WornFrame frame) {
        double earY = (shape[rightEarRoot + 1] + shape[leftEarRoot + 1]) / 2 + TEMPLE_HALF_HEIGHT_MM;
        double earZ = (shape[rightEarRoot + 2] + shape[leftEarRoot + 2]) / 2;
        double hingeY = yMm + Math.cos(leanRad) * frame.hingeYMm() - Math.sin(leanRad) * frame.hingeZMm();
        double hingeZ = zMm + Math.sin(leanRad) * frame.hingeYMm() + Math.cos(leanRad) * frame.hingeZMm();
        double lean = frame.pantoscopicTiltRad() + Math.atan2(earY - hingeY, hingeZ - earZ);
        leanRad = Math.max(-MAX_LEAN_RAD, Math.min(MAX_LEAN_RAD, lean));
    }

    private double opening(double earX, double earZ, WornFrame frame) {
        double length = Math.max(1, zMm + frame.hingeZMm() - earZ);
        double angle = Math.atan2(earX + TEMPLE_HALF_THICKNESS_MM - frame.hingeXMm(), length);
        return Math.max(-MAX_CLOSING_RAD, Math.min(MAX_OPENING_RAD, angle));
    }

    private void writeMatrix(double middleX) {
        float cos = (float) Math.cos(leanRad);
        float sin = (float) Math.sin(leanRad);
        for (int i = 0; i < 16; i++) {
            frameToHead[i] = 0;
        }
        frameToHead[0] = 1;
        frameToHead[5] = cos;
        frameToHead[6] = sin;
        frameToHead[9] = -sin;
        frameToHead[10] = cos;
        frameToHead[12] = (float) middleX;
        frameToHead[13] = (float) yMm;
        frameToHead[14] = (float) zMm;
        frameToHead[15] = 1;
    }

    private static double pupil(float[] shape, int axis) {
        return (shape[3 * FacePoints.RIGHT_IRIS_CENTRE + axis] + shape[3 * FacePoints.LEFT_IRIS_CENTRE + axis]) / 2;
    }
}
