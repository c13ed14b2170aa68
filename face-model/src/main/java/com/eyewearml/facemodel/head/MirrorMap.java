package com.eyewearml.facemodel.head;

import java.util.Arrays;

/** Left–right pairing of points, found from a nearly symmetric shape, and mirroring with it. */
final class MirrorMap {
    private static final int ROUNDS = 20;

    private final int[] map;

    private MirrorMap(int[] map) {
        this.map = map;
    }

    /**
     * Pairs each point of a shape about x = 0 with the one at its mirrored place, by iterated closest points between the shape and its mirror image.
     *
     * @throws IllegalStateException if the pairing is not mutual for some point
     */
    static MirrorMap find(double[] shape) {
        int count = shape.length / 3;
        double[] weights = new double[count];
        Arrays.fill(weights, 1);
        Procrustes procrustes = new Procrustes(weights);
        double[] image = flip(shape);
        int[] map = new int[count];
        for (int round = 0; round < ROUNDS; round++) {
            double[] matched = new double[shape.length];
            for (int i = 0; i < count; i++) {
                map[i] = nearest(shape, image, i);
                System.arraycopy(shape, 3 * map[i], matched, 3 * i, 3);
            }
            image = procrustes.align(image, matched);
        }
        for (int i = 0; i < count; i++) {
            if (map[map[i]] != i) {
                throw new IllegalStateException("no mirror partner for point " + i + ": " + map[i] + " pairs with " + map[map[i]]);
            }
        }
        return new MirrorMap(map);
    }

    static MirrorMap of(int[] map) {
        return new MirrorMap(map);
    }

    int[] map() {
        return map.clone();
    }

    /** Mean of a shape and its mirror image about x = 0 (sign 1), or half their difference (sign −1). */
    double[] part(double[] shape, int sign) {
        double[] part = new double[shape.length];
        for (int i = 0; i < shape.length; i++) {
            double image = shape[3 * map[i / 3] + i % 3];
            part[i] = (shape[i] + (i % 3 == 0 ? -sign : sign) * image) / 2;
        }
        return part;
    }

    private static double[] flip(double[] shape) {
        double[] flipped = shape.clone();
        for (int i = 0; i < flipped.length; i += 3) {
            flipped[i] = -flipped[i];
        }
        return flipped;
    }

    private static int nearest(double[] shape, double[] image, int point) {
        int nearest = 0;
        double best = Double.POSITIVE_INFINITY;
        for (int j = 0; j < shape.length / 3; j++) {
            double d = 0;
            for (int a = 0; a < 3; a++) {
                double e = shape[3 * j + a] - image[3 * point + a];
                d += e * e;
            }
            if (d < best) {
                best = d;
                nearest = j;
            }
        }
        return nearest;
    }
}
