package com.eyewearml.facemodel.export;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Pictures for recorded vectors that belong to nobody: a drawn face, smooth colour noise and plain noise. */
final class ProbePictures {
    private static final long SEED = 20261125;

    private ProbePictures() { }

    static List<byte[]> of(int side) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        List<byte[]> pictures = new ArrayList<>();
        pictures.add(drawnFace(side));
        pictures.add(smooth(side, random));
        byte[] noise = new byte[3 * side * side];
        random.nextBytes(noise);
        pictures.add(noise);
        return pictures;
    }

    /** An oval with eyes, brows, nose and mouth in skin tones on a grey gradient. */
    private static byte[] drawnFace(int side) {
        byte[] out = new byte[3 * side * side];
        for (int y = 0, at = 0; y < side; y++) {
            for (int x = 0; x < side; x++, at += 3) {
                double u = (2.0 * x + 1) / side - 1, v = (2.0 * y + 1) / side - 1;
                double side1 = Math.abs(u) - 0.24;
                double light = 0.8 + 0.2 * u;
                double[] colour = {120 + 50 * v, 125 + 50 * v, 130 + 50 * v};
                if (u * u / 0.36 + (v - 0.02) * (v - 0.02) / 0.6 < 1) {
                    colour = new double[] {214 * light, 172 * light, 145 * light};
                }
                if (side1 * side1 / 0.016 + (v + 0.16) * (v + 0.16) / 0.004 < 1) {
                    colour = side1 * side1 + (v + 0.16) * (v + 0.16) < 0.004 ? new double[] {60, 40, 30} : new double[] {235, 235, 235};
                }
                if (Math.abs(side1) < 0.15 && Math.abs(v + 0.3 - 0.1 * side1 * side1) < 0.02) {
                    colour = new double[] {80, 60, 45};
                }
                if (Math.abs(u) < 0.09 && Math.abs(v - 0.14) < 0.02) {
                    colour = new double[] {150, 110, 95};
                }
                if (u * u / 0.05 + (v - 0.4) * (v - 0.4) / 0.002 < 1) {
                    colour = new double[] {170, 80, 80};
                }
                for (int k = 0; k < 3; k++) {
                    out[at + k] = (byte) (int) Math.clamp(colour[k], 0, 255);
                }
            }
        }
        return out;
    }

    private static byte[] smooth(int side, RandomGenerator random) {
        double[] wave = random.doubles(3 * 4 * 3).map(d -> 12 * (d - 0.5)).toArray();
        byte[] out = new byte[3 * side * side];
        for (int i = 0; i < out.length; i++) {
            int k = i % 3;
            double u = (double) (i / 3 % side) / side, v = (double) (i / 3 / side) / side;
            double sum = 0;
            for (int w = 0; w < 4; w++) {
                int at = 3 * (4 * k + w);
                sum += Math.sin(2 * Math.PI * (wave[at] * u + wave[at + 1] * v) + wave[at + 2]);
            }
            out[i] = (byte) (int) Math.clamp(128 + 40 * sum, 0, 255);
        }
        return out;
    }
}
