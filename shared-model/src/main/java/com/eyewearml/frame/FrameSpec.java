package com.eyewearml.frame;

import com.eyewearml.frame.FrameMaterial.Kind;
import com.eyewearml.frame.FrameSpecException.Code;

/**
 * Everything {@link FrameGenerator} needs to build a frame.
 *
 * @param shape              lens outline
 * @param rimType            how the lenses are held
 * @param bridge             form of the bridge
 * @param dimensions         size
 * @param baseCurveDioptres  front curve of the lenses, 0.5 to 8 (530 mm divided by it is the radius); 4 for prescription lenses, 6
 *                           for sun lenses
 * @param finish             materials
 * @param lens               lenses
 */
public record FrameSpec(FrameShape shape, RimType rimType, BridgeStyle bridge, FrameDimensions dimensions, double baseCurveDioptres,
                        FrameFinish finish, LensOptions lens) {
    /** @throws FrameSpecException where the parts do not go together; the message says what to change */
    public FrameSpec {
        FrameSpecException.requireRange(Code.BASE_CURVE, "base curve", baseCurveDioptres, 0.5, 8, "dioptres");
        boolean acetateFront = finish.front().kind() == Kind.ACETATE;
        if (acetateFront && (rimType == RimType.SEMI_RIMLESS || rimType == RimType.RIMLESS)) {
            throw new FrameSpecException(Code.MATERIAL, rimType + " frames have a metal front, not " + finish.front());
        }
        if (!acetateFront && rimType == RimType.BROWLINE) {
            throw new FrameSpecException(Code.MATERIAL, "brows are acetate, not " + finish.front());
        }
        boolean plate = acetateFront && rimType == RimType.FULL;
        if (plate && bridge == BridgeStyle.DOUBLE) {
            throw new FrameSpecException(Code.BRIDGE, "a double bridge needs a metal front, not " + finish.front());
        }
        if (!plate && bridge == BridgeStyle.KEYHOLE) {
            throw new FrameSpecException(Code.BRIDGE, "a keyhole bridge needs a full acetate front");
        }
        if (bridge == BridgeStyle.DOUBLE && rimType == RimType.RIMLESS) {
            throw new FrameSpecException(Code.BRIDGE, "a rimless frame has nothing to hold a double bridge; use SADDLE");
        }
    }
}
