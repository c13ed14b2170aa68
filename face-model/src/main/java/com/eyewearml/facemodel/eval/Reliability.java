package com.eyewearml.facemodel.eval;

import com.eyewearml.facemodel.eval.report.Column;
import com.eyewearml.facemodel.eval.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Confidences against the truth: in each bin the mean confidence and the share that was right. */
public final class Reliability {
    private static final double[] EDGES = {0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 0.99, 0.999};

    private final List<Double> confidences = new ArrayList<>();
    private final List<Boolean> truths = new ArrayList<>();

    /** Adds one statement of an engine and whether it was right. */
    public void add(double confidence, boolean right) {
        confidences.add(confidence);
        truths.add(right);
    }

    public int count() {
        return confidences.size();
    }

    /** Mean over all statements of |mean confidence − share right| of their bin (Naeini et al. 2015). */
    public double expectedCalibrationError() {
        double sum = 0;
        for (double[] bin : bins()) {
            sum += Math.abs(bin[1] - bin[2]);
        }
        return sum / count();
    }

    /** Mean squared difference of confidence and truth (Brier 1950). */
    public double brierScore() {
        double sum = 0;
        for (int i = 0; i < count(); i++) {
            double d = confidences.get(i) - (truths.get(i) ? 1 : 0);
            sum += d * d;
        }
        return sum / count();
    }

    /** A row for each bin that is not empty. */
    public Table table(String title) {
        Table table = new Table(title, List.of("confidence"),
                List.of(new Column("statements", 0), new Column("mean confidence", 4), new Column("share right", 4)));
        List<double[]> bins = bins();
        for (int bin = 0; bin < bins.size(); bin++) {
            double[] b = bins.get(bin);
            if (b[0] > 0) {
                table.row(List.of(range(bin)), b[0], b[1] / b[0], b[2] / b[0]);
            }
        }
        return table.note(String.format(Locale.ROOT, "Expected calibration error %.4f, Brier score %.4f", expectedCalibrationError(), brierScore()));
    }

    /** Number, sum of confidences and number right of each bin. */
    private List<double[]> bins() {
        List<double[]> bins = new ArrayList<>();
        for (int bin = 0; bin <= EDGES.length; bin++) {
            bins.add(new double[3]);
        }
        for (int i = 0; i < count(); i++) {
            int bin = 0;
            while (bin < EDGES.length && confidences.get(i) >= EDGES[bin]) {
                bin++;
            }
            double[] b = bins.get(bin);
            b[0]++;
            b[1] += confidences.get(i);
            b[2] += truths.get(i) ? 1 : 0;
        }
        return bins;
    }

    private static String range(int bin) {
        String low = bin == 0 ? "0" : Double.toString(EDGES[bin - 1]);
        String high = bin == EDGES.length ? "1" : Double.toString(EDGES[bin]);
        return low + " to " + high;
    }
}
