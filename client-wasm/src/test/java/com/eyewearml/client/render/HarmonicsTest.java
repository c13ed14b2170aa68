package com.eyewearml.client.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.junit.jupiter.api.Test;

class HarmonicsTest {
    @Test
    void turnedHarmonicsHaveTheSameValueInTheTurnedDirection() {
        Random random = new Random(3);
        float[] in = new float[27];
        for (int i = 0; i < in.length; i++) {
            in[i] = (float) random.nextGaussian();
        }
        Matrix4f turn = new Matrix4f().rotateXYZ(0.4f, -1.1f, 2.2f);
        float[] out = new float[36];
        Harmonics.turnBack(in, turn.get(new float[16]), 0, out, 0);
        for (int i = 0; i < 50; i++) {
            Vector3f n = new Vector3f((float) random.nextGaussian(), (float) random.nextGaussian(), (float) random.nextGaussian()).normalize();
            Vector3f turned = turn.transformDirection(n, new Vector3f());
            for (int c = 0; c < 3; c++) {
                assertEquals(value(in, 3, c, turned), value(out, 4, c, n), 1e-4);
            }
        }
    }

    private static float value(float[] sh, int stride, int c, Vector3f n) {
        float[] basis = {1, n.y, n.z, n.x, n.x * n.y, n.y * n.z, 3 * n.z * n.z - 1, n.x * n.z, n.x * n.x - n.y * n.y};
        float sum = 0;
        for (int k = 0; k < 9; k++) {
            sum += sh[stride * k + c] * basis[k];
        }
        return sum;
    }
}
