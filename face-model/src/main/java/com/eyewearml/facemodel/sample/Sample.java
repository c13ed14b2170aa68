package com.eyewearml.facemodel.sample;

/**
 * One training example.
 *
 * @param pixels RGB bytes of a square picture
 * @param target what the network should answer; its meaning is the sampler's
 */
public record Sample(byte[] pixels, float[] target) {
    /** Rounds a picture of RGB floats to bytes. */
    static byte[] quantise(float[] rgb) {
        byte[] out = new byte[rgb.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) (int) (Math.clamp(rgb[i], 0, 255) + 0.5f);
        }
        return out;
    }
}
