package com.eyewearml.face.pose;

import com.eyewearml.face.FacePoints;
import java.util.Arrays;

/**
 * Rigid pose of a head of known shape from its landmarks under perspective: Levenberg–Marquardt (Marquardt 1963) on weighted
 * reprojection errors with analytic derivatives, from the guess of {@link ScaledOrthography}. The landmarks' own depths are not used.
 */
public final class PoseSolver {
    private static final int UNKNOWNS = 6;
    private static final int MAX_ROUNDS = 15;
    private static final double START_DAMPING = 1e-4;
    private static final double MAX_DAMPING = 1e6;
    /** A round that improves the cost by less than this part is the last. */
    private static final double CONVERGED = 1e-9;
    private static final double MIN_DISTANCE_MM = 20;

    private final double[] normal = new double[UNKNOWNS * UNKNOWNS];
    private final double[] damped = new double[UNKNOWNS * UNKNOWNS];
    private final double[] gradient = new double[UNKNOWNS];
    private final double[] step = new double[UNKNOWNS];
    private final double[] focalColumn = new double[UNKNOWNS];
    private final double[] rowU = new double[UNKNOWNS];
    private final double[] rowV = new double[UNKNOWNS];
    private final RigidPose current = new RigidPose();
    private final RigidPose candidate = new RigidPose();
    private final ScaledOrthography guess = new ScaledOrthography();
    private final SymmetricSolver solver = new SymmetricSolver(UNKNOWNS);
    private double slopeU;
    private double slopeV;

    /**
     * Solves the pose.
     *
     * @param shapeMm x, y, z of at least the landmarks in the head frame
     * @param points observed landmarks
     * @param out receives the pose
     * @return false if the landmarks are not finite or do not determine a pose with the head in front of the camera; then {@code out} is
     *     unchanged
     */
    public boolean solve(float[] shapeMm, PointModel points, RigidPose out) {
        if (!guess.solve(shapeMm, points.slopes(), points.weights(), current)) {
            return false;
        }
        points.view(current);
        double mmPerSlope = -current.t[2];
        double cost = cost(shapeMm, points, current, mmPerSlope);
        double damping = START_DAMPING;
        for (int round = 0; round < MAX_ROUNDS && damping < MAX_DAMPING; round++) {
            linearise(shapeMm, points, mmPerSlope);
            double next = cost;
            while (damping < MAX_DAMPING) {
                if (!dampedStep(damping)) {
                    return false;
                }
                candidate.set(current).move(step);
                next = cost(shapeMm, points, candidate, mmPerSlope);
                if (next <= cost) {
                    break;
                }
                damping *= 10;
            }
            if (!(next <= cost)) {
                break;
            }
            current.set(candidate);
            damping /= 10;
            boolean converged = cost - next <= CONVERGED * cost;
            cost = next;
            if (converged) {
                break;
            }
        }
        if (!current.isFinite() || !(current.t[2] < -MIN_DISTANCE_MM) || !solver.decompose(normal)) {
            return false;
        }
        out.set(current);
        return true;
    }

    /** Writes how much the pose last solved scatters. */
    public void noise(PoseNoise out) {
        if (!solver.decompose(normal)) {
            throw new IllegalStateException("no pose was solved");
        }
        for (int p = 0; p < UNKNOWNS; p++) {
            for (int q = 0; q < UNKNOWNS; q++) {
                step[q] = q == p ? 1 : 0;
            }
            solver.solve(step, step);
            gradient[p] = step[p];
        }
        out.set(gradient, -current.t[2]);
    }

    private boolean dampedStep(double damping) {
        System.arraycopy(normal, 0, damped, 0, normal.length);
        for (int p = 0; p < UNKNOWNS; p++) {
            damped[(UNKNOWNS + 1) * p] *= 1 + damping;
        }
        if (!solver.decompose(damped)) {
            return false;
        }
        solver.solve(gradient, step);
        return true;
    }

    /**
     * Inverse of the distance that the perspective in the landmarks shows for the pose last solved, whatever the camera's field of view:
     * the focal length is freed as a seventh unknown, in which the slopes' own size is the derivative, and one step taken.
     *
     * @return per millimetre; the inverse of the pose's own distance where the landmarks show none
     */
    public double apparentInverseDistance(float[] shapeMm, PointModel points) {
        double distance = -current.t[2];
        linearise(shapeMm, points, distance);
        double information = 0;
        double pull = 0;
        Arrays.fill(focalColumn, 0);
        for (int i = 0; i < FacePoints.COUNT; i++) {
            project(shapeMm, i);
            double du = points.slope(i, 0) - slopeU;
            double dv = points.slope(i, 1) - slopeV;
            double w = points.weight(i) * distance * distance * PointModel.robustFactor((du * du + dv * dv) * distance * distance);
            for (int p = 0; p < UNKNOWNS; p++) {
                focalColumn[p] += w * (slopeU * rowU[p] + slopeV * rowV[p]);
            }
            information += w * (slopeU * slopeU + slopeV * slopeV);
            pull += w * (slopeU * du + slopeV * dv);
        }
        if (!solver.decompose(normal)) {
            return 1 / distance;
        }
        solver.solve(focalColumn, step);
        for (int p = 0; p < UNKNOWNS; p++) {
            information -= focalColumn[p] * step[p];
            pull -= step[p] * gradient[p];
        }
        return information > 0 ? (1 - pull / information) / distance : 1 / distance;
    }

    /** Robust cost; infinite where a point comes behind the camera. */
    private static double cost(float[] shapeMm, PointModel points, RigidPose pose, double mmPerSlope) {
        double sum = 0;
        for (int i = 0; i < FacePoints.COUNT; i++) {
            double x = shapeMm[3 * i];
            double y = shapeMm[3 * i + 1];
            double z = shapeMm[3 * i + 2];
            double depth = -(pose.r[6] * x + pose.r[7] * y + pose.r[8] * z + pose.t[2]);
            if (!(depth > 0)) {
                return Double.POSITIVE_INFINITY;
            }
            double du = points.slope(i, 0) - (pose.r[0] * x + pose.r[1] * y + pose.r[2] * z + pose.t[0]) / depth;
            double dv = points.slope(i, 1) - (pose.r[3] * x + pose.r[4] * y + pose.r[5] * z + pose.t[1]) / depth;
            sum += points.weight(i) * PointModel.robustCost((du * du + dv * dv) * mmPerSlope * mmPerSlope);
        }
        return sum;
    }

    private void linearise(float[] shapeMm, PointModel points, double mmPerSlope) {
        for (int p = 0; p < UNKNOWNS; p++) {
            gradient[p] = 0;
            for (int q = 0; q <= p; q++) {
                normal[UNKNOWNS * p + q] = 0;
            }
        }
        for (int i = 0; i < FacePoints.COUNT; i++) {
            double weight = points.weight(i) * mmPerSlope * mmPerSlope;
            addPoint(shapeMm, points, i, weight, mmPerSlope);
        }
    }

    /** Slopes of a point in the current pose and their derivatives. */
    private void project(float[] shapeMm, int i) {
        double[] r = current.r;
        double[] t = current.t;
        double x = r[0] * shapeMm[3 * i] + r[1] * shapeMm[3 * i + 1] + r[2] * shapeMm[3 * i + 2];
        double y = r[3] * shapeMm[3 * i] + r[4] * shapeMm[3 * i + 1] + r[5] * shapeMm[3 * i + 2];
        double z = r[6] * shapeMm[3 * i] + r[7] * shapeMm[3 * i + 1] + r[8] * shapeMm[3 * i + 2];
        double inverseDepth = -1 / (z + t[2]);
        slopeU = (x + t[0]) * inverseDepth;
        slopeV = (y + t[1]) * inverseDepth;
        poseDerivatives(x, y, z, slopeU, slopeV, inverseDepth, rowU, rowV);
    }

    private void addPoint(float[] shapeMm, PointModel points, int i, double weight, double mmPerSlope) {
        project(shapeMm, i);
        double du = points.slope(i, 0) - slopeU;
        double dv = points.slope(i, 1) - slopeV;
        double w = weight * PointModel.robustFactor((du * du + dv * dv) * mmPerSlope * mmPerSlope);
        for (int p = 0; p < UNKNOWNS; p++) {
            double wu = w * rowU[p];
            double wv = w * rowV[p];
            gradient[p] += wu * du + wv * dv;
            for (int q = 0; q <= p; q++) {
                normal[UNKNOWNS * p + q] += wu * rowU[q] + wv * rowV[q];
            }
        }
    }

    /**
     * Derivatives of a point's slopes by the step of {@link RigidPose#move}: {@code du = (dx + u dz) / depth}, with
     * {@code (dx, dy, dz) = turn × (x, y, z) + shift}.
     *
     * @param x turned but not shifted coordinates of the point
     */
    public static void poseDerivatives(double x, double y, double z, double u, double v, double inverseDepth, double[] rowU,
            double[] rowV) {
        rowU[0] = u * y * inverseDepth;
        rowU[1] = (z - u * x) * inverseDepth;
        rowU[2] = -y * inverseDepth;
        rowU[3] = inverseDepth;
        rowU[4] = 0;
        rowU[5] = u * inverseDepth;
        rowV[0] = (v * y - z) * inverseDepth;
        rowV[1] = -v * x * inverseDepth;
        rowV[2] = x * inverseDepth;
        rowV[3] = 0;
        rowV[4] = inverseDepth;
        rowV[5] = v * inverseDepth;
    }
}
