package com.eyewearml.frame;

import com.eyewearml.frame.FrameMaterial.Kind;
import com.eyewearml.frame.FrameSpecException.Code;

/**
 * Which part is made of what.
 *
 * @param front   rims and bridge; of a browline frame the brows
 * @param temples from the hinges to the ears
 * @param trim    hinges, pad arms and, of a browline frame, the wire rims and bridge; a metal
 * @param tips    sleeves over the ends of metal temples; an acetate
 */
public record FrameFinish(FrameMaterial front, FrameMaterial temples, FrameMaterial trim, FrameMaterial tips) {
    /** @throws FrameSpecException where trim is not a metal or tips are not an acetate */
    public FrameFinish {
        if (trim.kind() != Kind.METAL) {
            throw new FrameSpecException(Code.MATERIAL, "trim is " + trim + ", expected a metal");
        }
        if (tips.kind() != Kind.ACETATE) {
            throw new FrameSpecException(Code.MATERIAL, "tips are " + tips + ", expected an acetate");
        }
    }

    /** Acetate front and temples of one colour with metal hinges. */
    public static FrameFinish acetate(FrameMaterial colour, FrameMaterial trim) {
        return new FrameFinish(colour, colour, trim, colour);
    }

    /** Metal front and temples with acetate tips. */
    public static FrameFinish metal(FrameMaterial metal, FrameMaterial tips) {
        return new FrameFinish(metal, metal, metal, tips);
    }
}
