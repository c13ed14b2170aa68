package com.eyewearml.facemodel.train;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Parameters and step number of a training on disk. A new checkpoint replaces the old one only when it is complete. */
final class Checkpoint {
    private static final String EPOCH = "0";

    private final Path folder;
    private final String name;

    Checkpoint(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    private Path parameters() {
        return folder.resolve(name + "-0000.params");
    }

    boolean exists() {
        return Files.exists(parameters());
    }

    /** Loads the parameters into a model whose block is set and returns the number of steps done. */
    int load(Model model) throws IOException, MalformedModelException {
        model.load(folder, name);
        return Integer.parseInt(model.getProperty("Steps"));
    }

    void save(Model model, int steps) throws IOException {
        Path fresh = Files.createDirectories(folder.resolve("writing"));
        model.setProperty("Epoch", EPOCH);
        model.setProperty("Steps", Integer.toString(steps));
        model.save(fresh, name);
        Files.move(fresh.resolve(parameters().getFileName()), parameters(), StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);
    }
}
