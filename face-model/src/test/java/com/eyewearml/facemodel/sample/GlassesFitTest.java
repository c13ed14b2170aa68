package com.eyewearml.facemodel.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.facemodel.worn.WornFrame;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** On a head of known size, one pixel a millimetre, that looks straight ahead. */
class GlassesFitTest {
    private final HeadMesh mesh = new HeadMesh(MadeUpHead.topology());
    private final WornFrame frame = MadeUpHead.frame();
    private final float[] body = new float[frame.body().positionsMm().length];

    @Test
    void bridgeSitsOnTheNoseBelowTheEyesAndTemplesReachTheHeadsSides() {
        GlassesFit fit = new GlassesFit(new Dice(new Random(8)));
        mesh.turn(MadeUpHead.anatomicalPoints(), 0, 0, Float.POSITIVE_INFINITY, Expression.NEUTRAL);
        for (int n = 0; n < 200; n++) {
            fit.sit(frame, mesh);
            assertEquals(MadeUpHead.PX_PER_MM, fit.pxPerMm(), 0.01);
            fit.place(frame.body(), mesh, body);
            float middleX = (body[0] + body[3]) / 2, middleY = (body[1] + body[4]) / 2, middleZ = (body[2] + body[5]) / 2;
            assertEquals(MadeUpHead.CENTRE_PX, middleX, 1.5, "middle of the front");
            float belowEyes = middleY - MadeUpHead.CENTRE_PX;
            assertTrue(belowEyes > -6 && belowEyes < 26, "front " + belowEyes + " mm below the eyes");
            float ridge = -50 - 4 * Math.clamp((belowEyes + 5) / 8, 0, 5);
            assertTrue(middleZ < ridge + 4 && middleZ > ridge - 14, "front at " + middleZ + " mm, nose ridge at " + ridge);
            float right = body[15] - MadeUpHead.CENTRE_PX, left = body[18] - MadeUpHead.CENTRE_PX;
            assertTrue(left - right > 2 * 70 && left - right < 2 * 95, "temple tips " + (left - right) + " mm apart");
        }
    }

    @Test
    void glassesTurnWithTheHead() {
        GlassesFit fit = new GlassesFit(new Dice(new Random(8)));
        float yaw = 0.6f;
        mesh.turn(MadeUpHead.anatomicalPoints(), 0, 0, Float.POSITIVE_INFINITY, Expression.NEUTRAL);
        fit.sit(frame, mesh);
        fit.place(frame.body(), mesh, body);
        float[] straight = body.clone();
        mesh.turn(MadeUpHead.anatomicalPoints(), yaw, 0, Float.POSITIVE_INFINITY, Expression.NEUTRAL);
        fit.place(frame.body(), mesh, body);
        double pivotZ = 0.55 * mesh.faceWidth();
        for (int i = 0; i < body.length; i += 3) {
            double x = straight[i] - MadeUpHead.CENTRE_PX, z = straight[i + 2] - pivotZ;
            assertEquals(MadeUpHead.CENTRE_PX + Math.cos(yaw) * x + Math.sin(yaw) * z, body[i], 0.6);
            assertEquals(straight[i + 1], body[i + 1], 0.05);
            assertEquals(pivotZ - Math.sin(yaw) * x + Math.cos(yaw) * z, body[i + 2], 0.6);
        }
    }
}
