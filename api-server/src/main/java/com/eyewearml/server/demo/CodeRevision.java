package com.eyewearml.server.demo;

import com.eyewearml.server.assets.Content;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Names the state of a module's compiled code: what it generates need not be generated again while that is the same. */
final class CodeRevision {
    private CodeRevision() { }

    /** Hash over the jar or the class files that {@code member} was loaded from, 64 hexadecimal digits. */
    static String of(Class<?> member) {
        try {
            Path location = Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isRegularFile(location)) {
                return sha256(Files.readAllBytes(location));
            }
            StringBuilder names = new StringBuilder();
            try (Stream<Path> walk = Files.walk(location)) {
                List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
                for (Path file : files) {
                    names.append(location.relativize(file)).append(' ').append(sha256(Files.readAllBytes(file))).append('\n');
                }
            }
            return sha256(names.toString().getBytes(StandardCharsets.UTF_8));
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("cannot read the code of " + member, e);
        }
    }

    private static String sha256(byte[] bytes) {
        return Content.of(bytes, "application/octet-stream", Content.Effort.NONE).sha256();
    }
}
