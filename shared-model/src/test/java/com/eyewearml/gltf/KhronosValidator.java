package com.eyewearml.gltf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the Khronos glTF validator; a test is skipped where node or the validator's npm package cannot be had. */
public final class KhronosValidator {
    private static final String PACKAGE = "gltf-validator@2.0.0-dev.3.10";
    private static final Path FOLDER = Path.of("target", "gltf-validator");

    private KhronosValidator() {
    }

    /** Asserts that the validator has no error or warning for any of the files, given by name. */
    public static void assertValid(Map<String, byte[]> files) throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        boolean installed = Files.isDirectory(FOLDER.resolve("node_modules/gltf-validator"))
                || succeeds(List.of("npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", ".", PACKAGE));
        assumeTrue(installed, "skipped: npm is missing or cannot fetch " + PACKAGE);
        Path script = FOLDER.resolve("validate.cjs");
        Files.copy(KhronosValidator.class.getResourceAsStream("/gltf/validate.cjs"), script, StandardCopyOption.REPLACE_EXISTING);
        List<String> command = new ArrayList<>(List.of("node", "validate.cjs"));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(FOLDER.resolve(file.getKey() + ".glb"), file.getValue());
            command.add(file.getKey() + ".glb");
        }
        File out = FOLDER.resolve("report.jsonl").toFile();
        Process process = new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true).redirectOutput(out).start();
        assertEquals(0, process.waitFor(), () -> "the validator failed, see " + out);
        List<String> lines = Files.readAllLines(out.toPath(), StandardCharsets.UTF_8);
        assertEquals(files.size(), lines.size());
        for (String line : lines) {
            JsonObject report = Json.parse(line).asObject();
            assertEquals(0, report.get("errors").asInt(), line);
            assertEquals(0, report.get("warnings").asInt(), line);
        }
    }

    private static boolean succeeds(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
