package com.eyewearml.server.admin;

import com.eyewearml.server.catalog.AssetUrls;
import com.eyewearml.server.catalog.Shop;
import com.eyewearml.server.frames.FrameImports.FrameImport;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What became of an upload.
 *
 * @param id       of the import
 * @param fileName as the merchant calls the file
 * @param waiting  whether it is being worked on
 * @param done     steps done
 * @param error    why it cannot be used; empty where it can
 * @param modelUrl address of the cleaned model; empty until there is one
 * @param report   of the importer; empty until it is done
 */
public record ImportReportView(UUID id, String fileName, boolean waiting, long done, String error, String modelUrl, Optional<JsonObject> report) {
    /** A measure with its value. */
    public record Fact(String label, String value) { }

    /** Something that the importer noticed or did. */
    public record Finding(String severity, String message, String badge) { }

    static ImportReportView of(Shop shop, FrameImport it) {
        return new ImportReportView(it.id(), it.fileName().isEmpty() ? "Upload" : it.fileName(), it.state().equals("WAITING"), it.done(), it.error(),
                it.modelSha256().map(sha256 -> AssetUrls.model(shop, sha256)).orElse(""), it.report());
    }

    /** Lengths and angles that were measured. */
    public List<Fact> measures() {
        JsonObject measured = report.map(json -> json.getJsonObject("measurements")).orElse(JsonValue.EMPTY_JSON_OBJECT);
        return Measure.ALL.stream().filter(measure -> measured.containsKey(measure.name()))
                .map(measure -> new Fact(measure.label(), number(measured.getJsonNumber(measure.name()).doubleValue()) + " " + measure.unit())).toList();
    }

    /** Size before and after. */
    public String sizeText() {
        return report.map(json -> size(json.getJsonObject("before")) + " became " + size(json.getJsonObject("after")) + ".").orElse("");
    }

    private static String size(JsonObject size) {
        return String.format(Locale.ENGLISH, "%,d kB with %,d triangles", size.getJsonNumber("bytes").longValue() / 1000,
                size.getJsonNumber("triangles").longValue());
    }

    /** What was noticed, in the importer's order. */
    public List<Finding> findings() {
        return report.map(json -> json.getJsonArray("findings").stream().map(JsonValue::asJsonObject)
                .map(found -> finding(found.getString("severity"), found.getString("message"))).toList()).orElse(List.of());
    }

    private static Finding finding(String severity, String message) {
        String sentence = Character.toUpperCase(message.charAt(0)) + message.substring(1);
        return severity.equals("DONE") ? new Finding("Done", sentence, "badge--good") : new Finding(Measure.words(severity), sentence, "badge--warn");
    }

    private static String number(double value) {
        return new BigDecimal(Double.toString(Math.round(value * 10) / 10.0)).stripTrailingZeros().toPlainString();
    }
}
