package com.eyewearml.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Objects as files {@code objects/SHOP/AB/ABCDEF…}. A file is written aside, forced to the disk, then renamed: whatever happens, what
 * has an object's name is the whole object. Several processes may share the folder.
 */
public final class DirectoryStore implements ObjectStore {
    private final Path objects;
    private final Spool spool;

    /**
     * @param folder created where absent; what processes that died left half-written in it is deleted
     * @throws StorageException where it cannot be used
     */
    public DirectoryStore(Path folder) {
        this.objects = folder.resolve("objects");
        this.spool = Spool.open(folder.resolve("incoming"));
    }

    @Override
    public IncomingObject receive(InputStream content, long maxBytes) {
        return spool.receive(content, maxBytes);
    }

    @Override
    public void put(UUID shopId, IncomingObject incoming) {
        Path file = file(new ObjectKey(shopId, incoming.sha256()));
        try {
            if (Files.exists(file)) {
                return;
            }
            Files.createDirectories(file.getParent());
            Files.move(incoming.file(), file, StandardCopyOption.ATOMIC_MOVE);
            force(file.getParent());
        } catch (IOException e) {
            throw Spool.failure("cannot keep the object " + incoming.sha256(), objects, e);
        }
    }

    /** A rename is lasting only once its folder is. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public OptionalLong size(ObjectKey key) {
        try {
            return OptionalLong.of(Files.size(file(key)));
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        } catch (IOException e) {
            throw new StorageException("cannot find the object " + key.sha256(), e);
        }
    }

    @Override
    public Optional<InputStream> get(ObjectKey key) {
        return open(key, 0).map(Channels::newInputStream);
    }

    @Override
    public Optional<InputStream> get(ObjectKey key, long first, long last) {
        return open(key, first).map(channel -> new BoundedStream(Channels.newInputStream(channel), last - first + 1));
    }

    private Optional<FileChannel> open(ObjectKey key, long position) {
        try {
            return Optional.of(FileChannel.open(file(key), StandardOpenOption.READ).position(position));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StorageException("cannot read the object " + key.sha256(), e);
        }
    }

    @Override
    public void delete(ObjectKey key) {
        try {
            Files.deleteIfExists(file(key));
        } catch (IOException e) {
            throw new StorageException("cannot delete the object " + key.sha256(), e);
        }
    }

    @Override
    public List<UUID> shops() {
        if (!Files.isDirectory(objects)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(objects)) {
            return folders.map(folder -> UUID.fromString(folder.getFileName().toString())).sorted().toList();
        } catch (IOException e) {
            throw new StorageException("cannot list " + objects, e);
        }
    }

    @Override
    public Stream<StoredObject> list(UUID shopId) {
        Path folder = objects.resolve(shopId.toString());
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try {
            return Files.find(folder, 2, (file, attributes) -> attributes.isRegularFile()).flatMap(file -> stored(shopId, file));
        } catch (IOException e) {
            throw new StorageException("cannot list " + folder, e);
        }
    }

    /** Empty where it was deleted in the meantime. */
    private static Stream<StoredObject> stored(UUID shopId, Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Stream.of(new StoredObject(new ObjectKey(shopId, file.getFileName().toString()), attributes.size(),
                    attributes.lastModifiedTime().toInstant()));
        } catch (NoSuchFileException e) {
            return Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<URI> presign(ObjectKey key, String mediaType, Duration validity) {
        return Optional.empty();
    }

    private Path file(ObjectKey key) {
        return objects.resolve(key.shopId().toString()).resolve(key.sha256().substring(0, 2)).resolve(key.sha256());
    }

    @Override
    public void close() {
        spool.close();
    }
}
