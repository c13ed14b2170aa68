package com.eyewearml.client.render;

import com.eyewearml.face.TrackedFace;
import com.eyewearml.face.shape.HeadModel;
import com.eyewearml.fit.FramePlacement;

/** How a frame sits on a head, solved anew only when the head's shape or the frame has changed. */
public final class Wearing {
    private final FramePlacement placement;
    private EyewearModel placed;
    private int placedVersion;

    public Wearing(HeadModel head) {
        placement = new FramePlacement(head);
    }

    /** Places the frame on the head as last known. */
    public void update(TrackedFace face, EyewearModel eyewear) {
        if (eyewear != placed || face.headShapeVersion != placedVersion) {
            placement.place(face.headShapeMm, eyewear.worn());
            placed = eyewear;
            placedVersion = face.headShapeVersion;
        }
    }

    /** Frame coordinates to head coordinates, column-major 4 × 4, rigid, millimetres. */
    public float[] headFromFrame() {
        return placement.frameToHead();
    }

    /** How far a temple is opened beyond square to the front; negative inwards; 0 for other parts. */
    public float openingRad(EyewearPart part) {
        return switch (part) {
            case TEMPLE_RIGHT -> (float) placement.rightOpeningRad();
            case TEMPLE_LEFT -> (float) placement.leftOpeningRad();
            default -> 0;
        };
    }
}
