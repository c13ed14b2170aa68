package com.eyewearml.server.assets;

import com.eyewearml.server.assets.Content.Effort;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Compressed forms of contents, each made once: kept in memory, and those that took long also in a folder for the next start.
 * Files there are named by the hash of the plain bytes, so they never go stale.
 */
public final class EncodedContents {
    private static final long MEMORY_BYTES = 64L << 20;

    private final Path folder;
    private final Cache<String, byte[]> memory = Caffeine.newBuilder()
            .maximumWeight(MEMORY_BYTES).weigher((String key, byte[] value) -> value.length).build();

    /** @param folder created where absent */
    public EncodedContents(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + folder, e);
        }
    }

    /** The content in that coding; not to be changed. */
    public byte[] get(Content content, Encoding encoding) {
        if (encoding == Encoding.IDENTITY || content.effort() == Effort.NONE) {
            return content.bytes();
        }
        String name = content.sha256() + "." + encoding.token();
        return memory.get(name, absent -> content.effort() == Effort.THOROUGH
                ? onDisk(folder.resolve(name), content, encoding) : encoding.encode(content.bytes(), content.effort()));
    }

    private byte[] onDisk(Path file, Content content, Encoding encoding) {
        try {
            if (Files.exists(file)) {
                return Files.readAllBytes(file);
            }
            byte[] encoded = encoding.encode(content.bytes(), content.effort());
            Path fresh = Files.createTempFile(folder, "new", null);
            Files.write(fresh, encoded);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            return encoded;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep " + file, e);
        }
    }
}
