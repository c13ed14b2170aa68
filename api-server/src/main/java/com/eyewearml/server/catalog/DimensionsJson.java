package com.eyewearml.server.catalog;

import com.eyewearml.frame.FrameDimensions;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;

/** Size of a frame as JSON: lengths in millimetres, angles in degrees. */
public final class DimensionsJson {
    /** Made once: the methods of {@link Json} search the class path for a provider at every call. */
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private DimensionsJson() { }

    /** An object with each dimension and the marking on the temple. */
    public static JsonObjectBuilder of(FrameDimensions size) {
        return JSON.createObjectBuilder()
                .add("sizeLabel", size.marking().formatBoxed())
                .add("lensWidthMm", size.lensWidthMm())
                .add("lensHeightMm", size.lensHeightMm())
                .add("dblMm", size.dblMm())
                .add("templeLengthMm", size.templeLengthMm())
                .add("totalWidthMm", size.totalWidthMm())
                .add("pantoscopicTiltDeg", degrees(size.pantoscopicTiltRad()))
                .add("wrapAngleDeg", degrees(size.wrapAngleRad()));
    }

    private static double degrees(double rad) {
        return Math.round(Math.toDegrees(rad) * 1000) / 1000.0;
    }
}
