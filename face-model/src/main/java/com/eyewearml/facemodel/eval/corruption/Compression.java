package com.eyewearml.facemodel.eval.corruption;

import com.eyewearml.facemodel.data.JpegCodec;
import com.eyewearml.facemodel.data.Rgb;
import com.eyewearml.facemodel.eval.EvalDev;
import java.io.IOException;

/** JPEG, encoded and decoded. */
final class Compression implements Corruption {
    private static final float[] QUALITY = {0.3f, 0.12f, 0.04f};

    @Override
    public String name() {
        return "compression";
    }

    @Override
    public String strength(int strength) {
        return "JPEG quality " + Math.round(100 * QUALITY[strength - 1]);
    }

    @Override
    public Rgb apply(Rgb picture, EvalDev.Entry face, int strength) throws IOException {
        return JpegCodec.decode(JpegCodec.encode(picture, QUALITY[strength - 1]));
    }
}
