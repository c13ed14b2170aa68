package com.eyewearml.client.golden;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Scenes as files. */
final class SceneFiles {
    private static final String ENDING = ".json";

    private SceneFiles() { }

    /** All scenes of a folder in order of their names; {@code scene} makes one of its name and contents. */
    static <T> List<T> read(String folder, BiFunction<String, JsonObject, T> scene) {
        List<T> scenes = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(SceneFiles.class.getResource(folder).toURI()))) {
            for (Path file : files.filter(f -> f.toString().endsWith(ENDING)).sorted().toList()) {
                String name = file.getFileName().toString();
                scenes.add(scene.apply(name.substring(0, name.length() - ENDING.length()), Json.parse(Files.readString(file)).asObject()));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("cannot read the scenes of " + folder, e);
        }
        return scenes;
    }
}
