package com.eyewearml.server.shop;

import com.eyewearml.frame.FrameMaterial;
import com.eyewearml.frame.FrameShape;
import com.eyewearml.frame.RimType;

/** Names for the shopper. */
final class Labels {
    private Labels() { }

    static String of(FrameShape shape) {
        return switch (shape) {
            case ROUND -> "Round";
            case PANTO -> "Panto";
            case OVAL -> "Oval";
            case RECTANGLE -> "Rectangle";
            case SQUARE -> "Square";
            case AVIATOR -> "Aviator";
            case NAVIGATOR -> "Navigator";
            case CAT_EYE -> "Cat-eye";
            case TRAPEZOID -> "Trapezoid";
            case HEXAGON -> "Hexagon";
            case BUTTERFLY -> "Butterfly";
            case BROW -> "Browline";
        };
    }

    static String of(RimType rim) {
        return switch (rim) {
            case FULL -> "Full rim";
            case SEMI_RIMLESS -> "Half rim";
            case RIMLESS -> "Rimless";
            case BROWLINE -> "Browline";
        };
    }

    static String of(FrameMaterial.Kind material) {
        return switch (material) {
            case ACETATE -> "Acetate";
            case METAL -> "Metal";
        };
    }
}
