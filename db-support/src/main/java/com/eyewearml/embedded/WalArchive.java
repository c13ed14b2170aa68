package com.eyewearml.embedded;

import java.nio.file.Path;

/** Finished segments of the write-ahead log in a folder: the commands by which PostgreSQL puts them there and takes them back. */
final class WalArchive {
    private WalArchive() { }

    /** Fails where the segment is there already, and leaves no half one. */
    static String keepCommand(Path archive) {
        String target = quoted(archive.resolve("%f"));
        String part = quoted(archive.resolve("%f.part"));
        return "test ! -f " + target + " && cp \"%p\" " + part + " && mv " + part + " " + target;
    }

    static String restoreCommand(Path archive) {
        return "cp " + quoted(archive.resolve("%f")) + " \"%p\"";
    }

    private static String quoted(Path path) {
        String text = path.toAbsolutePath().toString();
        if (text.matches(".*[\"'\\\\$`\\n].*")) {
            throw new EmbeddedServiceException("the archive's path must hold no quotes, $ or backslashes: " + text);
        }
        return "\"" + text + "\"";
    }
}
