package com.eyewearml.facemodel.head;

import com.eyewearml.face.FacePoints;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Landmarks of the sharp, nearly frontal training portraits as shapes: pixels, x right, y up, z towards the camera.
 */
final class PortraitShapes {
    private static final double MIN_FACE_WIDTH_PX = 75;
    private static final double MAX_YAW_RAD = Math.toRadians(20);
    private static final int LABEL_UNITS_PER_PX = 64;

    private PortraitShapes() { }

    /** Reads the shapes from the data folder. */
    static List<double[]> read(Path data) throws IOException {
        Path folder = data.resolve("portraits");
        ByteBuffer labels = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("landmarks.i16"))).order(ByteOrder.LITTLE_ENDIAN);
        List<double[]> shapes = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("index.jsonl"))) {
            double[] shape = new double[3 * FacePoints.COUNT];
            for (int i = 0; i < shape.length; i++) {
                double value = (double) labels.getShort() / LABEL_UNITS_PER_PX;
                shape[i] = i % 3 == 0 ? value : -value;
            }
            JsonObject entry = JsonParser.parseString(line).getAsJsonObject();
            if (entry.get("faceWidthInSource").getAsDouble() >= MIN_FACE_WIDTH_PX && Math.abs(yawRad(shape)) <= MAX_YAW_RAD) {
                shapes.add(shape);
            }
        }
        return shapes;
    }

    private static double yawRad(double[] shape) {
        int right = 3 * FacePoints.RIGHT_EYE_OUTER;
        int left = 3 * FacePoints.LEFT_EYE_OUTER;
        return Math.atan2(shape[left + 2] - shape[right + 2], shape[left] - shape[right]);
    }
}
