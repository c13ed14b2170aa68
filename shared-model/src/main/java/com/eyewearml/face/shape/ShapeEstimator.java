package com.eyewearml.face.shape;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.pose.PointModel;
import com.eyewearml.face.pose.PoseSolver;
import com.eyewearml.face.pose.RigidPose;
import com.eyewearml.face.pose.SymmetricSolver;

/**
 * The shape of one person's head, converging over the frames of a video: a Gaussian over the coefficients of the {@link HeadModel},
 * whose prior is the unit normal. Every frame adds the information of its landmarks, linearised at the present shape and with the
 * frame's own pose eliminated (Schur complement), to the bin of its view.
 *
 * <p>Errors of one view repeat from frame to frame, so a bin holds the mean of its frames, not their sum: a thousand frontal frames
 * weigh no more than one, and a turn of the head adds what the front cannot show. The total stays bounded.
 */
public final class ShapeEstimator {
    private static final int POSE = 6;
    private static final int YAW_BINS = 7;
    private static final int PITCH_BINS = 3;
    private static final double BIN_RAD = Math.toRadians(14);
    /** Frames over which a bin averages; older ones fade. */
    private static final int BIN_MEMORY = 90;
    /** Landmarks of one frame err together; so many of them count as one. */
    private static final double CORRELATED_LANDMARKS = 12;
    private static final double MAX_COEFFICIENT = 3;

    private final HeadModel head;
    private final int modes;
    private final int unknowns;
    private final double[][] binInformation;
    private final double[][] binVector;
    private final int[] binFrames = new int[YAW_BINS * PITCH_BINS];
    private final double[] normal;
    private final double[] right;
    private final double[] rowU;
    private final double[] rowV;
    private final double[] poseBlock = new double[POSE * POSE];
    private final double[] poseColumn = new double[POSE];
    private final SymmetricSolver poseSolver = new SymmetricSolver(POSE);
    private final double[] information;
    private final double[] vector;
    private final double[] solution;
    private final SymmetricSolver shapeSolver;
    private final float[] coefficients;

    public ShapeEstimator(HeadModel head) {
        this.head = head;
        modes = head.modeCount();
        unknowns = POSE + modes;
        binInformation = new double[YAW_BINS * PITCH_BINS][modes * modes];
        binVector = new double[YAW_BINS * PITCH_BINS][modes];
        normal = new double[unknowns * unknowns];
        right = new double[unknowns];
        rowU = new double[unknowns];
        rowV = new double[unknowns];
        information = new double[modes * modes];
        vector = new double[modes];
        solution = new double[modes];
        shapeSolver = new SymmetricSolver(modes);
        coefficients = new float[modes];
        reset();
    }

    /** Back to the mean head. */
    public void reset() {
        for (int bin = 0; bin < binFrames.length; bin++) {
            binFrames[bin] = 0;
        }
        for (int k = 0; k < modes; k++) {
            coefficients[k] = 0;
        }
        combine();
    }

    /** Coefficient of a mode, standard deviations. */
    public float coefficient(int mode) {
        return coefficients[mode];
    }

    /** Frames seen from the direction of a pose. */
    public int framesLike(RigidPose pose) {
        return binFrames[bin(pose)];
    }

    /** Computes all vertices of the present shape. */
    public void shape(float[] out) {
        head.shape(coefficients, out);
    }

    /**
     * Learns from a frame.
     *
     * @param shapeMm the present shape, as {@link #shape} gives it
     * @param pose solved for that shape and these landmarks
     */
    public void add(float[] shapeMm, PointModel points, RigidPose pose) {
        linearise(shapeMm, points, pose);
        for (int p = 0; p < POSE; p++) {
            for (int q = 0; q <= p; q++) {
                poseBlock[POSE * p + q] = normal[unknowns * p + q];
            }
        }
        if (!poseSolver.decompose(poseBlock)) {
            return;
        }
        int bin = bin(pose);
        double rate = 1.0 / Math.min(++binFrames[bin], BIN_MEMORY);
        double[] frames = binInformation[bin];
        double[] frameVectors = binVector[bin];
        for (int k = 0; k < modes; k++) {
            int row = unknowns * (POSE + k);
            System.arraycopy(normal, row, poseColumn, 0, POSE);
            poseSolver.solve(poseColumn, poseColumn);
            for (int l = 0; l <= k; l++) {
                double value = normal[row + POSE + l];
                for (int p = 0; p < POSE; p++) {
                    value -= poseColumn[p] * normal[unknowns * (POSE + l) + p];
                }
                blend(frames, modes * k + l, value, rate);
            }
            double value = right[POSE + k];
            for (int p = 0; p < POSE; p++) {
                value -= poseColumn[p] * right[p];
            }
            blend(frameVectors, k, value, rate);
        }
        combine();
    }

    /** Forgets all frames and learns from this one alone; {@code shapeMm} and {@code pose} as for {@link #add}. */
    public void relearn(float[] shapeMm, PointModel points, RigidPose pose) {
        for (int bin = 0; bin < binFrames.length; bin++) {
            binFrames[bin] = 0;
        }
        add(shapeMm, points, pose);
    }

    /**
     * Variance of a linear function of the shape that the present estimate leaves.
     *
     * @param gradient derivative of the function by each coefficient
     * @param scratch of the same length, overwritten
     */
    public double variance(double[] gradient, double[] scratch) {
        shapeSolver.solve(gradient, scratch);
        double sum = 0;
        for (int k = 0; k < modes; k++) {
            sum += gradient[k] * scratch[k];
        }
        return sum;
    }

    private static void blend(double[] values, int at, double value, double rate) {
        values[at] = rate == 1 ? value : values[at] + rate * (value - values[at]);
    }

    private int bin(RigidPose pose) {
        return PITCH_BINS * bin(pose.yawRad(), YAW_BINS) + bin(pose.pitchRad(), PITCH_BINS);
    }

    private static int bin(double angleRad, int bins) {
        int middle = bins / 2;
        return Math.max(0, Math.min(bins - 1, middle + (int) Math.rint(angleRad / BIN_RAD)));
    }

    private void combine() {
        for (int k = 0; k < modes; k++) {
            vector[k] = 0;
            for (int l = 0; l <= k; l++) {
                information[modes * k + l] = k == l ? 1 : 0;
            }
        }
        for (int bin = 0; bin < binFrames.length; bin++) {
            if (binFrames[bin] > 0) {
                for (int k = 0; k < modes; k++) {
                    vector[k] += binVector[bin][k];
                    for (int l = 0; l <= k; l++) {
                        information[modes * k + l] += binInformation[bin][modes * k + l];
                    }
                }
            }
        }
        if (shapeSolver.decompose(information)) {
            shapeSolver.solve(vector, solution);
            for (int k = 0; k < modes; k++) {
                coefficients[k] = (float) Math.max(-MAX_COEFFICIENT, Math.min(MAX_COEFFICIENT, solution[k]));
            }
        }
    }

    /** Normal equations of one frame in pose and coefficients; the right side is relative to the mean head, not to the present one. */
    private void linearise(float[] shapeMm, PointModel points, RigidPose pose) {
        for (int p = 0; p < unknowns; p++) {
            right[p] = 0;
            for (int q = 0; q <= p; q++) {
                normal[unknowns * p + q] = 0;
            }
        }
        double mmPerSlope = -pose.t[2];
        double[] r = pose.r;
        for (int i = 0; i < FacePoints.MESH_COUNT; i++) {
            int at = 3 * i;
            double x = r[0] * shapeMm[at] + r[1] * shapeMm[at + 1] + r[2] * shapeMm[at + 2];
            double y = r[3] * shapeMm[at] + r[4] * shapeMm[at + 1] + r[5] * shapeMm[at + 2];
            double z = r[6] * shapeMm[at] + r[7] * shapeMm[at + 1] + r[8] * shapeMm[at + 2];
            double inverseDepth = -1 / (z + pose.t[2]);
            double u = (x + pose.t[0]) * inverseDepth;
            double v = (y + pose.t[1]) * inverseDepth;
            PoseSolver.poseDerivatives(x, y, z, u, v, inverseDepth, rowU, rowV);
            double fromMeanU = points.slope(i, 0) - u;
            double fromMeanV = points.slope(i, 1) - v;
            double square = (fromMeanU * fromMeanU + fromMeanV * fromMeanV) * mmPerSlope * mmPerSlope;
            for (int k = 0; k < modes; k++) {
                float[] mode = head.modeMm(k);
                double mz = r[6] * mode[at] + r[7] * mode[at + 1] + r[8] * mode[at + 2];
                rowU[POSE + k] = (r[0] * mode[at] + r[1] * mode[at + 1] + r[2] * mode[at + 2] + u * mz) * inverseDepth;
                rowV[POSE + k] = (r[3] * mode[at] + r[4] * mode[at + 1] + r[5] * mode[at + 2] + v * mz) * inverseDepth;
                fromMeanU += rowU[POSE + k] * coefficients[k];
                fromMeanV += rowV[POSE + k] * coefficients[k];
            }
            double weight = points.weight(i) * PointModel.robustFactor(square) * mmPerSlope * mmPerSlope / CORRELATED_LANDMARKS;
            accumulate(weight, fromMeanU, fromMeanV);
        }
    }

    private void accumulate(double weight, double errorU, double errorV) {
        for (int p = 0; p < unknowns; p++) {
            double wu = weight * rowU[p];
            double wv = weight * rowV[p];
            right[p] += wu * errorU + wv * errorV;
            int row = unknowns * p;
            for (int q = 0; q <= p; q++) {
                normal[row + q] += wu * rowU[q] + wv * rowV[q];
            }
        }
    }
}
