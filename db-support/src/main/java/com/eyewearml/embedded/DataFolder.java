package com.eyewearml.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/**
 * The folder that holds the embedded services' data. One program at a time uses it: the lock is the operating system's, so it
 * goes away with the process however that ends.
 */
public final class DataFolder implements AutoCloseable {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /** @throws EmbeddedServiceException where the folder cannot be written or another program uses it */
    public static DataFolder open(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            FileChannel channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new EmbeddedServiceException("the data folder " + path + " is in use by another EyewearML server; stop that one "
                        + "or choose another folder with --data-dir");
            }
            return new DataFolder(path, channel, lock);
        } catch (IOException e) {
            throw new EmbeddedServiceException("cannot write to the data folder " + path + "; choose another with --data-dir", e);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Absolute path of the folder. */
    public Path path() {
        return path;
    }

    /** A password for the service of that name, made on first use and readable by this user only. */
    String secret(String service) {
        Path file = path.resolve(service + ".secret");
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[24];
                new SecureRandom().nextBytes(random);
                Path fresh = Files.createTempFile(path, service, ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
                Files.writeString(fresh, HexFormat.of().formatHex(random));
                Files.move(fresh, file);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new EmbeddedServiceException("cannot keep the password of " + service + " in " + file, e);
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new EmbeddedServiceException("cannot release the data folder " + path, e);
        }
    }
}
