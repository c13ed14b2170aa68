package com.eyewearml.server.assets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A set of files that refer to each other by relative addresses, read once. Its version is a hash over names and contents, so an
 * address with the version in it can be cached for ever. Requests are looked up by name among the files read; they never reach
 * the file system.
 */
public final class StaticBundle {
    private static final int VERSION_DIGITS = 16;

    private final String name;
    private final String version;
    private final Map<String, Content> files;

    private StaticBundle(String name, Map<String, Content> files) {
        this.name = name;
        this.files = files;
        this.version = version(files);
    }

    /**
     * Reads all files of known media types in a folder and below. A missing folder is an empty bundle.
     *
     * @param name first part of the addresses
     */
    public static StaticBundle read(String name, Path folder) {
        Map<String, Content> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                    String relative = folder.relativize(path).toString().replace('\\', '/');
                    if (MediaTypes.known(relative)) {
                        files.put(relative, MediaTypes.content(relative, Files.readAllBytes(path)));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + folder, e);
            }
        }
        return new StaticBundle(name, files);
    }

    /**
     * Reads a folder of the class path, from a directory or a jar.
     *
     * @param name     first part of the addresses
     * @param resource absolute name of the folder
     */
    public static StaticBundle readResources(String name, String resource) {
        try {
            URI uri = Objects.requireNonNull(StaticBundle.class.getResource(resource), resource).toURI();
            if (!uri.getScheme().equals("jar")) {
                return read(name, Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return read(name, jar.getPath(resource));
            }
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("cannot read " + resource + " of the class path", e);
        }
    }

    private static String version(Map<String, Content> files) {
        MessageDigest digest = Content.newSha256();
        files.forEach((path, content) -> digest.update((path + '\n' + content.sha256() + '\n').getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_DIGITS);
    }

    /** First part of the addresses. */
    public String name() {
        return name;
    }

    /** Changes with any of the files. */
    public String version() {
        return version;
    }

    /** Names relative to the bundle, with their contents, in alphabetical order. */
    public Map<String, Content> files() {
        return files;
    }

    /** The file of that name, relative to the bundle. */
    public Optional<Content> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** Address of a file on this server. It need not exist. */
    public String url(String path) {
        return "/assets/" + name + "/" + version + "/" + path;
    }
}
