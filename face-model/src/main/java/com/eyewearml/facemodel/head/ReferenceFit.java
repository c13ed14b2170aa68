package com.eyewearml.facemodel.head;

import com.eyewearml.face.FacePoints;
import java.util.Set;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Carries a displacement of the face's landmarks on to the rest of the reference head: the identity coefficients of largest posterior
 * probability, given landmarks with independent errors, and a free rigid motion.
 */
final class ReferenceFit {
    /** Errors of neighbouring labels go together, so each counts for little. */
    private static final double LANDMARK_SD_MM = 7;
    private static final double ROBUST_MM = 4;
    private static final int MOTIONS = 6;
    private static final double MOTION_RIDGE = 1e-6;

    private final ReferenceHead head;
    private final int[] vertexOf = new int[FacePoints.MESH_COUNT];
    private final double[] weights = new double[FacePoints.MESH_COUNT];
    private final double[] offset;
    private final LinearSolverDense<DMatrixRMaj> solver;
    private final int unknowns;

    /**
     * @param registered landmarks laid over the reference head
     * @param outline landmarks on the outline of the face mesh, which labels draw around the visible face rather than on one place of
     *     the skin; they are left out
     */
    ReferenceFit(ReferenceHead head, double[] registered, Set<Integer> outline) {
        this.head = head;
        unknowns = head.identity().length + MOTIONS;
        offset = new double[3 * FacePoints.MESH_COUNT];
        for (int i = 0; i < vertexOf.length; i++) {
            vertexOf[i] = head.nearest(registered[3 * i], registered[3 * i + 1], registered[3 * i + 2]);
            double d = Registration.distance(registered, i, head.vertices(), vertexOf[i]) / ROBUST_MM;
            weights[i] = outline.contains(i) ? 0 : 1 / (1 + d * d) / (LANDMARK_SD_MM * LANDMARK_SD_MM);
            for (int a = 0; a < 3; a++) {
                offset[3 * i + a] = registered[3 * i + a] - head.vertices()[3 * vertexOf[i] + a];
            }
        }
        DMatrixRMaj normal = new DMatrixRMaj(unknowns, unknowns);
        for (int p = 0; p < unknowns; p++) {
            normal.set(p, p, p < head.identity().length ? 1 : MOTION_RIDGE);
        }
        double[] row = new double[unknowns];
        for (int i = 0; i < vertexOf.length; i++) {
            for (int a = 0; a < 3; a++) {
                fillRow(3 * vertexOf[i] + a, row);
                for (int p = 0; p < unknowns; p++) {
                    for (int q = 0; q < unknowns; q++) {
                        normal.add(p, q, weights[i] * row[p] * row[q]);
                    }
                }
            }
        }
        solver = LinearSolverFactory_DDRM.chol(unknowns);
        if (!solver.setA(normal)) {
            throw new IllegalStateException("the landmarks do not determine the reference head's motion");
        }
    }

    /** Vertex of the reference head that stands for a landmark. */
    int vertexOf(int landmark) {
        return vertexOf[landmark];
    }

    /** The reference head's vertices, moved and deformed to meet the registered landmarks. */
    double[] meanVertices() {
        double[] moved = displacement(offset);
        for (int i = 0; i < moved.length; i++) {
            moved[i] += head.vertices()[i];
        }
        return moved;
    }

    /** Displacement of every vertex of the head that goes with a displacement of the landmarks. */
    double[] displacement(double[] landmarkDisplacement) {
        DMatrixRMaj right = new DMatrixRMaj(unknowns, 1);
        double[] row = new double[unknowns];
        for (int i = 0; i < 3 * vertexOf.length; i++) {
            fillRow(3 * vertexOf[i / 3] + i % 3, row);
            for (int p = 0; p < unknowns; p++) {
                right.add(p, 0, weights[i / 3] * row[p] * landmarkDisplacement[i]);
            }
        }
        DMatrixRMaj solution = new DMatrixRMaj(unknowns, 1);
        solver.solve(right, solution);
        double[] displacement = new double[head.vertices().length];
        for (int i = 0; i < displacement.length; i++) {
            fillRow(i, row);
            for (int p = 0; p < unknowns; p++) {
                displacement[i] += row[p] * solution.get(p);
            }
        }
        return displacement;
    }

    /** Derivative of one coordinate of the head by the coefficients and the motion: shift, turn. */
    private void fillRow(int coordinate, double[] row) {
        int modes = head.identity().length;
        for (int k = 0; k < modes; k++) {
            row[k] = head.identity()[k][coordinate];
        }
        int axis = coordinate % 3;
        int next = (axis + 1) % 3;
        int last = (axis + 2) % 3;
        int vertex = coordinate - axis;
        for (int a = 0; a < 3; a++) {
            row[modes + a] = a == axis ? 1 : 0;
            row[modes + 3 + a] = 0;
        }
        row[modes + 3 + next] = head.vertices()[vertex + last];
        row[modes + 3 + last] = -head.vertices()[vertex + next];
    }
}
