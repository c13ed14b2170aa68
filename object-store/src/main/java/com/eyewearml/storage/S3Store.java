package com.eyewearml.storage;

import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Objects {@code SHOP/ABCDEF…} in a bucket of a service that speaks the S3 protocol. The service checks each against its hash. */
public final class S3Store implements ObjectStore {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration SILENCE_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration CALL_TIMEOUT = Duration.ofMinutes(5);
    private static final int NOT_FOUND = 404;
    private static final int INSUFFICIENT_STORAGE = 507;
    private static final Set<String> FULL_CODES = Set.of("InsufficientStorage", "InsufficientCapacity", "QuotaExceeded", "XMinioStorageFull");

    private final String bucket;
    private final S3Client client;
    private final S3Presigner presigner;
    private final Spool spool;

    /**
     * @param incoming folder for files on their way in, created where absent
     * @throws StorageException where the folder cannot be used
     */
    public S3Store(S3Settings settings, Path incoming) {
        this.bucket = settings.bucket();
        StaticCredentialsProvider credentials =
                StaticCredentialsProvider.create(AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
        Region region = Region.of(settings.region());
        S3ClientBuilder builder = S3Client.builder().region(region).credentialsProvider(credentials).forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(CONNECT_TIMEOUT).socketTimeout(SILENCE_TIMEOUT))
                .overrideConfiguration(override -> override.apiCallTimeout(CALL_TIMEOUT));
        S3Presigner.Builder signing = S3Presigner.builder().region(region).credentialsProvider(credentials)
                .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build());
        settings.endpoint().ifPresent(endpoint -> {
            builder.endpointOverride(endpoint);
            signing.endpointOverride(endpoint);
        });
        this.client = builder.build();
        this.presigner = signing.build();
        this.spool = Spool.open(incoming);
    }

    @Override
    public IncomingObject receive(InputStream content, long maxBytes) {
        return spool.receive(content, maxBytes);
    }

    @Override
    public void put(UUID shopId, IncomingObject incoming) {
        ObjectKey key = new ObjectKey(shopId, incoming.sha256());
        if (size(key).isPresent()) {
            return;
        }
        String checksum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(incoming.sha256()));
        attempt("keep", key, () -> client.putObject(put -> put.bucket(bucket).key(name(key)).contentLength(incoming.bytes()).checksumSHA256(checksum),
                RequestBody.fromFile(incoming.file())));
    }

    @Override
    public OptionalLong size(ObjectKey key) {
        return found("find", key, () -> client.headObject(head -> head.bucket(bucket).key(name(key))).contentLength())
                .map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    @Override
    public Optional<InputStream> get(ObjectKey key) {
        return found("read", key, () -> client.getObject(get -> get.bucket(bucket).key(name(key))));
    }

    @Override
    public Optional<InputStream> get(ObjectKey key, long first, long last) {
        return found("read", key, () -> client.getObject(get -> get.bucket(bucket).key(name(key)).range("bytes=" + first + "-" + last)));
    }

    @Override
    public void delete(ObjectKey key) {
        attempt("delete", key, () -> client.deleteObject(delete -> delete.bucket(bucket).key(name(key))));
    }

    @Override
    public List<UUID> shops() {
        try {
            return client.listObjectsV2Paginator(list -> list.bucket(bucket).delimiter("/")).commonPrefixes().stream()
                    .map(CommonPrefix::prefix).map(prefix -> UUID.fromString(prefix.substring(0, prefix.length() - 1))).sorted().toList();
        } catch (SdkException e) {
            throw new StorageException("cannot list the bucket " + bucket, e);
        }
    }

    @Override
    public Stream<StoredObject> list(UUID shopId) {
        try {
            return client.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(shopId + "/")).contents().stream()
                    .map(object -> stored(shopId, object));
        } catch (SdkException e) {
            throw new StorageException("cannot list the bucket " + bucket, e);
        }
    }

    private static StoredObject stored(UUID shopId, S3Object object) {
        return new StoredObject(new ObjectKey(shopId, object.key().substring(object.key().indexOf('/') + 1)), object.size(), object.lastModified());
    }

    @Override
    public Optional<URI> presign(ObjectKey key, String mediaType, Duration validity) {
        try {
            return Optional.of(presigner.presignGetObject(presign -> presign.signatureDuration(validity)
                    .getObjectRequest(get -> get.bucket(bucket).key(name(key)).responseContentType(mediaType))).url().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError("a presigned address is an address", e);
        }
    }

    private static String name(ObjectKey key) {
        return key.shopId() + "/" + key.sha256();
    }

    private <T> Optional<T> found(String deed, ObjectKey key, Supplier<T> call) {
        return attempt(deed, key, () -> {
            try {
                return Optional.of(call.get());
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            } catch (S3Exception e) {
                // Asked for its head only, a service has no body to say which it is.
                if (e.statusCode() == NOT_FOUND && !"NoSuchBucket".equals(code(e))) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    private <T> T attempt(String deed, ObjectKey key, Supplier<T> call) {
        try {
            return call.get();
        } catch (S3Exception e) {
            if (e.statusCode() == INSUFFICIENT_STORAGE || FULL_CODES.contains(code(e))) {
                throw new StorageFullException("the bucket " + bucket, e);
            }
            throw new StorageException("cannot " + deed + " the object " + key.sha256() + " in the bucket " + bucket, e);
        } catch (SdkException e) {
            throw new StorageException("cannot " + deed + " the object " + key.sha256() + " in the bucket " + bucket, e);
        }
    }

    private static String code(S3Exception e) {
        return e.awsErrorDetails() == null ? "" : String.valueOf(e.awsErrorDetails().errorCode());
    }

    @Override
    public void close() {
        client.close();
        presigner.close();
        spool.close();
    }
}
