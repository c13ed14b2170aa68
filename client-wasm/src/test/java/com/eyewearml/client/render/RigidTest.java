package com.eyewearml.client.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.junit.jupiter.api.Test;

/** Against JOML. */
class RigidTest {
    private final Random random = new Random(3);
    private final Matrix4f reference = new Matrix4f()
            .translate(random.nextFloat(), -20, 300)
            .rotateXYZ(random.nextFloat(), random.nextFloat(), random.nextFloat());
    private final float[] matrix = reference.get(new float[16]);

    @Test
    void inverts() {
        float[] inverse = new float[16];
        Rigid.invert(matrix, inverse);
        assertArrayEquals(new Matrix4f(reference).invert().get(new float[16]), inverse, 1e-4f);
    }

    @Test
    void rotatesDirectionsInPlaceAndBack() {
        float[] direction = {0.3f, -0.5f, 0.8f};
        Vector3f expected = reference.transformDirection(new Vector3f(direction));
        Rigid.rotate(matrix, direction, direction);
        assertArrayEquals(new float[] {expected.x, expected.y, expected.z}, direction, 1e-5f);
        Rigid.rotateBack(matrix, direction, direction);
        assertArrayEquals(new float[] {0.3f, -0.5f, 0.8f}, direction, 1e-5f);
    }
}
