package com.eyewearml.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Looks into a spool from outside. */
final class SpoolFiles {
    private SpoolFiles() { }

    /** Files in it that are not locks. */
    static long count(Path spool) throws IOException {
        try (Stream<Path> files = Files.walk(spool)) {
            return files.filter(file -> Files.isRegularFile(file) && !file.endsWith("lock")).count();
        }
    }
}
