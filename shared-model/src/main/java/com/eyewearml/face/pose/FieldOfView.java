package com.eyewearml.face.pose;

/**
 * The camera's vertical field of view, from the perspective in which the landmarks show the head.
 *
 * <p>The size of a head in the picture tells focal length over distance, {@code f / d}; how much larger its near parts appear than its
 * far ones tells {@code 1 / d}. A landmarker conveys the latter with a gain, an offset and an error of its own ({@link Landmarker}),
 * measured by {@code ./eyewearml bench pose}. The estimate is the mean of the posterior of {@code ln f} on a grid, under a prior of
 * {@value #PRIOR_DEG}° ± {@value #PRIOR_SD_DEG}°; where the landmarker conveys little, it stays near the prior and says so.
 *
 * <p>Errors repeat while a head is seen from one side at one distance, so such frames are averaged and count as one; such averages of
 * one person still err together.
 */
public final class FieldOfView {
    /** Webcams and front cameras of phones. */
    public static final double PRIOR_DEG = 50;
    /** Standard deviation of the prior. */
    public static final double PRIOR_SD_DEG = 12;

    private static final int YAW_BINS = 7;
    private static final double YAW_BIN_RAD = Math.toRadians(14);
    private static final int SIZE_BINS = 5;
    private static final double SIZE_BIN = 0.25;
    /** Size of bin 2: distance over focal length in half picture heights, millimetres. */
    private static final double MIDDLE_SIZE_MM = 230;
    private static final int MEMORY = 90;
    private static final double CORRELATION = 0.5;
    private static final int GRID = 81;
    private static final double GRID_SDS = 3;

    /**
     * How a landmarker conveys perspective: apparent inverse distance = offset + gain × true + pull × assumed inverse distance ± sd.
     *
     * @param gain 1 for exact landmarks, 0 for landmarks that show every head as from one distance
     * @param pull by how much the shape, fitted under an assumed field of view, makes the landmarks appear to confirm it
     * @param offsetPerMm 0 for exact landmarks
     * @param sdPerMm standard deviation for one view of one person
     */
    public record Landmarker(double gain, double pull, double offsetPerMm, double sdPerMm) {
        /** Of the released network, which shows no perspective beyond that of its usual training picture: the prior holds. */
        public static final Landmarker RELEASED = new Landmarker(0, 0.56, 0.6e-3, 0.25e-3);
    }

    private final Landmarker landmarker;
    private final double priorMean = logFocal(Math.toRadians(PRIOR_DEG));
    private final double priorSd = Math.toRadians(PRIOR_SD_DEG) / Math.sin(Math.toRadians(PRIOR_DEG));
    private final int[] frames = new int[YAW_BINS * SIZE_BINS];
    private final double[] apparent = new double[YAW_BINS * SIZE_BINS];
    private final double[] inverseSize = new double[YAW_BINS * SIZE_BINS];
    private double mean;
    private double sd;

    public FieldOfView(Landmarker landmarker) {
        this.landmarker = landmarker;
        reset();
    }

    /** Back to the prior. */
    public void reset() {
        for (int i = 0; i < frames.length; i++) {
            frames[i] = 0;
        }
        mean = priorMean;
        sd = priorSd;
    }

    /** Natural logarithm of the focal length in half picture heights. */
    static double logFocal(double verticalFovRad) {
        return -Math.log(Math.tan(verticalFovRad / 2));
    }

    /** Estimated vertical field of view. */
    public double verticalFovRad() {
        return 2 * Math.atan(Math.exp(-mean));
    }

    /** Its standard uncertainty. */
    public double uncertaintyRad() {
        return sd * Math.sin(verticalFovRad());
    }

    /**
     * Learns from a frame.
     *
     * @param assumedFovRad field of view that the pose was solved for
     * @param apparentPerMm inverse distance that the perspective shows, {@link PoseSolver#apparentInverseDistance}
     */
    public void add(RigidPose pose, double assumedFovRad, double apparentPerMm) {
        double size = -pose.t[2] / Math.exp(logFocal(assumedFovRad));
        int bin = SIZE_BINS * bin(pose.yawRad() / YAW_BIN_RAD, YAW_BINS) + bin(Math.log(size / MIDDLE_SIZE_MM) / SIZE_BIN, SIZE_BINS);
        double rate = 1.0 / Math.min(++frames[bin], MEMORY);
        apparent[bin] = blend(apparent[bin], apparentPerMm + landmarker.pull / pose.t[2], rate);
        inverseSize[bin] = blend(inverseSize[bin], 1 / size, rate);
        estimate();
    }

    private static double blend(double old, double value, double rate) {
        return rate == 1 ? value : old + rate * (value - old);
    }

    private static int bin(double value, int bins) {
        return Math.max(0, Math.min(bins - 1, bins / 2 + (int) Math.rint(value)));
    }

    private void estimate() {
        int seen = 0;
        for (int count : frames) {
            seen += count > 0 ? 1 : 0;
        }
        double weight = 1 / (1 + CORRELATION * (seen - 1)) / (landmarker.sdPerMm * landmarker.sdPerMm);
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < GRID; i++) {
            best = Math.min(best, cost(i, weight));
        }
        double sum = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < GRID; i++) {
            double p = Math.exp(best - cost(i, weight));
            double d = offset(i);
            sum += p;
            first += p * d;
            second += p * d * d;
        }
        mean = priorMean + first / sum;
        sd = Math.sqrt(Math.max(0, second / sum - first / sum * (first / sum)));
    }

    private double offset(int i) {
        return priorSd * GRID_SDS * (2.0 * i / (GRID - 1) - 1);
    }

    /** Negative logarithm of the posterior density. */
    private double cost(int i, double weight) {
        double offset = offset(i);
        double inverseFocal = Math.exp(-priorMean - offset);
        double cost = offset * offset / (2 * priorSd * priorSd);
        for (int bin = 0; bin < frames.length; bin++) {
            if (frames[bin] > 0) {
                double error = apparent[bin] - landmarker.offsetPerMm - landmarker.gain * inverseFocal * inverseSize[bin];
                cost += weight * error * error / 2;
            }
        }
        return cost;
    }
}
