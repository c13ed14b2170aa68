package com.eyewearml.imports.report;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eyewearml.imports.report.Finding.Code;
import com.eyewearml.imports.report.Finding.Severity;
import java.util.List;
import java.util.Locale;

/**
 * What an import did and found.
 *
 * @param findings     in the order of the work
 * @param measurements of the frame as written
 * @param before       size of what came in
 * @param after        size of what was written
 */
public record ImportReport(List<Finding> findings, Measurements measurements, Size before, Size after) {
    /**
     * Size of a model.
     *
     * @param bytes     of the file
     * @param triangles in it
     */
    public record Size(int bytes, int triangles) {
    }

    /** Copies the list. */
    public ImportReport {
        findings = List.copyOf(findings);
    }

    /** Whether something of this kind was found. */
    public boolean has(Code code) {
        return findings.stream().anyMatch(finding -> finding.code() == code);
    }

    /** For people: measurements, sizes, then one line for each finding. */
    public String text() {
        Measurements m = measurements;
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "Lens width %.1f mm, lens height %.1f mm, bridge %.1f mm, temples %.0f mm, total width %.1f mm%n",
                m.lensWidthMm(), m.lensHeightMm(), m.dblMm(), m.templeLengthMm(), m.totalWidthMm()));
        text.append(String.format(Locale.ROOT, "Tilt %.1f°, wrap %.1f°, base curve %.1f dioptres%n", Math.toDegrees(m.pantoscopicTiltRad()),
                Math.toDegrees(m.wrapAngleRad()), m.baseCurveDioptres()));
        text.append(String.format(Locale.ROOT, "%d triangles, %d kB; came in with %d triangles, %d kB%n", after.triangles(),
                kilobytes(after), before.triangles(), kilobytes(before)));
        for (Finding finding : findings) {
            String mark = switch (finding.severity()) {
                case DONE -> "  done     ";
                case CHECK -> "  check    ";
                case PROBLEM -> "  PROBLEM  ";
            };
            text.append(mark).append(finding.message()).append(System.lineSeparator());
        }
        return text.toString();
    }

    private static int kilobytes(Size size) {
        return (size.bytes() + 999) / 1000;
    }

    /** For programs. */
    public JsonObject json() {
        Measurements m = measurements;
        JsonArray list = new JsonArray();
        findings.forEach(finding -> list.add(new JsonObject().add("severity", finding.severity().name())
                .add("code", finding.code().name()).add("message", finding.message())));
        return new JsonObject()
                .add("needsAttention", findings.stream().anyMatch(finding -> finding.severity() != Severity.DONE))
                .add("measurements", new JsonObject()
                        .add("lensWidthMm", rounded(m.lensWidthMm())).add("lensHeightMm", rounded(m.lensHeightMm()))
                        .add("dblMm", rounded(m.dblMm())).add("templeLengthMm", rounded(m.templeLengthMm()))
                        .add("totalWidthMm", rounded(m.totalWidthMm()))
                        .add("pantoscopicTiltDeg", rounded(Math.toDegrees(m.pantoscopicTiltRad())))
                        .add("wrapAngleDeg", rounded(Math.toDegrees(m.wrapAngleRad())))
                        .add("baseCurveDioptres", rounded(m.baseCurveDioptres())))
                .add("before", size(before)).add("after", size(after)).add("findings", list);
    }

    private static JsonObject size(Size size) {
        return new JsonObject().add("bytes", size.bytes()).add("triangles", size.triangles());
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
