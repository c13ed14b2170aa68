package com.eyewearml.facemodel.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Panoramas without people: backgrounds and pictures without a face. */
public record Environments(List<Rgb> images) {
    /** Decodes all panoramas. */
    public static Environments read(Path data) throws IOException {
        List<Path> files;
        try (var list = Files.list(data.resolve("environments"))) {
            files = list.filter(f -> f.toString().endsWith(".jpg")).sorted().toList();
        }
        List<Rgb> images = new ArrayList<>();
        for (Path file : files) {
            images.add(Rgb.read(file));
        }
        return new Environments(images);
    }
}
