package com.eyewearml.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes a data folder out of a {@link Backup}; the server that starts on it replays the archive up to a moment. */
public final class Restore {
    /** A zone by its letter is not understood this early in the server's life. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);

    private Restore() { }

    /**
     * Fills a new data folder.
     *
     * @param archive where the write-ahead log was copied to
     * @param folder  new or empty
     * @param until   the moment to go to; empty for as far as the archive reaches
     * @throws EmbeddedServiceException where the backup is none, the folder is not empty, or the copy fails
     */
    public static void into(Path backup, Path archive, Path folder, Optional<Instant> until) {
        if (!Files.isRegularFile(backup.resolve("data/backup_label"))) {
            throw new EmbeddedServiceException(backup + " is not a backup: data/backup_label is missing");
        }
        if (!Files.isDirectory(archive)) {
            throw new EmbeddedServiceException("there is no archive of the write-ahead log at " + archive);
        }
        try {
            Files.createDirectories(folder);
            requireEmpty(folder);
            Path data = Files.createDirectories(folder.resolve("postgresql")).resolve("data");
            FileTree.copy(backup.resolve("data"), data, file -> true);
            try (Stream<Path> secrets = Files.list(backup)) {
                for (Path secret : secrets.filter(file -> file.toString().endsWith(".secret")).toList()) {
                    Files.copy(secret, folder.resolve(secret.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
            Files.writeString(data.resolve("postgresql.auto.conf"), recovery(archive, until), StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            Files.createFile(data.resolve("recovery.signal"));
        } catch (IOException e) {
            throw new EmbeddedServiceException("the backup cannot be restored into " + folder, e);
        }
    }

    private static void requireEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new EmbeddedServiceException(folder + " is not empty; restore into a new folder, then start the server on it");
            }
        }
    }

    private static String recovery(Path archive, Optional<Instant> until) {
        return "\nrestore_command = '" + WalArchive.restoreCommand(archive) + "'\n"
                + until.map(moment -> "recovery_target_time = '" + TIME.format(moment) + "'\n").orElse("recovery_target_timeline = 'latest'\n")
                + "recovery_target_action = 'promote'\n";
    }
}
