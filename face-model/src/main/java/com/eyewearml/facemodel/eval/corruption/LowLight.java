package com.eyewearml.facemodel.eval.corruption;

import com.eyewearml.facemodel.data.Rgb;
import com.eyewearml.facemodel.eval.EvalDev;
import com.eyewearml.facemodel.eval.Luminance;
import java.util.Random;

/**
 * Less light without a longer exposure: the linear signal is divided, gets shot and read noise as from a small sensor, and is
 * quantised to eight bits again.
 */
final class LowLight implements Corruption {
    private static final int[] DIVISOR = {4, 16, 64};
    /** Electrons of a white pixel in full light. */
    private static final double FULL_WELL = 4000;
    private static final double READ_NOISE_ELECTRONS = 3;

    @Override
    public String name() {
        return "dark";
    }

    @Override
    public String strength(int strength) {
        return "1/" + DIVISOR[strength - 1] + " of the light";
    }

    @Override
    public Rgb apply(Rgb picture, EvalDev.Entry face, int strength) {
        Random random = new Random(face.file().hashCode());
        byte[] in = picture.pixels();
        byte[] out = new byte[in.length];
        double electrons = FULL_WELL / DIVISOR[strength - 1];
        for (int i = 0; i < in.length; i++) {
            double signal = electrons * Luminance.linear(in[i] & 255);
            double noisy = signal + Math.sqrt(signal + READ_NOISE_ELECTRONS * READ_NOISE_ELECTRONS) * random.nextGaussian();
            out[i] = (byte) Luminance.encoded(noisy / FULL_WELL);
        }
        return new Rgb(picture.width(), picture.height(), out);
    }
}
