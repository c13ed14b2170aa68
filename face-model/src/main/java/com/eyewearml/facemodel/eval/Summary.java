package com.eyewearml.facemodel.eval;

import com.eyewearml.facemodel.eval.report.Column;
import java.util.Arrays;
import java.util.List;

/**
 * Figures over many pictures. Errors are over the faces found right, in distances of the outer eye corners.
 *
 * @param standardError of the mean
 * @param eyes          mean error of the eye points alone
 */
public record Summary(int pictures, double mean, double standardError, double median, double p95, double eyes, int notFound, int wrong) {
    /** Columns of {@link #values()}. */
    public static final List<Column> COLUMNS = List.of(new Column("pictures", 0), new Column("mean", 4), new Column("± s.e.", 4),
            new Column("median", 4), new Column("95th", 4), new Column("eyes", 4), new Column("not found", 0), new Column("wrong", 0),
            new Column("missed %", 1));

    public static Summary of(List<Outcome> outcomes) {
        double[] errors = outcomes.stream().filter(Outcome::right).mapToDouble(o -> o.error().inner()).sorted().toArray();
        double mean = Arrays.stream(errors).average().orElse(Double.NaN);
        double squares = Arrays.stream(errors).map(e -> (e - mean) * (e - mean)).sum();
        double standardError = Math.sqrt(squares / (errors.length - 1) / errors.length);
        double eyes = outcomes.stream().filter(Outcome::right).mapToDouble(o -> o.error().eyes()).average().orElse(Double.NaN);
        int notFound = (int) outcomes.stream().filter(o -> !o.look().found()).count();
        int wrong = (int) outcomes.stream().filter(Outcome::wrong).count();
        return new Summary(outcomes.size(), mean, errors.length < 2 ? Double.NaN : standardError, Quantiles.of(errors, 0.5),
                Quantiles.of(errors, 0.95), eyes, notFound, wrong);
    }

    /** Per cent of the pictures in which the face was not found or another place was reported. */
    public double missedPercent() {
        return 100.0 * (notFound + wrong) / pictures;
    }

    /** In the order of {@link #COLUMNS}. */
    public double[] values() {
        return new double[] {pictures, mean, standardError, median, p95, eyes, notFound, wrong, missedPercent()};
    }
}
