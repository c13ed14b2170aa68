package com.eyewearml.frame;

/** How the lenses are held. */
public enum RimType {
    /** A rim all around: a milled plate in acetate, a wire in metal. */
    FULL,
    /** A bar along the upper half, a nylon thread below. */
    SEMI_RIMLESS,
    /** Bridge and end pieces screwed to the lenses. */
    RIMLESS,
    /** Acetate brows over a thin metal rim. */
    BROWLINE
}
