package com.eyewearml.facemodel.eval;

/**
 * One look at one annotated picture.
 *
 * @param error of no meaning where no face was found
 */
public record Outcome(EvalDev.Entry entry, Look look, EvalDev.Error error) {
    private static final EvalDev.Error NONE = new EvalDev.Error(Float.NaN, Float.NaN);

    /** Compares a look with the annotation. */
    public static Outcome of(EvalDev data, EvalDev.Entry entry, Look look) {
        return new Outcome(entry, look, look.found() ? data.error(entry, look.landmarksPx()) : NONE);
    }

    /** Whether a face was reported that is another one, or lies elsewhere. */
    public boolean wrong() {
        return look.found() && !(error.inner() <= EvalDev.MISS);
    }

    /** Whether the annotated face was found. */
    public boolean right() {
        return look.found() && error.inner() <= EvalDev.MISS;
    }
}
