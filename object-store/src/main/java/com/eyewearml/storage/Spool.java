package com.eyewearml.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Files on their way in. Each process has a folder of its own in a folder that several may share, and holds its lock while it lives: the
 * next one to open the spool clears the folders of those that died.
 */
final class Spool implements AutoCloseable {
    private static final int BUFFER_BYTES = 64 << 10;
    private static final String LOCK = "lock";
    /** Threads of one process must not ask for the same lock at once. */
    private static final Object OPENING = new Object();

    private final Path own;
    private final FileChannel channel;
    private final FileLock lock;

    private Spool(Path own, FileChannel channel, FileLock lock) {
        this.own = own;
        this.channel = channel;
        this.lock = lock;
    }

    /** @throws StorageException where the folder cannot be used */
    static Spool open(Path folder) {
        synchronized (OPENING) {
            try {
                Files.createDirectories(folder);
                // Between the making of a folder and its locking nobody else may look.
                try (FileChannel all = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock held = all.lock()) {
                    clearTheDead(folder);
                    Path own = Files.createDirectory(folder.resolve(UUID.randomUUID().toString()));
                    FileChannel channel = FileChannel.open(own.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    return new Spool(own, channel, channel.lock());
                }
            } catch (IOException e) {
                throw new StorageException("cannot use " + folder + " for storage", e);
            }
        }
    }

    private static void clearTheDead(Path folder) throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            for (Path other : folders.filter(Files::isDirectory).toList()) {
                if (dead(other)) {
                    delete(other);
                }
            }
        }
    }

    private static boolean dead(Path other) throws IOException {
        try (FileChannel channel = FileChannel.open(other.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }

    /** See {@link ObjectStore#receive}. */
    IncomingObject receive(InputStream content, long maxBytes) {
        Path file = own.resolve(UUID.randomUUID().toString());
        boolean whole = false;
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            MessageDigest digest = Hashing.newSha256();
            byte[] buffer = new byte[BUFFER_BYTES];
            long bytes = 0;
            for (int length = content.read(buffer); length >= 0; length = content.read(buffer)) {
                bytes += length;
                if (bytes > maxBytes) {
                    throw new ObjectTooLargeException(maxBytes);
                }
                digest.update(buffer, 0, length);
                ByteBuffer chunk = ByteBuffer.wrap(buffer, 0, length);
                while (chunk.hasRemaining()) {
                    out.write(chunk);
                }
            }
            out.force(true);
            whole = true;
            return new IncomingObject(file, HexFormat.of().formatHex(digest.digest()), bytes);
        } catch (IOException e) {
            throw failure("cannot take in what was sent", own.getParent(), e);
        } finally {
            if (!whole) {
                new IncomingObject(file, "", 0).close();
            }
        }
    }

    /** Java tells that a disk is full by the system's message only, which it does not translate. */
    static StorageException failure(String deed, Path folder, IOException e) {
        String reason = e.getMessage() + (e instanceof FileSystemException file ? " " + file.getReason() : "");
        return reason.contains("No space left on device") || reason.contains("Disk quota exceeded")
                ? new StorageFullException("the folder " + folder, e) : new StorageException(deed, e);
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
            delete(own);
        } catch (IOException e) {
            throw new StorageException("cannot clear " + own, e);
        }
    }
}
