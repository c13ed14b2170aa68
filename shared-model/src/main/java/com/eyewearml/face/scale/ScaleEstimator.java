package com.eyewearml.face.scale;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.pose.PinholeCamera;
import com.eyewearml.face.pose.RigidPose;
import com.eyewearml.face.shape.HeadModel;

/**
 * Absolute size of a head and the distance of its pupils. Pose and shape are solved at the model's scale; this class says by what factor
 * all lengths have to be multiplied to be millimetres.
 *
 * <p>The known length is the visible iris, {@value #IRIS_MM} ± {@value #IRIS_SD_MM} mm across among adults (Rüfer, Schröder and Erb 2005).
 * The landmarks draw it as a ring of {@link #ringMm()} on the mean head. The second piece of knowledge is the size of adult heads itself, a factor of 1 ± {@value #HEAD_SIZE_SD}. The estimate is the
 * mean of the posterior in the logarithm of the factor. What scatters from frame to frame averages out; the scatter of irises among people
 * and the bias of the network on a person do not, and stay in the uncertainty. The constants were measured on renderings with known
 * truth (docs/decisions/0015).
 */
public final class ScaleEstimator {
    /** Mean horizontal diameter of the visible iris of adults. */
    public static final double IRIS_MM = 11.7;
    /** Its standard deviation among adults. */
    public static final double IRIS_SD_MM = 0.42;
    /** Relative standard deviation of the size of adult heads of equal shape. */
    public static final double HEAD_SIZE_SD = 0.045;
    /** From the pupil back to the eye's centre of rotation. */
    public static final double EYE_RADIUS_MM = 10.5;

    /** Relative error of the ring that stays the same on a person. */
    private static final double NETWORK_BIAS_SD = 0.075;
    private static final double MIN_FRAME_SD = 0.05;
    private static final double EDGE_SD_PX = 0.7;
    private static final double FRAME_MEMORY = 300;
    private static final double MIN_LID_OPENING_RINGS = 0.4;
    private static final double MIN_FORESHORTENING = 0.75;
    private static final double PD_FRAME_SD_MM = 1.2;
    private static final double PD_BIAS_SD_MM = 1;
    /** How far the distance that the eyes look at is known, relative to their distance from the camera. */
    private static final double VERGENCE_SD = 0.2;
    /** How well the fitted shape alone tells the pupils' distance. */
    private static final double PD_SHAPE_SD_MM = 3;
    /** Error of the irises' place along the view axis of the head, which a turned head shows as an error across. */
    private static final double IRIS_PLANE_SD_MM = 4.5;

    private final EyeView right;
    private final EyeView left;
    private final double ringMm;
    private double irisMm = IRIS_MM;
    private double irisSdMm = IRIS_SD_MM;
    private double ringWeight;
    private double ringLogSum;
    private double shapePd;
    private double pdWeight;
    private double pdSum;
    private double vergenceSum;

    public ScaleEstimator(HeadModel head) {
        right = new EyeView(FacePoints.RIGHT_IRIS_CENTRE, FacePoints.RIGHT_EYE_UPPER_LID, FacePoints.RIGHT_EYE_LOWER_LID);
        left = new EyeView(FacePoints.LEFT_IRIS_CENTRE, FacePoints.LEFT_EYE_UPPER_LID, FacePoints.LEFT_EYE_LOWER_LID);
        ringMm = (EyeView.modelRingMm(head, FacePoints.RIGHT_IRIS_CENTRE) + EyeView.modelRingMm(head, FacePoints.LEFT_IRIS_CENTRE)) / 2;
    }

    /** Diameter of the iris ring as the landmarks draw it around an iris of {@value #IRIS_MM} mm. */
    public double ringMm() {
        return ringMm;
    }

    /** Sets what is known of the wearer's irises. */
    public void setIris(double diameterMm, double sdMm) {
        irisMm = diameterMm;
        irisSdMm = sdMm;
    }

    /** Forgets the person's face, but not what is known of the irises. */
    public void reset() {
        ringWeight = 0;
        ringLogSum = 0;
        shapePd = 0;
        pdWeight = 0;
        pdSum = 0;
        vergenceSum = 0;
    }

    /**
     * Learns from a frame; eyes that are closed or seen from far aside teach nothing.
     *
     * @param shape vertices at the model's scale
     * @param pose for that shape
     */
    public void add(float[] landmarksPx, PinholeCamera camera, float[] shape, RigidPose pose) {
        boolean rightSeen = right.look(landmarksPx, camera, shape, pose);
        boolean leftSeen = left.look(landmarksPx, camera, shape, pose);
        fade();
        if (rightSeen) {
            addRing(right);
        }
        if (leftSeen) {
            addRing(left);
        }
        if (rightSeen && leftSeen) {
            double dx = left.irisX() - right.irisX();
            double dy = left.irisY() - right.irisY();
            double near = Math.sqrt(dx * dx + dy * dy);
            double distance = (left.depth() + right.depth()) / 2;
            double across = IRIS_PLANE_SD_MM * Math.tan(pose.yawRad());
            double weight = 1 / (PD_FRAME_SD_MM * PD_FRAME_SD_MM + across * across);
            double converged = near * EYE_RADIUS_MM / distance;
            pdSum += weight * (near + converged);
            vergenceSum += weight * converged;
            pdWeight += weight;
        }
        double dx = shape[3 * FacePoints.LEFT_IRIS_CENTRE] - shape[3 * FacePoints.RIGHT_IRIS_CENTRE];
        double dy = shape[3 * FacePoints.LEFT_IRIS_CENTRE + 1] - shape[3 * FacePoints.RIGHT_IRIS_CENTRE + 1];
        shapePd = Math.sqrt(dx * dx + dy * dy);
    }

    /** Factor from the model's scale to millimetres. */
    public double scale() {
        double headWeight = 1 / (HEAD_SIZE_SD * HEAD_SIZE_SD);
        double irisWeight = irisWeight();
        double mean = irisWeight == 0 ? 0 : ringLogSum / ringWeight;
        return Math.exp(irisWeight * mean / (irisWeight + headWeight));
    }

    /** Relative standard uncertainty of {@link #scale()}. */
    public double scaleUncertainty() {
        return Math.sqrt(1 / (irisWeight() + 1 / (HEAD_SIZE_SD * HEAD_SIZE_SD)));
    }

    /**
     * Distance of the pupils looking into the distance, millimetres. In each frame the eyes are taken to look at the camera: from centres
     * of rotation a distance P apart, the lines of sight to a point at distance D in front of the pupils pass the pupils, a radius r
     * before the centres, at {@code P D / (D + r)}; hence {@code P = near PD (1 + r / D)}. The fitted shape's own distance counts as one
     * weak measurement, so that a head seen only from the side has one too.
     */
    public double pdMm() {
        return scale() * modelPd();
    }

    private double modelPd() {
        double shapeWeight = 1 / (PD_SHAPE_SD_MM * PD_SHAPE_SD_MM);
        return (pdSum + shapeWeight * shapePd) / (pdWeight + shapeWeight);
    }

    /** Standard uncertainty of {@link #pdMm()}. */
    public double pdUncertaintyMm() {
        double bySize = pdMm() * scaleUncertainty();
        double byVergence = pdWeight == 0 ? 0 : VERGENCE_SD * vergenceSum / pdWeight;
        return Math.sqrt(bySize * bySize + byVergence * byVergence + PD_BIAS_SD_MM * PD_BIAS_SD_MM
                + 1 / (pdWeight + 1 / (PD_SHAPE_SD_MM * PD_SHAPE_SD_MM)));
    }

    private void fade() {
        double keep = 1 - 1 / FRAME_MEMORY;
        ringWeight *= keep;
        ringLogSum *= keep;
        pdWeight *= keep;
        pdSum *= keep;
        vergenceSum *= keep;
    }

    private void addRing(EyeView eye) {
        if (eye.lidOpening() < MIN_LID_OPENING_RINGS * eye.ring() || eye.foreshortening() < MIN_FORESHORTENING) {
            return;
        }
        double drawnMm = irisMm * ringMm / IRIS_MM;
        double sd = Math.max(MIN_FRAME_SD, EDGE_SD_PX / eye.ringPx());
        double weight = 1 / (sd * sd);
        ringWeight += weight;
        ringLogSum += weight * Math.log(drawnMm / eye.ring());
    }

    /** Inverse variance of what the irises say, 0 before the first. */
    private double irisWeight() {
        if (ringWeight == 0) {
            return 0;
        }
        double people = irisSdMm / irisMm;
        return 1 / (people * people + NETWORK_BIAS_SD * NETWORK_BIAS_SD + 1 / ringWeight);
    }
}
