package com.eyewearml.client.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.eyewearml.face.TrackedFace;
import com.eyewearml.face.shape.HeadModel;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SteadyFaceTest {
    private final HeadModel head = LitHead.engineHead();
    private final TrackedFace tracked = new TrackedFace(head);
    private final SteadyFace steady = new SteadyFace(head);

    SteadyFaceTest() throws IOException { }

    @Test
    void leavesOutWhatCannotBeSeen() {
        tracked.pose[14] = -500;
        float before = steady.follow(tracked).pose[14];
        tracked.pose[14] = -500.002f;
        assertEquals(before, steady.follow(tracked).pose[14]);
    }

    @Test
    void followsSlowMovementWithinATwentiethOfAMillimetre() {
        for (int frame = 0; frame < 1000; frame++) {
            tracked.pose[14] = -500 - 0.003f * frame;
            assertEquals(tracked.pose[14], steady.follow(tracked).pose[14], 0.051);
        }
    }

    @Test
    void renewsTheShapeOnlyWhereItHasChanged() {
        tracked.headShapeMm[5] += 1;
        tracked.headShapeVersion++;
        int changed = steady.follow(tracked).headShapeVersion;
        tracked.headShapeMm[5] += 0.001f;
        tracked.headShapeVersion++;
        assertEquals(changed, steady.follow(tracked).headShapeVersion);
        tracked.headShapeMm[5] += 0.1f;
        tracked.headShapeVersion++;
        assertNotEquals(changed, steady.follow(tracked).headShapeVersion);
    }
}
