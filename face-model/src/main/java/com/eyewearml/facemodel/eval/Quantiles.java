package com.eyewearml.facemodel.eval;

/** Order statistics. */
public final class Quantiles {
    private Quantiles() { }

    /**
     * Quantile by linear interpolation between order statistics (Hyndman and Fan 1996, type 7).
     *
     * @param sorted rising
     * @param share  0 for the least, 1 for the greatest
     * @return NaN where there are no values
     */
    public static double of(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
