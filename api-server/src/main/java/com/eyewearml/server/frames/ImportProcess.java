package com.eyewearml.server.frames;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.stream.JsonParsingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@link ImportProgram} in a process of its own, so that a file which takes all memory, or meets a fault of a native library, takes
 * nothing else with it.
 */
final class ImportProcess {
    private static final String MEMORY = "-Xmx768m";
    private final Duration longest;

    /** @param longest how long one file may be worked on */
    ImportProcess(Duration longest) {
        this.longest = longest;
    }

    /**
     * Works on a file.
     *
     * @param arguments as {@link ImportProgram#main} takes them
     * @return the report, or an object with {@code error} and {@code message}
     */
    JsonObject run(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), MEMORY,
                "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", ImportProgram.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.DISCARD);
        // Nothing of the server's settings, which hold its secrets.
        builder.environment().clear();
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        try {
            Process process = builder.start();
            try (InputStream out = process.getInputStream(); JsonReader reader = Json.createReader(out)) {
                CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS).execute(process::destroyForcibly);
                return reader.readObject();
            } catch (JsonParsingException e) {
                return Json.createObjectBuilder().add("error", "TOO_MUCH").add("message", "working on this file takes more memory or time than "
                        + "one file is given (" + longest.toSeconds() + " s); reduce its triangles and textures").build();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the importer cannot be started", e);
        }
    }
}
