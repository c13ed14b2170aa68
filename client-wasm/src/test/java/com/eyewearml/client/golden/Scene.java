package com.eyewearml.client.golden;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eyewearml.light.Radiance;
import com.eyewearml.light.Studio;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import org.joml.Matrix4d;

/**
 * A scene as its file describes it: a subject in frame coordinates (millimetres), a camera that looks at a point of it from a distance,
 * an environment that stays with the camera.
 *
 * @param largestDifference most by which a channel may differ from the golden picture without counting as failing, of 255
 * @param failingShare      share of the pixels that may
 * @param expectations      mean colours of regions that are known from elsewhere
 */
record Scene(String name, JsonObject subject, String environment, float gain, float[] backdrop, double[] targetMm, double yawDeg,
             double pitchDeg, double distanceMm, double verticalFovDeg, int widthPx, int heightPx, int largestDifference,
             double failingShare, List<Expectation> expectations) {
    private static final double NEAR_MM = 20;
    private static final double FAR_MM = 2000;

    /** A region's mean linear luminance. */
    record Expectation(Rectangle regionPx, double luminance, double tolerance, String source) {
        static Expectation of(JsonObject json) {
            return new Expectation(region(json.get("regionPx").asArray()), json.getDouble("luminance", 0), json.getDouble("tolerance", 0),
                    json.getString("source", ""));
        }
    }

    /** From left, top, right, bottom. */
    static Rectangle region(JsonArray edges) {
        int left = edges.get(0).asInt();
        int top = edges.get(1).asInt();
        return new Rectangle(left, top, edges.get(2).asInt() - left, edges.get(3).asInt() - top);
    }

    static List<Scene> all() {
        return SceneFiles.read("scenes", Scene::of);
    }

    static Scene of(String name, JsonObject json) {
        List<Expectation> expectations = new ArrayList<>();
        JsonValue expected = json.get("expected");
        if (expected != null) {
            expected.asArray().forEach(value -> expectations.add(Expectation.of(value.asObject())));
        }
        double[] backdrop = numbers(json, "backdrop");
        return new Scene(name, json.get("subject").asObject(), json.getString("environment", "studio"), json.getFloat("gain", 1),
                new float[] {(float) backdrop[0], (float) backdrop[1], (float) backdrop[2]}, numbers(json, "targetMm"),
                json.getDouble("yawDeg", 0), json.getDouble("pitchDeg", 0), json.getDouble("distanceMm", 400),
                json.getDouble("verticalFovDeg", 20), json.getInt("widthPx", 256), json.getInt("heightPx", 256),
                json.getInt("largestDifference", 8), json.getDouble("failingShare", 0.004), List.copyOf(expectations));
    }

    private static double[] numbers(JsonObject json, String name) {
        JsonValue value = json.get(name);
        double[] numbers = new double[3];
        for (int i = 0; value != null && i < 3; i++) {
            numbers[i] = value.asArray().get(i).asDouble();
        }
        return numbers;
    }

    byte[] glb() {
        return Subjects.glb(subject);
    }

    Radiance radiance() {
        return switch (environment) {
            case "studio" -> new Studio();
            case "white" -> (x, y, z, rgb) -> rgb[0] = rgb[1] = rgb[2] = 1;
            default -> throw new IllegalArgumentException("scene " + name + ": environment is " + environment
                    + ", expected studio or white");
        };
    }

    Matrix4d cameraFromModel() {
        return new Matrix4d().translation(0, 0, -distanceMm).rotateX(Math.toRadians(pitchDeg)).rotateY(-Math.toRadians(yawDeg))
                .translate(-targetMm[0], -targetMm[1], -targetMm[2]);
    }

    Matrix4d clipFromCamera() {
        return new Matrix4d().perspective(Math.toRadians(verticalFovDeg), (double) widthPx / heightPx, NEAR_MM, FAR_MM);
    }
}
