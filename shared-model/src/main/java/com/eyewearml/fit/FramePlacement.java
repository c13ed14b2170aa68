package com.eyewearml.fit;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.shape.HeadModel;

/**
 * Where a frame rests on a head, as an optician would have it sit: pads and bridge touch the nose, the lenses stand
 * {@value #VERTEX_MM} mm before the corneas with the pupils a little above their middle, the temples lie on the ears.
 *
 * <p>A frame may rest at any height of the nose; lower down the nose is broader and carries it further from the eyes. At each height the
 * bridge and pads of this very frame sink into the skin until it carries them ({@link SoftContact}). Of all heights the one is taken whose
 * vertex distance and pupil height together deviate least from the two wishes. The frame shifts sideways until both flanks carry it
 * alike, then leans as far as opticians wish and the temples allow, and each temple is bent to its own ear ({@link TempleFit}).
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
    private static final double STEP_MM = 0.5;
    private static final double NEAR_MM = 1.5;
    private static final double PRECISION_MM = 5e-3;
    private static final double GOLDEN_SHARE = (Math.sqrt(5) - 1) / 2;
    private static final double CORNEA_BEFORE_IRIS_MM = 3.6;
    private static final double LENS_THICKNESS_MM = 2;
    /** Volume by which the halves of the skin may differ for each millimetre that the frame shifts sideways. */
    private static final double SIDEWAYS_MM3_PER_MM = 15;
    private static final double MOST_SIDEWAYS_MM = 2.5;
    private static final double SIDEWAYS_PRECISION_MM = 1e-3;
    private static final double MAX_LEAN_RAD = Math.toRadians(20);
    /** Angle by which the head frame's z axis descends when the head is held with the Frankfurt plane level. */
    private static final double FRANKFURT_RAD = Math.toRadians(4);
    /** Tilt as worn that opticians aim at, and how readily they give it up for the temples' own angle to the front. */
    private static final double TILT_RAD = Math.toRadians(9);
    private static final double TILT_TOLERANCE_RAD = Math.toRadians(2.5);
    private static final double ANGLING_TOLERANCE_RAD = Math.toRadians(4);
    private static final int ROUNDS = 2;
    /** The way from hinge to ear on which temples are bowed, in parts: from behind the eye to before the ear. */
    private static final int BOW_PARTS = 20;
    private static final int FIRST_BOWED = 4;
    private static final int LAST_BOWED = 16;
    private static final double MOST_BOW_MM = 7;

    private final NoseSurface nose;
    private final Ear rightEar;
    private final Ear leftEar;
    private final SoftContact contact = new SoftContact();
    private final TempleFit rightTemple = new TempleFit();
    private final TempleFit leftTemple = new TempleFit();
    private final float[] frameToHead = new float[16];
    private final double[] rest = new double[3];
    private final double[] fold = new double[3];
    private double leanRad;
    private double rollRad;
    private double yMm;
    private double zMm;
    private double middleX;
    private double vertexMm;

    /** Where in the head's shape an ear's points are; side −1 on the right. */
    private record Ear(int side, int root, int fold, HeadSide head) { }

    public FramePlacement(HeadModel head) {
        nose = new NoseSurface(head);
        rightEar = new Ear(-1, 3 * head.vertex(HeadModel.Named.RIGHT_EAR_ROOT), 3 * head.vertex(HeadModel.Named.RIGHT_EAR_FOLD),
                new HeadSide(head, -1));
        leftEar = new Ear(1, 3 * head.vertex(HeadModel.Named.LEFT_EAR_ROOT), 3 * head.vertex(HeadModel.Named.LEFT_EAR_FOLD),
                new HeadSide(head, 1));
    }

    /**
     * Places a frame.
     *
     * @param headShapeMm vertices of the head, as in {@link com.eyewearml.face.TrackedFace#headShapeMm}
     * @param adjustment  the shopper's wish on top of it
     */
    public void place(float[] headShapeMm, WornFrame frame, Adjustment adjustment) {
        nose.use(headShapeMm);
        middleX = headShapeMm[3 * FacePoints.NOSE_BRIDGE_TOP];
        leanRad = frame.pantoscopicTiltRad() - FRANKFURT_RAD;
        rollRad = 0;
        yMm = roughHeight(headShapeMm, frame);
        for (int round = 0; round < ROUNDS; round++) {
            restOnNose(headShapeMm, frame);
            balance(frame, headShapeMm[3 * FacePoints.NOSE_BRIDGE_TOP]);
            leanToEars(headShapeMm, frame);
        }
        restOnNose(headShapeMm, frame);
        if (!adjustment.equals(Adjustment.NONE)) {
            adjust(headShapeMm, frame, adjustment);
        }
        writeMatrix();
        settleTemple(rightTemple, rightEar, headShapeMm, frame);
        settleTemple(leftTemple, leftEar, headShapeMm, frame);
    }

    /** Frame coordinates to head frame, both in millimetres: column-major 4 × 4, rigid. Overwritten by the next placing. */
    public float[] frameToHead() {
        return frameToHead;
    }

    /** How the wearer's right temple is bent. Overwritten by the next placing. */
    public TempleFit rightTemple() {
        return rightTemple;
    }

    /** How the wearer's left temple is bent. Overwritten by the next placing. */
    public TempleFit leftTemple() {
        return leftTemple;
    }

    /** Lean of the front as worn, its lower edge towards the cheeks, on a head held with the Frankfurt plane level. */
    public double pantoscopicTiltRad() {
        return leanRad + FRANKFURT_RAD;
    }

    /** Distance from the back of the lenses to the corneas. */
    public double vertexDistanceMm() {
        return vertexMm;
    }

    /** How far the pupils lie above the middle of the lens boxes. */
    public double pupilHeightMm(float[] headShapeMm) {
        return pupil(headShapeMm, 1) - yMm;
    }

    /** The best of all heights to a step. */
    private double roughHeight(float[] shape, WornFrame frame) {
        double pupilY = pupil(shape, 1);
        double best = pupilY;
        double least = Double.POSITIVE_INFINITY;
        for (double y = pupilY + LOWEST_MM; y <= pupilY + HIGHEST_MM; y += STEP_MM) {
            double cost = cost(shape, frame, y);
            if (cost < least) {
                least = cost;
                best = y;
            }
        }
        return best;
    }

    /** Narrows down around the last height, so that the frame moves smoothly with the head's shape. */
    private void restOnNose(float[] shape, WornFrame frame) {
        double low = Math.max(yMm - NEAR_MM, pupil(shape, 1) + LOWEST_MM);
        double high = Math.min(yMm + NEAR_MM, pupil(shape, 1) + HIGHEST_MM);
        while (high - low > PRECISION_MM) {
            double a = high - GOLDEN_SHARE * (high - low);
            double b = low + GOLDEN_SHARE * (high - low);
            if (cost(shape, frame, a) < cost(shape, frame, b)) {
                high = b;
            } else {
                low = a;
            }
        }
        settle(shape, frame, (low + high) / 2);
    }

    private double cost(float[] shape, WornFrame frame, double y) {
        double vertex = Math.max(MIN_VERTEX_MM, vertex(shape, contactZ(frame, y), y));
        double height = (pupil(shape, 1) - y - PUPIL_ABOVE_MIDDLE_MM) / PUPIL_TOLERANCE_MM;
        double depth = (vertex - VERTEX_MM) / VERTEX_TOLERANCE_MM;
        return height * height + depth * depth;
    }

    /** Vertex distance of a frame whose origin is at (y, z). */
    private double vertex(float[] shape, double z, double y) {
        return z - LENS_THICKNESS_MM + (pupil(shape, 1) - y) * Math.sin(leanRad) - pupil(shape, 2) - CORNEA_BEFORE_IRIS_MM;
    }

    /** Rests the frame at a height: on the nose, or farther out where the lenses would touch the lashes. */
    private void settle(float[] shape, WornFrame frame, double y) {
        yMm = y;
        zMm = contactZ(frame, y);
        double vertex = vertex(shape, zMm, y);
        vertexMm = Math.max(MIN_VERTEX_MM, vertex);
        zMm += vertexMm - vertex;
    }

    /** Follows the line of rest down or up the nose for the length asked for, then tilts about the place of contact. */
    private void adjust(float[] shape, WornFrame frame, Adjustment adjustment) {
        double step = -Math.signum(adjustment.alongNoseMm()) * STEP_MM;
        double left = Math.abs(adjustment.alongNoseMm());
        while (left > 0) {
            double fromY = yMm;
            double fromZ = zMm;
            settle(shape, frame, fromY + step);
            double way = Math.hypot(yMm - fromY, zMm - fromZ);
            if (way > left) {
                settle(shape, frame, fromY + step * left / way);
            }
            left -= way;
        }
        leanRad += adjustment.tiltRad();
        rollRad = adjustment.rollRad();
        settle(shape, frame, yMm);
    }

    private double contactZ(WornFrame frame, double y) {
        return contact.restZ(nose.field(), frame.contact(), middleX, y, leanRad, rollRad);
    }

    /** Shifts the frame sideways until both flanks of the nose carry it alike; little where the nose is blunt and holds it loosely. */
    private void balance(WornFrame frame, double noseX) {
        double right = -MOST_SIDEWAYS_MM;
        double left = MOST_SIDEWAYS_MM;
        while (left - right > SIDEWAYS_PRECISION_MM) {
            double shift = (right + left) / 2;
            middleX = noseX + shift;
            contactZ(frame, yMm);
            if (contact.imbalanceMm3() + SIDEWAYS_MM3_PER_MM * shift > 0) {
                left = shift;
            } else {
                right = shift;
            }
        }
        middleX = noseX + (right + left) / 2;
    }

    /**
     * The lean at which the temples, at the angle to the front they were made with, lie on the ears; pulled towards the tilt wished for,
     * for which an optician angles the temples at the hinges.
     */
    private void leanToEars(float[] shape, WornFrame frame) {
        TempleShape temple = frame.temple();
        double earY = (shape[rightEar.root() + 1] + shape[leftEar.root() + 1]) / 2 + temple.halfHeightMm();
        double earZ = (shape[rightEar.root() + 2] + shape[leftEar.root() + 2]) / 2;
        double hingeY = yMm + Math.cos(leanRad) * frame.hingeYMm() - Math.sin(leanRad) * frame.hingeZMm();
        double hingeZ = zMm + Math.sin(leanRad) * frame.hingeYMm() + Math.cos(leanRad) * frame.hingeZMm();
        double reach = hingeZ - earZ;
        double asMade = Math.atan2(earY - hingeY, reach) - temple.slopeRad() - Math.atan2(temple.aboveHingeMm(), reach);
        double forTemples = 1 / (ANGLING_TOLERANCE_RAD * ANGLING_TOLERANCE_RAD);
        double forTilt = 1 / (TILT_TOLERANCE_RAD * TILT_TOLERANCE_RAD);
        double lean = (forTemples * asMade + forTilt * (TILT_RAD - FRANKFURT_RAD)) / (forTemples + forTilt);
        leanRad = Math.max(-MAX_LEAN_RAD, Math.min(MAX_LEAN_RAD, lean));
    }

    private void settleTemple(TempleFit temple, Ear ear, float[] shape, WornFrame frame) {
        toFrame(shape, ear.root(), ear.side(), rest);
        toFrame(shape, ear.fold(), ear.side(), fold);
        temple.settle(frame, rest, fold);
        ear.head().use(shape);
        temple.bow(bow(ear, shape, frame));
    }

    /** The bow that takes a temple past the head on its way from the hinge to the ear. */
    private double bow(Ear ear, float[] shape, WornFrame frame) {
        TempleShape temple = frame.temple();
        double hingeX = toHead(0, ear.side() * frame.hingeXMm(), frame.hingeYMm(), frame.hingeZMm());
        double hingeY = toHead(1, ear.side() * frame.hingeXMm(), frame.hingeYMm(), frame.hingeZMm());
        double hingeZ = toHead(2, ear.side() * frame.hingeXMm(), frame.hingeYMm(), frame.hingeZMm());
        double bow = 0;
        for (int i = FIRST_BOWED; i <= LAST_BOWED; i++) {
            double t = (double) i / BOW_PARTS;
            double z = hingeZ + t * (shape[ear.root() + 2] - hingeZ);
            double y = hingeY + t * (shape[ear.root() + 1] + temple.halfHeightMm() - hingeY);
            double inner = ear.side() * hingeX + t * (ear.side() * shape[ear.root()] - ear.side() * hingeX)
                    + (1 - t) * (temple.asideMm() - temple.halfThicknessMm());
            for (int edge = -1; edge <= 1; edge++) {
                double skin = ear.head().outermostMm(y + edge * temple.halfHeightMm(), z);
                bow = Math.max(bow, (skin - inner) / (4 * t * (1 - t)));
            }
        }
        return Math.min(bow, MOST_BOW_MM);
    }

    private double toHead(int axis, double x, double y, double z) {
        return frameToHead[axis] * x + frameToHead[4 + axis] * y + frameToHead[8 + axis] * z + frameToHead[12 + axis];
    }

    /** A point of the head in frame coordinates, x away from the middle. */
    private void toFrame(float[] shape, int at, int side, double[] out) {
        double x = shape[at] - middleX;
        double y = shape[at + 1] - yMm;
        double z = shape[at + 2] - zMm;
        for (int axis = 0; axis < 3; axis++) {
            out[axis] = frameToHead[4 * axis] * x + frameToHead[4 * axis + 1] * y + frameToHead[4 * axis + 2] * z;
        }
        out[0] *= side;
    }

    /** Leans about x, then rolls about z. */
    private void writeMatrix() {
        double cos = Math.cos(leanRad);
        double sin = Math.sin(leanRad);
        double cosRoll = Math.cos(rollRad);
        double sinRoll = Math.sin(rollRad);
        frameToHead[0] = (float) cosRoll;
        frameToHead[1] = (float) sinRoll;
        frameToHead[4] = (float) (-sinRoll * cos);
        frameToHead[5] = (float) (cosRoll * cos);
        frameToHead[6] = (float) sin;
        frameToHead[8] = (float) (sinRoll * sin);
        frameToHead[9] = (float) (-cosRoll * sin);
        frameToHead[10] = (float) cos;
        frameToHead[12] = (float) middleX;
        frameToHead[13] = (float) yMm;
        frameToHead[14] = (float) zMm;
        frameToHead[15] = 1;
    }

    private static double pupil(float[] shape, int axis) {
        return (shape[3 * FacePoints.RIGHT_IRIS_CENTRE + axis] + shape[3 * FacePoints.LEFT_IRIS_CENTRE + axis]) / 2;
    }
}
