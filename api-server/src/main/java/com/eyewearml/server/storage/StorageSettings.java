package com.eyewearml.server.storage;

import com.eyewearml.server.StartupException;
import com.eyewearml.storage.DirectoryStore;
import com.eyewearml.storage.ObjectStore;
import com.eyewearml.storage.S3Settings;
import com.eyewearml.storage.S3Store;
import com.eyewearml.storage.StorageException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where objects are kept.
 *
 * @param s3        bucket, {@code EYEWEARML_S3_BUCKET} with {@code …_ENDPOINT}, {@code …_REGION}, {@code …_ACCESS_KEY}, {@code …_SECRET_KEY}
 * @param directory folder where there is no bucket, and of files on their way in where there is, {@code EYEWEARML_STORAGE_DIR}
 * @param linkKey   what links to objects in a folder are signed with, {@code EYEWEARML_LINK_KEY}; empty for one of this process
 */
public record StorageSettings(Optional<S3Settings> s3, Path directory, Optional<String> linkKey) {
    private static final int MIN_KEY_LENGTH = 32;

    /**
     * @param dataDir folder of the server's data
     * @throws StartupException naming the variable that is missing or wrong
     */
    public static StorageSettings from(Map<String, String> environment, Path dataDir) {
        Path directory = find(environment, "EYEWEARML_STORAGE_DIR").map(text -> Path.of(text).toAbsolutePath())
                .orElse(dataDir.resolve("objects"));
        Optional<String> linkKey = find(environment, "EYEWEARML_LINK_KEY");
        if (linkKey.isPresent() && linkKey.get().length() < MIN_KEY_LENGTH) {
            throw new StartupException("EYEWEARML_LINK_KEY must have at least " + MIN_KEY_LENGTH + " characters, as made by: openssl rand -base64 32");
        }
        return new StorageSettings(find(environment, "EYEWEARML_S3_BUCKET").map(bucket -> bucket(environment, bucket)), directory, linkKey);
    }

    private static S3Settings bucket(Map<String, String> environment, String bucket) {
        return new S3Settings(find(environment, "EYEWEARML_S3_ENDPOINT").map(StorageSettings::endpoint),
                find(environment, "EYEWEARML_S3_REGION").orElse("us-east-1"), bucket,
                require(environment, "EYEWEARML_S3_ACCESS_KEY"), require(environment, "EYEWEARML_S3_SECRET_KEY"));
    }

    private static URI endpoint(String text) {
        try {
            URI uri = new URI(text);
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new StartupException("EYEWEARML_S3_ENDPOINT must look like https://s3.example.com", e);
        }
        throw new StartupException("EYEWEARML_S3_ENDPOINT must look like https://s3.example.com");
    }

    private static Optional<String> find(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static String require(Map<String, String> environment, String name) {
        return find(environment, name).orElseThrow(() -> new StartupException(name + " is missing, which EYEWEARML_S3_BUCKET asks for"));
    }

    /** @throws StartupException where it cannot be used */
    public ObjectStore open() {
        try {
            return s3.<ObjectStore>map(settings -> new S3Store(settings, directory.resolve("incoming")))
                    .orElseGet(() -> new DirectoryStore(directory));
        } catch (StorageException e) {
            throw new StartupException(e.getMessage() + "; choose another folder with EYEWEARML_STORAGE_DIR", e);
        }
    }

    /** Does not tell the keys. */
    @Override
    public String toString() {
        return "StorageSettings[" + s3.map(S3Settings::toString).orElse(directory.toString()) + "]";
    }
}
