package com.eyewearml.frame;

/** Outline of the lenses as opticians name it. */
public enum FrameShape {
    /** A circle. */
    ROUND,
    /** Round below, flatter above: the classic university frame. */
    PANTO,
    /** A lying ellipse. */
    OVAL,
    /** Wider than high with soft corners. */
    RECTANGLE,
    /** Nearly as high as wide, soft corners. */
    SQUARE,
    /** Teardrop, low outer corner. */
    AVIATOR,
    /** A squared teardrop with a straight top. */
    NAVIGATOR,
    /** Swept up at the outer corners. */
    CAT_EYE,
    /** Trapezoid, wider above, slightly raised outer corners. */
    TRAPEZOID,
    /** Six softly rounded corners. */
    HEXAGON,
    /** Oversized, wider towards the temples and deep below. */
    BUTTERFLY,
    /** Straight brow, round below: the lens of a browline frame. */
    BROW
}
