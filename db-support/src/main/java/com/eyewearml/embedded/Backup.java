package com.eyewearml.embedded;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/**
 * Copies a running database's files between {@code pg_backup_start} and {@code pg_backup_stop} (PostgreSQL manual, "Making a Base Backup
 * Using the Low Level API"). Requests are served meanwhile. With the archive of the write-ahead log it restores to any later moment.
 */
public final class Backup {
    /** Written by the running server for itself, or made anew at start. */
    private static final Set<String> NOT_COPIED = Set.of("postmaster.pid", "postmaster.opts", "epg-lock", "recovery.signal", "standby.signal");
    private static final Set<String> NOT_COPIED_FOLDERS =
            Set.of("pg_wal", "pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial", "pg_snapshots", "pg_stat_tmp", "pg_subtrans");
    private static final List<String> SECRETS = List.of("postgresql-owner.secret", "postgresql-app.secret");

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private Backup() { }

    /**
     * Backs up the database that runs on a data folder.
     *
     * @param target new folder; appears only once the backup is whole
     * @throws EmbeddedServiceException where none runs there, it keeps no archive, or the copy fails
     */
    public static void take(Path folder, Path target) {
        RunningDatabase database = RunningDatabase.in(folder);
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            if (Files.exists(target)) {
                throw new FileAlreadyExistsException(target.toString());
            }
            Files.createDirectories(part.toAbsolutePath().getParent());
            Files.createDirectory(part, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            copy(database, part);
            for (String secret : SECRETS) {
                Files.copy(folder.resolve(secret), part.resolve(secret), StandardCopyOption.COPY_ATTRIBUTES);
            }
            Files.move(part, target);
        } catch (FileAlreadyExistsException e) {
            throw new EmbeddedServiceException(e.getMessage() + " is there already; name a new folder for each backup", e);
        } catch (IOException | SQLException e) {
            throw new EmbeddedServiceException("the backup to " + target + " failed; what there is of it is in " + part, e);
        }
    }

    private static void copy(RunningDatabase database, Path part) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection(database.ownerUrl()); Statement statement = connection.createStatement()) {
            if (!"on".equals(single(statement, "show archive_mode"))) {
                throw new EmbeddedServiceException("the server keeps no archive of its write-ahead log, without which a copy of a running "
                        + "database is worth nothing; start it with EYEWEARML_WAL_ARCHIVE=FOLDER");
            }
            statement.execute("select pg_backup_start('eyewearml', true)");
            FileTree.copy(database.data(), part.resolve("data"), Backup::wanted);
            // Waits until the archive holds every segment that the copy needs.
            try (ResultSet end = statement.executeQuery("select labelfile, spcmapfile from pg_backup_stop(true)")) {
                end.next();
                Files.writeString(part.resolve("data/backup_label"), end.getString(1));
                if (!end.getString(2).isEmpty()) {
                    throw new EmbeddedServiceException("the database has tablespaces elsewhere, which this backup does not copy");
                }
            }
        }
    }

    private static boolean wanted(Path relative) {
        return !NOT_COPIED.contains(relative.toString()) && !NOT_COPIED_FOLDERS.contains(relative.getName(0).toString())
                && !relative.getFileName().toString().startsWith("pgsql_tmp");
    }

    private static String single(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
