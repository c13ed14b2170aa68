package com.eyewearml.imports.photo;

import com.eyewearml.frame.geometry.Contour;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The convex hull of points by Andrew's monotone chain (1979), counter-clockwise. */
final class ConvexHull {
    private ConvexHull() {
    }

    static Contour of(List<double[]> points) {
        List<double[]> sorted = new ArrayList<>(points);
        sorted.sort(Comparator.comparingDouble((double[] p) -> p[0]).thenComparingDouble(p -> p[1]));
        List<double[]> hull = chain(sorted);
        hull.removeLast();
        List<double[]> upper = chain(sorted.reversed());
        upper.removeLast();
        hull.addAll(upper);
        return new Contour(hull.stream().mapToDouble(p -> p[0]).toArray(), hull.stream().mapToDouble(p -> p[1]).toArray());
    }

    private static List<double[]> chain(List<double[]> points) {
        List<double[]> chain = new ArrayList<>();
        for (double[] point : points) {
            while (chain.size() >= 2 && turn(chain.get(chain.size() - 2), chain.getLast(), point) <= 0) {
                chain.removeLast();
            }
            chain.add(point);
        }
        return chain;
    }

    private static double turn(double[] a, double[] b, double[] c) {
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
    }
}
