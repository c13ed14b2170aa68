package com.eyewearml.facemodel.head;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Principal components of shapes and their mirror images together. The covariance then commutes with mirroring, so it splits into
 * a symmetric and an antisymmetric part that are analysed on one half of the points each.
 */
final class ShapeModes {
    /**
     * @param displacement by one standard deviation, x, y, z of each point
     * @param parity +1 if the mode equals its mirror image, −1 if it equals its negative
     * @param variance summed over all coordinates
     */
    record Mode(double[] displacement, int parity, double variance) { }

    private ShapeModes() { }

    /** The {@code count} strongest modes of shapes already aligned to their symmetric mean, by falling variance. */
    static List<Mode> strongest(List<double[]> aligned, double[] mean, MirrorMap mirror, int count) {
        List<Mode> modes = new ArrayList<>(modes(aligned, mean, mirror, 1));
        modes.addAll(modes(aligned, mean, mirror, -1));
        modes.sort(Comparator.comparingDouble(Mode::variance).reversed());
        return List.copyOf(modes.subList(0, count));
    }

    /** Mean square distance of the shapes from their mean, summed over all coordinates. */
    static double totalVariance(List<double[]> aligned, double[] mean) {
        double sum = 0;
        for (double[] shape : aligned) {
            for (int i = 0; i < mean.length; i++) {
                sum += (shape[i] - mean[i]) * (shape[i] - mean[i]);
            }
        }
        return sum / aligned.size();
    }

    private static List<Mode> modes(List<double[]> aligned, double[] mean, MirrorMap mirror, int parity) {
        int[] map = mirror.map();
        List<Integer> coordinates = new ArrayList<>();
        for (int i = 0; i < mean.length; i++) {
            if (map[i / 3] >= i / 3) {
                coordinates.add(i);
            }
        }
        int dimension = coordinates.size();
        DMatrixRMaj samples = new DMatrixRMaj(aligned.size(), dimension);
        for (int s = 0; s < aligned.size(); s++) {
            double[] difference = aligned.get(s).clone();
            for (int i = 0; i < mean.length; i++) {
                difference[i] -= mean[i];
            }
            double[] part = mirror.part(difference, parity);
            for (int c = 0; c < dimension; c++) {
                samples.set(s, c, weight(map, coordinates.get(c)) * part[coordinates.get(c)]);
            }
        }
        DMatrixRMaj covariance = new DMatrixRMaj(dimension, dimension);
        CommonOps_DDRM.multTransA(1.0 / aligned.size(), samples, samples, covariance);
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(dimension, true, true);
        if (!eigen.decompose(covariance)) {
            throw new IllegalStateException("principal components did not converge");
        }
        List<Mode> modes = new ArrayList<>();
        for (int k = 0; k < dimension; k++) {
            double variance = Math.max(0, eigen.getEigenvalue(k).real);
            double[] displacement = new double[mean.length];
            for (int c = 0; c < dimension; c++) {
                int i = coordinates.get(c);
                int image = 3 * map[i / 3] + i % 3;
                double value = Math.sqrt(variance) * eigen.getEigenVector(k).get(c) / weight(map, i);
                displacement[image] = (i % 3 == 0 ? -parity : parity) * value;
                displacement[i] = value;
            }
            modes.add(new Mode(displacement, parity, variance));
        }
        return modes;
    }

    /** A coordinate of a pair stands for two. */
    private static double weight(int[] map, int coordinate) {
        return map[coordinate / 3] == coordinate / 3 ? 1 : Math.sqrt(2);
    }
}
