package com.eyewearml.frame;

import java.util.List;

/**
 * A built frame in frame coordinates: origin at the bridge centre, midway between the lens box centres in the plane through the
 * lenses' front vertices; x to the wearer's left, y up, z out of the face; millimetres, right-handed. Right and left are the
 * wearer's.
 *
 * @param spec        what was asked for
 * @param front       rims, bridge, end pieces, pads, the front's half of the hinges
 * @param lensRight   lens on negative x
 * @param lensLeft    lens on positive x
 * @param templeRight temple on negative x
 * @param templeLeft  temple on positive x
 */
public record FrameModel(FrameSpec spec, FramePart front, FramePart lensRight, FramePart lensLeft, FramePart templeRight,
                         FramePart templeLeft) {
    /** All parts, the front first. */
    public List<FramePart> parts() {
        return List.of(front, lensRight, lensLeft, templeRight, templeLeft);
    }
}
