package com.eyewearml.storage;

import java.net.URI;
import java.util.Optional;

/**
 * Where a bucket is.
 *
 * @param endpoint  of the service; empty for Amazon's in that region
 * @param region    {@code eu-central-1} for example; any word for services that have none
 * @param bucket    that exists
 * @param accessKey id of the key
 * @param secretKey of the key
 */
public record S3Settings(Optional<URI> endpoint, String region, String bucket, String accessKey, String secretKey) {
    /** Does not tell the secret. */
    @Override
    public String toString() {
        return "S3Settings[" + bucket + " at " + endpoint.map(URI::toString).orElse(region) + "]";
    }
}
