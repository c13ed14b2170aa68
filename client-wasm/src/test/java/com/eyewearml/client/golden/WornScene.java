package com.eyewearml.client.golden;

import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

/**
 * A frame on the face of one of the sample photographs, and the part of the picture that is looked at.
 *
 * @param photo     name of a file of {@code face-model/samples}; of a clip with the number of its picture, as in {@code clip.mjpeg#8}
 * @param subject  see {@link Subjects}
 * @param regionPx  of the photograph; the others are within it
 * @param photograph regions where the head hides the frame, so that the photograph is as it was
 * @param shaded    regions of skin that the frame shades
 */
record WornScene(String name, String photo, JsonObject subject, Rectangle regionPx, int largestDifference, double failingShare,
                 List<Rectangle> photograph, List<Shade> shaded) {
    /** What the frame leaves of the skin's luminance: the least and the most. */
    record Shade(Rectangle regionPx, double least, double most) { }

    static List<WornScene> all() {
        return SceneFiles.read("worn", WornScene::of);
    }

    static WornScene of(String name, JsonObject json) {
        List<Rectangle> photograph = new ArrayList<>();
        for (JsonValue region : json.get("photograph").asArray()) {
            photograph.add(Scene.region(region.asArray()));
        }
        List<Shade> shaded = new ArrayList<>();
        for (JsonValue value : json.get("shaded").asArray()) {
            JsonObject shade = value.asObject();
            shaded.add(new Shade(Scene.region(shade.get("regionPx").asArray()), shade.getDouble("least", 0), shade.getDouble("most", 1)));
        }
        return new WornScene(name, json.getString("photo", ""), json, Scene.region(json.get("regionPx").asArray()),
                json.getInt("largestDifference", 8), json.getDouble("failingShare", 0.004), photograph, shaded);
    }

    byte[] glb() {
        return Subjects.glb(subject);
    }
}
