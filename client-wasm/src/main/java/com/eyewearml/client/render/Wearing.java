package com.eyewearml.client.render;

import com.eyewearml.face.TrackedFace;
import com.eyewearml.face.shape.HeadModel;
import com.eyewearml.fit.Adjustment;
import com.eyewearml.fit.FramePlacement;
import com.eyewearml.fit.TempleFit;
import com.eyewearml.fit.TempleShape;

/** How a frame sits on a head, solved anew only when the head's shape, the frame or the shopper's adjustment has changed. */
public final class Wearing {
    /** Half the height of a temple. */
    private static final float TEMPLE_THINNEST_MM = 0.7f;
    private static final float TEMPLE_THICKEST_MM = 4;

    private final FramePlacement placement;
    private final int rightEarRoot;
    private final int leftEarRoot;
    private Adjustment adjustment = Adjustment.NONE;
    private EyewearModel placed;
    private int placedVersion;
    private float earRootsZMm;

    public Wearing(HeadModel head) {
        placement = new FramePlacement(head);
        rightEarRoot = head.vertex(HeadModel.Named.RIGHT_EAR_ROOT);
        leftEarRoot = head.vertex(HeadModel.Named.LEFT_EAR_ROOT);
    }

    /** Moves frames from where they would sit, from the next update on. */
    public void adjust(Adjustment wish) {
        adjustment = wish;
        placed = null;
    }

    /** Places the frame on the head as last known. */
    public void update(TrackedFace face, EyewearModel eyewear) {
        if (eyewear != placed || face.headShapeVersion != placedVersion) {
            placement.place(face.headShapeMm, eyewear.worn(), adjustment);
            earRootsZMm = (face.headShapeMm[3 * rightEarRoot + 2] + face.headShapeMm[3 * leftEarRoot + 2]) / 2;
            placed = eyewear;
            placedVersion = face.headShapeVersion;
        }
    }

    /** Frame coordinates to head coordinates, column-major 4 × 4, rigid, millimetres. */
    public float[] headFromFrame() {
        return placement.frameToHead();
    }

    /** Where the ears meet the head, on the z axis of the head frame. */
    public float earRootsZMm() {
        return earRootsZMm;
    }

    /** Bends the temples to the ears, and with them their shadows. */
    public void bendTemples(EyewearModel eyewear, SceneBlock scene) {
        bend(EyewearPart.TEMPLE_RIGHT, placement.rightTemple(), 1, eyewear, scene);
        // Turning about y moves the end of a temple towards -x.
        bend(EyewearPart.TEMPLE_LEFT, placement.leftTemple(), -1, eyewear, scene);
    }

    private static void bend(EyewearPart part, TempleFit temple, int side, EyewearModel eyewear, SceneBlock scene) {
        float[] hingeMm = eyewear.originMm(part);
        TempleShape shape = eyewear.worn().temple();
        scene.setPart(part, hingeMm, (float) (side * temple.openingRad()), (float) temple.anglingRad());
        // The upper edge is straight; the lower one drops behind the ear.
        float halfHeightMm = eyewear.boundsMm(part)[4] - hingeMm[1] - (float) shape.aboveHingeMm();
        scene.setTemple(part, hingeMm, shape, temple, Math.clamp(halfHeightMm, TEMPLE_THINNEST_MM, TEMPLE_THICKEST_MM));
    }
}
