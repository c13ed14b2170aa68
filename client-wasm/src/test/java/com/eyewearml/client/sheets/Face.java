package com.eyewearml.client.sheets;

import com.eyewearml.client.browsertest.MotionJpeg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A picture of a face.
 *
 * @param name for the sheet's head
 * @param jpeg the file
 */
record Face(String name, byte[] jpeg) {
    private static final int MOMENTS_OF_A_CLIP = 4;

    /** Pictures, a few moments of clips, and those of folders, in order of their names. */
    static List<Face> read(List<Path> sources) throws IOException {
        List<Face> faces = new ArrayList<>();
        for (Path source : sources) {
            if (Files.isDirectory(source)) {
                try (Stream<Path> files = Files.list(source)) {
                    faces.addAll(read(files.filter(Files::isRegularFile).sorted().toList()));
                }
                continue;
            }
            String name = source.getFileName().toString();
            if (name.endsWith(".mjpeg")) {
                List<byte[]> frames = MotionJpeg.frames(Files.readAllBytes(source));
                for (int i = 0; i < MOMENTS_OF_A_CLIP; i++) {
                    int at = (2 * i + 1) * frames.size() / (2 * MOMENTS_OF_A_CLIP);
                    faces.add(new Face(name + " " + at, frames.get(at)));
                }
            } else if (name.endsWith(".jpg")) {
                faces.add(new Face(name, Files.readAllBytes(source)));
            }
        }
        return faces;
    }
}
