package com.eyewearml.facemodel.eval.corruption;

import com.eyewearml.facemodel.data.Rgb;
import com.eyewearml.facemodel.eval.EvalDev;
import java.util.Random;

/** White Gaussian noise, independent for each pixel and colour. */
final class SensorNoise implements Corruption {
    private static final float[] SIGMA = {12, 25, 50};

    @Override
    public String name() {
        return "noise";
    }

    @Override
    public String strength(int strength) {
        return "σ " + (int) SIGMA[strength - 1] + " of 255";
    }

    @Override
    public Rgb apply(Rgb picture, EvalDev.Entry face, int strength) {
        Random random = new Random(face.file().hashCode());
        byte[] in = picture.pixels();
        byte[] out = new byte[in.length];
        for (int i = 0; i < in.length; i++) {
            double v = (in[i] & 255) + SIGMA[strength - 1] * random.nextGaussian();
            out[i] = (byte) Math.round(Math.clamp(v, 0, 255));
        }
        return new Rgb(picture.width(), picture.height(), out);
    }
}
