package com.eyewearml.imports.cli;

import com.eclipsesource.json.JsonObject;
import com.eyewearml.imports.ImportException;
import com.eyewearml.imports.ImportResult;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What the commands of this module share: reading with a limit, writing, telling, exit statuses. */
final class CommandLine {
    private static final int REFUSED = 1;
    private static final int USAGE = 2;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final String command;

    CommandLine(String command) {
        this.command = command;
    }

    /** A command's work. */
    @FunctionalInterface
    interface Work {
        ImportResult run(byte[] input) throws ImportException;
    }

    /** Reads, works, writes, reports; returns the exit status. */
    int run(Path input, Path output, boolean json, long maxBytes, Work work) throws IOException {
        byte[] bytes;
        try {
            long size = Files.size(input);
            if (size > maxBytes) {
                return refused(json, "TOO_LARGE", input + " has " + size / 1_000_000 + " MB; at most " + maxBytes / 1_000_000 + " MB are read");
            }
            bytes = Files.readAllBytes(input);
        } catch (NoSuchFileException e) {
            return refused(json, "NO_FILE", "there is no file " + input);
        }
        try {
            ImportResult result = work.run(bytes);
            Files.write(output, result.glb());
            out.print(json ? result.report().json().add("file", output.toString()) + System.lineSeparator()
                    : "Wrote " + output + System.lineSeparator() + result.report().text());
            return 0;
        } catch (ImportException e) {
            return refused(json, e.code().name(), input + ": " + e.getMessage());
        }
    }

    private int refused(boolean json, String code, String message) {
        if (json) {
            out.println(new JsonObject().add("error", code).add("message", message));
        } else {
            System.err.println("eyewearml: " + message);
        }
        return REFUSED;
    }

    int usage(IllegalArgumentException e) {
        System.err.println("eyewearml: " + command + " " + e.getMessage());
        System.err.println("See ./eyewearml " + command + " --help");
        return USAGE;
    }

    /** Where to write: as asked, or beside the input. */
    static Path output(String asked, Path input) {
        if (!asked.isEmpty()) {
            return Path.of(asked);
        }
        String name = input.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return input.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".frame.glb");
    }
}
