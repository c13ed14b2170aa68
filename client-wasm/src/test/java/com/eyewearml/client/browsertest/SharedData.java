package com.eyewearml.client.browsertest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Pictures and clips that are not part of this repository. */
public final class SharedData {
    private SharedData() { }

    /**
     * A file or folder of the shared data: below the folder that EYEWEARML_DATA names, else below {@code shared/data} next to the
     * repository. A test that asks for what is absent is skipped and says so.
     */
    public static Path require(String name) {
        Path found = find(name).orElse(null);
        if (found == null) {
            System.out.println("skipped: no " + name + " in the shared data; name its folder by EYEWEARML_DATA");
        }
        Assumptions.assumeTrue(found != null, () -> "no " + name + " in the shared data");
        return found;
    }

    /** The same; empty where it is absent. */
    public static Optional<Path> find(String name) {
        String named = System.getenv("EYEWEARML_DATA");
        Stream<Path> folders = named != null ? Stream.of(Path.of(named))
                : Stream.of("../../shared/data", "../../../shared/data").map(Path::of);
        return folders.map(folder -> folder.resolve(name)).filter(Files::exists).findFirst();
    }
}
