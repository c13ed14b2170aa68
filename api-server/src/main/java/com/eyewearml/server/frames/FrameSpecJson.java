package com.eyewearml.server.frames;

import com.eyewearml.frame.BridgeStyle;
import com.eyewearml.frame.FrameDimensions;
import com.eyewearml.frame.FrameFinish;
import com.eyewearml.frame.FrameMaterial;
import com.eyewearml.frame.FrameShape;
import com.eyewearml.frame.FrameSpec;
import com.eyewearml.frame.FrameSpecException;
import com.eyewearml.frame.LensOptions;
import com.eyewearml.frame.RimType;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A frame's parameters as JSON: names as in the enums, millimetres, degrees, shares from 0 to 1. */
public final class FrameSpecJson {
    private FrameSpecJson() { }

    /** All parameters. */
    public static JsonObject write(FrameSpec spec) {
        FrameDimensions size = spec.dimensions();
        LensOptions lens = spec.lens();
        return Json.createObjectBuilder()
                .add("shape", spec.shape().name()).add("rimType", spec.rimType().name()).add("bridge", spec.bridge().name())
                .add("lensWidthMm", size.lensWidthMm()).add("lensHeightMm", size.lensHeightMm()).add("dblMm", size.dblMm())
                .add("templeLengthMm", size.templeLengthMm()).add("totalWidthMm", size.totalWidthMm())
                .add("pantoscopicTiltDeg", degrees(size.pantoscopicTiltRad())).add("wrapAngleDeg", degrees(size.wrapAngleRad()))
                .add("baseCurveDioptres", spec.baseCurveDioptres())
                .add("front", spec.finish().front().name()).add("temples", spec.finish().temples().name())
                .add("trim", spec.finish().trim().name()).add("tips", spec.finish().tips().name())
                .add("lens", Json.createObjectBuilder().add("coating", lens.coating().name()).add("tint", lens.tint().name())
                        .add("topTransmittance", lens.topTransmittance()).add("bottomTransmittance", lens.bottomTransmittance())
                        .add("polarised", lens.polarised()))
                .build();
    }

    private static double degrees(double rad) {
        return Math.round(Math.toDegrees(rad) * 1000) / 1000.0;
    }

    /** @throws RequestException with {@code INVALID_INPUT}, naming the parameter and what it may be */
    public static FrameSpec read(JsonObject json) {
        JsonObject lens = json.get("lens") instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
        try {
            return new FrameSpec(choice(json, "shape", FrameShape.class), choice(json, "rimType", RimType.class),
                    choice(json, "bridge", BridgeStyle.class),
                    FrameDimensions.ofDegrees(number(json, "lensWidthMm"), number(json, "lensHeightMm"), number(json, "dblMm"),
                            number(json, "templeLengthMm"), number(json, "totalWidthMm"), number(json, "pantoscopicTiltDeg"),
                            number(json, "wrapAngleDeg")),
                    number(json, "baseCurveDioptres"),
                    new FrameFinish(choice(json, "front", FrameMaterial.class), choice(json, "temples", FrameMaterial.class),
                            choice(json, "trim", FrameMaterial.class), choice(json, "tips", FrameMaterial.class)),
                    new LensOptions(choice(lens, "coating", LensOptions.Coating.class), choice(lens, "tint", LensOptions.Tint.class),
                            number(lens, "topTransmittance"), number(lens, "bottomTransmittance"), lens.getBoolean("polarised", false), Double.NaN));
        } catch (FrameSpecException e) {
            throw new RequestException(ErrorCode.INVALID_INPUT, "These parameters make no frame: " + e.getMessage() + ".");
        }
    }

    private static <E extends Enum<E>> E choice(JsonObject json, String name, Class<E> type) {
        String text = json.getString(name, "");
        return Arrays.stream(type.getEnumConstants()).filter(value -> value.name().equals(text)).findFirst()
                .orElseThrow(() -> new RequestException(ErrorCode.INVALID_INPUT, name + " is \"" + text + "\", expected one of "
                        + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", ")) + "."));
    }

    private static double number(JsonObject json, String name) {
        if (json.get(name) instanceof JsonNumber number) {
            return number.doubleValue();
        }
        throw new RequestException(ErrorCode.INVALID_INPUT, name + " is missing or no number.");
    }
}
