package com.eyewearml.facemodel.sample;

/**
 * One distant coloured light and what comes from all sides, in the axes of the picture: x right, y down, z away from the camera.
 * A surface that faces the camera keeps its brightness.
 */
final class Light {
    private final float[] towards = new float[3];
    private final float[] direct = new float[3];
    private final float[] ambient = new float[3];

    /** @param contrast 0 for even light, towards 1 for deep shadows */
    Light shine(Dice dice, float contrast) {
        float azimuth = dice.direction(), height = dice.uniform(0.15f, 1);
        float across = (float) Math.sqrt(1 - height * height);
        towards[0] = across * (float) Math.cos(azimuth);
        towards[1] = across * (float) Math.sin(azimuth) * 0.7f - 0.25f;
        towards[2] = -height;
        float length = (float) Math.sqrt(towards[0] * towards[0] + towards[1] * towards[1] + height * height);
        for (int k = 0; k < 3; k++) {
            towards[k] /= length;
        }
        float frontal = Math.max(0.45f, -towards[2]);
        float warmth = dice.gaussian(0.12f * contrast);
        for (int k = 0; k < 3; k++) {
            float tint = 1 + (1 - k) * warmth;
            direct[k] = contrast * tint / frontal;
            ambient[k] = (1 - contrast) * (2 - tint);
        }
        return this;
    }

    /** Direction towards the light along one axis. */
    float towards(int axis) {
        return towards[axis];
    }

    /** Factor by which a matt surface of this unit normal is brightened; {@code channel} 0 red to 2 blue. */
    float on(float nx, float ny, float nz, int channel) {
        return ambient[channel] + direct[channel] * Math.max(0, nx * towards[0] + ny * towards[1] + nz * towards[2]);
    }

    /** Mirror-like reflection of a surface seen from the front, 0–1. */
    float glint(float nx, float ny, float nz) {
        float dot = nx * towards[0] + ny * towards[1] + nz * towards[2];
        float toCamera = -(2 * dot * nz - towards[2]);
        float t = Math.max(0, toCamera);
        t *= t;
        t *= t;
        return t * t * t;
    }
}
