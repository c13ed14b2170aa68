package com.eyewearml.server.storage;

import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import com.eyewearml.server.security.Secrets;
import com.eyewearml.storage.ObjectKey;
import com.eyewearml.storage.ObjectStore;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Addresses at which whoever has them may read one object until they expire: the store's own where it has some, else ours, signed by
 * HMAC-SHA256 over shop, hash, media type and end.
 */
public final class SignedLinks {
    /** Longest that a link may last; presigned ones of S3 end there too. */
    public static final Duration LONGEST = Duration.ofDays(7);
    static final String PATH = "/objects/{owner}/{hash}";

    private final ObjectStore store;
    private final byte[] key;
    private final Clock clock;

    /** @param key of the signatures; empty for a new one, whose links end with this process */
    public SignedLinks(ObjectStore store, Optional<String> key, Clock clock) {
        this.store = store;
        this.key = key.map(text -> text.getBytes(StandardCharsets.UTF_8)).orElseGet(() -> Secrets.random(32));
        this.clock = clock;
    }

    /**
     * Makes a link.
     *
     * @param mediaType what the object is to be delivered as
     * @param validity  positive, at most {@link #LONGEST}
     */
    public URI link(ObjectKey object, String mediaType, Duration validity) {
        if (!validity.isPositive() || validity.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a link lasts up to " + LONGEST + ", not " + validity);
        }
        return store.presign(object, mediaType, validity).orElseGet(() -> {
            long end = clock.instant().plus(validity).getEpochSecond();
            return URI.create("/objects/" + object.shopId() + "/" + object.sha256() + "?type=" + URLEncoder.encode(mediaType, StandardCharsets.UTF_8)
                    + "&end=" + end + "&signature=" + signature(object, mediaType, end));
        });
    }

    private String signature(ObjectKey object, String mediaType, long end) {
        byte[] message = (object.shopId() + "\n" + object.sha256() + "\n" + mediaType + "\n" + end).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.hmacSha256(key, message));
    }

    /**
     * Time that a link has left.
     *
     * @throws RequestException with {@code LINK_INVALID} where it is not ours or has expired
     */
    Duration verify(ObjectKey object, String mediaType, String end, String signature) {
        long seconds;
        try {
            seconds = Long.parseLong(end);
        } catch (NumberFormatException e) {
            throw new RequestException(ErrorCode.LINK_INVALID, "This link was altered or cut off. Ask for a new one.");
        }
        if (!Secrets.same(signature(object, mediaType, seconds), signature)) {
            throw new RequestException(ErrorCode.LINK_INVALID, "This link was altered or cut off. Ask for a new one.");
        }
        Duration left = Duration.between(clock.instant(), Instant.ofEpochSecond(seconds));
        if (!left.isPositive()) {
            throw new RequestException(ErrorCode.LINK_INVALID, "This link has expired. Ask for a new one.");
        }
        return left;
    }
}
