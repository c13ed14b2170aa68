package com.eyewearml.client.render;

import com.eyewearml.light.EnvironmentPrefilter;
import com.eyewearml.light.Studio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Build step: writes the studio's prefiltered environment to the file named by the only argument. */
public final class StudioWriter {
    private StudioWriter() { }

    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("expected the path of the file to write, got " + args.length + " arguments");
        }
        Path file = Path.of(args[0]);
        Files.createDirectories(file.getParent());
        Files.write(file, EnvironmentPrefilter.filter(new Studio()).toBytesOfStudio());
    }
}
