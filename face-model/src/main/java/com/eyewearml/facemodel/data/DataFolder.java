package com.eyewearml.facemodel.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the training and evaluation data lies; it is never part of the project. */
public final class DataFolder {
    /** Environment variable that names the folder. */
    public static final String VARIABLE = "EYEWEARML_DATA";

    private DataFolder() { }

    /** The folder named by {@value #VARIABLE}, else {@code shared/data} beside one of the folders above the working directory. */
    public static Optional<Path> find() {
        String named = System.getenv(VARIABLE);
        if (named != null) {
            return Optional.of(Path.of(named)).filter(Files::isDirectory);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve("shared/data");
            if (Files.isDirectory(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** @throws IllegalStateException where there is no such folder, saying how to name one */
    public static Path require() {
        return find().orElseThrow(() -> new IllegalStateException(
                "no training data: expected a folder shared/data beside the project or named by " + VARIABLE));
    }
}
