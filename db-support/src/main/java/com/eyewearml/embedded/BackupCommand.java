package com.eyewearml.embedded;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** {@code backup DATA TARGET} and {@code restore BACKUP ARCHIVE DATA [TIME]} of the launcher. */
public final class BackupCommand {
    private BackupCommand() { }

    /** Ends with status 1 and a message where it fails. */
    public static void main(String[] args) {
        try {
            run(args);
        } catch (EmbeddedServiceException e) {
            System.err.println("eyewearml: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(String[] args) {
        if (args[0].equals("backup")) {
            Backup.take(Path.of(args[1]), Path.of(args[2]));
            System.out.println("Backed up " + args[1] + " to " + args[2] + ". Keep the archive of the write-ahead log with it.");
        } else {
            Optional<Instant> until = args.length > 4 ? Optional.of(moment(args[4])) : Optional.empty();
            Restore.into(Path.of(args[1]), Path.of(args[2]), Path.of(args[3]), until);
            System.out.println("Restored into " + args[3] + ". Start the server on it with --data-dir " + args[3]
                    + "; it replays the archive first.");
        }
    }

    private static Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new EmbeddedServiceException("\"" + text + "\" is no moment; expected something like 2026-11-25T14:30:00+01:00", e);
        }
    }
}
