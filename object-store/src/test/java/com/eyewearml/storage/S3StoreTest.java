package com.eyewearml.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real server of the S3 protocol that checks signatures. */
class S3StoreTest extends ObjectStoreContract {
    private static final String BUCKET = "eyewear";
    private static final String ACCESS_KEY = "access";
    private static final String SECRET_KEY = "secret";

    @TempDir
    static Path buckets;
    private static S3Proxy server;
    @TempDir
    Path folder;
    private S3Store store;

    @BeforeAll
    static void start() throws Exception {
        Files.createDirectory(buckets.resolve(BUCKET));
        server = S3Proxy.builder().blobStore(new FilesystemNio2BlobStore(buckets.toString())).endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY).build();
        server.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.stop();
    }

    @BeforeEach
    void open() {
        store = new S3Store(settings(BUCKET, SECRET_KEY), folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static S3Settings settings(String bucket, String secretKey) {
        return new S3Settings(Optional.of(URI.create("http://127.0.0.1:" + server.getPort())), "us-east-1", bucket, ACCESS_KEY, secretKey);
    }

    @Override
    ObjectStore store() {
        return store;
    }

    @Override
    long incoming() throws IOException {
        return SpoolFiles.count(folder);
    }

    @Test
    void lendsAddressesThatExpireAndServeRanges() throws Exception {
        byte[] content = random(5000);
        URI address = store.presign(put(content), "image/png", Duration.ofMinutes(5)).orElseThrow();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> whole = client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
            assertEquals(200, whole.statusCode());
            assertArrayEquals(content, whole.body());
            assertEquals("image/png", whole.headers().firstValue("content-type").orElseThrow());
            HttpResponse<byte[]> part = client.send(HttpRequest.newBuilder(address).header("Range", "bytes=10-19").build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertEquals(206, part.statusCode());
            assertEquals(10, part.body().length);
            URI longer = URI.create(address.toString().replaceAll("X-Amz-Expires=\\d+", "X-Amz-Expires=86400"));
            assertEquals(403, client.send(HttpRequest.newBuilder(longer).build(), HttpResponse.BodyHandlers.discarding()).statusCode());
        }
    }

    @Test
    void aWrongKeyOrBucketIsAFailureNotAnAbsence() {
        ObjectKey key = put(bytes("there"));
        try (S3Store wrongKey = new S3Store(settings(BUCKET, "guessed"), folder.resolve("a"));
                S3Store wrongBucket = new S3Store(settings("other-bucket", SECRET_KEY), folder.resolve("b"))) {
            assertThrows(StorageException.class, () -> wrongKey.get(key));
            StorageException failure = assertThrows(StorageException.class, () -> {
                try (IncomingObject incoming = wrongBucket.receive(new ByteArrayInputStream(bytes("x")), PLENTY)) {
                    wrongBucket.put(shop, incoming);
                }
            });
            assertTrue(failure.getMessage().contains("other-bucket"), failure.getMessage());
        }
        assertTrue(settings(BUCKET, SECRET_KEY).toString().contains(BUCKET));
        assertTrue(!settings(BUCKET, SECRET_KEY).toString().contains(SECRET_KEY));
    }

    @Test
    void theServiceRefusesBytesOfAnotherHash() throws IOException {
        try (IncomingObject incoming = store.receive(new ByteArrayInputStream(bytes("as received")), PLENTY)) {
            Files.write(incoming.file(), bytes("as altered!"));
            assertThrows(StorageException.class, () -> store.put(shop, incoming));
            assertEquals(0, list(shop).size());
        }
    }
}
