package com.eyewearml.widgets;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Pictures with one face: the project's own sample faces, else portraits of the shared data. */
final class Faces {
    private static final Path SAMPLES = Path.of("..", "face-model", "samples");
    private static final List<Path> DATA = Stream.of(System.getenv("EYEWEARML_DATA"), "../../shared/data", "../../../shared/data")
            .filter(path -> path != null).map(Path::of).toList();

    private Faces() {
    }

    /** A JPEG; without one the test is skipped. */
    static byte[] portrait() throws IOException {
        Optional<Path> file = Stream.concat(Stream.of(SAMPLES), DATA.stream().map(data -> data.resolve("portraits/images")))
                .flatMap(Faces::firstJpeg).findFirst();
        assumeTrue(file.isPresent(), "no picture of a face: neither " + SAMPLES + " nor the shared data is there");
        return Files.readAllBytes(file.get());
    }

    private static Stream<Path> firstJpeg(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jpg")).sorted().findFirst().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
