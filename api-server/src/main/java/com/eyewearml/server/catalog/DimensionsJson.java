package com.eyewearml.server.catalog;

import com.eyewearml.frame.FrameDimensions;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;

/** Size of a frame as JSON: lengths in millimetres, angles in degrees. */
public final class DimensionsJson {
    private DimensionsJson() { }

    /** An object with each dimension and the marking on the temple. */
    public static JsonObjectBuilder of(FrameDimensions size) {
        return Json.createObjectBuilder()
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
