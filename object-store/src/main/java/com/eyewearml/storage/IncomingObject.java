package com.eyewearml.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Content that was received and is not yet kept: a file that goes away when this is closed. */
public final class IncomingObject implements AutoCloseable {
    private final Path file;
    private final String sha256;
    private final long bytes;

    IncomingObject(Path file, String sha256, long bytes) {
        this.file = file;
        this.sha256 = sha256;
        this.bytes = bytes;
    }

    /** Its hash, 64 hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    /** Its length. */
    public long bytes() {
        return bytes;
    }

    /** The file; it may be gone once the content was {@linkplain ObjectStore#put put}. */
    public Path file() {
        return file;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StorageException("cannot delete " + file, e);
        }
    }
}
