package com.eyewearml.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code ./eyewearml} says before it builds or starts anything. */
class LauncherTest {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private record Answer(int status, String out, String err) { }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "serve", "test", "bench", "train", "eval", "landmarks", "collect", "audit", "rotate-keys"})
    void tellsAboutEveryCommand(String command) throws Exception {
        Answer answer = run(Map.of(), command, "--help");
        assertEquals(0, answer.status());
        assertTrue(answer.out().startsWith("usage: ./eyewearml " + command), answer.out());
        assertTrue(run(Map.of(), "--help").out().contains("  " + command), "not in the overview");
    }

    @ParameterizedTest
    @CsvSource({"sell,unknown command 'sell'", "demo --prt 1,demo does not know '--prt'", "demo --port x,--port x", "demo --port 65536,65535",
        "demo --port,--port needs a value", "collect now,collect does not know 'now'", "collect --grace-hours,--grace-hours needs a value", "serve --port=,--port needs a value", "test --fast,test does not know '--fast'",
        "rotate-keys now,rotate-keys does not know 'now'", "audit --data-dir,--data-dir needs a value", "audit --quick,audit does not know '--quick'",
        "bench nothing,there is no benchmark 'nothing'", "eval now,eval does not know 'now'", "eval --json,--json needs a value",
        "eval --sheets=,--sheets needs a value", "landmarks,landmarks needs a folder", "landmarks a b,landmarks takes one folder", "train a b c d,train takes up to three arguments"})
    void refusesWhatItDoesNotKnow(String arguments, String complaint) throws Exception {
        Answer answer = run(Map.of(), arguments.split(" "));
        assertEquals(2, answer.status());
        assertTrue(answer.err().contains(complaint) && answer.err().contains("--help"), answer.err());
        assertEquals("", answer.out());
    }

    @Test
    void findsAJdkWhereJavaHomePoints(@TempDir Path temporary) throws Exception {
        Path jdk = fakeJdk(temporary.resolve("somewhere/odd"), "25.0.9");
        assertEquals(jdk.toString(), findJdk(Map.of("JAVA_HOME", jdk.toString())).out());
    }

    @Test
    void passesOverOtherReleases(@TempDir Path temporary) throws Exception {
        Path old = fakeJdk(temporary.resolve("old"), "17.0.2");
        Path home = temporary.resolve("home");
        Path wanted = fakeJdk(home.resolve(".sdkman/candidates/java/25"), "25");
        String found = findJdk(Map.of("JAVA_HOME", old.toString(), "HOME", home.toString(), "PATH", "/usr/bin:/bin")).out();
        assertTrue(found.equals(wanted.toString()) || Files.readString(Path.of(found, "release")).contains("JAVA_VERSION=\"25"), found);
    }

    private static Path fakeJdk(Path folder, String version) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        for (String program : List.of("java", "javac")) {
            Files.writeString(bin.resolve(program), "#!/bin/sh\n");
            assertTrue(bin.resolve(program).toFile().setExecutable(true));
        }
        Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return folder;
    }

    private static Answer findJdk(Map<String, String> environment) throws Exception {
        return start(environment, List.of("bash", "-c", ". launcher/output.sh; . launcher/tools.sh; find_jdk"));
    }

    private static Answer run(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("./eyewearml"));
        command.addAll(List.of(arguments));
        return start(environment, command);
    }

    private static Answer start(Map<String, String> environment, List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).directory(REPOSITORY.toFile());
        builder.environment().putAll(environment);
        Path err = Files.createTempFile("launcher", "err");
        Process process = builder.redirectError(err.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        String errors = Files.readString(err);
        Files.delete(err);
        return new Answer(status, out, errors);
    }
}
