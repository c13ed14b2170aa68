package com.eyewearml.server.storage;

import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import com.eyewearml.storage.ObjectKey;
import com.eyewearml.storage.ObjectStore;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;

/** Answers with an object: as a stream, in part where a range is asked for, not at all where the client has it. */
public final class ObjectSender {
    private final ObjectStore store;

    /** Sends from there. */
    public ObjectSender(ObjectStore store) {
        this.store = store;
    }

    /**
     * Sends an object.
     *
     * @throws RequestException with {@code ASSET_NOT_FOUND} or {@code RANGE_NOT_SATISFIABLE}
     */
    public void send(ServerRequest req, ServerResponse res, ObjectKey key, String mediaType, String cacheControl) {
        String tag = '"' + key.sha256() + '"';
        res.header(HeaderNames.ETAG, tag);
        res.header(HeaderNames.CACHE_CONTROL, cacheControl);
        if (names(first(req, HeaderNames.IF_NONE_MATCH), tag)) {
            res.status(Status.NOT_MODIFIED_304).send();
            return;
        }
        long length = store.size(key).orElseThrow(ObjectSender::notFound);
        res.header(HeaderNames.ACCEPT_RANGES, "bytes");
        res.header(HeaderNames.CONTENT_TYPE, mediaType);
        Optional<ByteRange> range = range(req, res, tag, length);
        range.ifPresent(part -> {
            res.status(Status.PARTIAL_CONTENT_206);
            res.header(HeaderNames.CONTENT_RANGE, "bytes " + part.first() + "-" + part.last() + "/" + length);
        });
        res.contentLength(range.map(part -> part.last() - part.first() + 1).orElse(length));
        if (req.prologue().method().equals(Method.HEAD)) {
            res.send();
            return;
        }
        try (InputStream in = range.map(part -> store.get(key, part.first(), part.last())).orElseGet(() -> store.get(key))
                .orElseThrow(ObjectSender::notFound); OutputStream out = res.outputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ByteRange> range(ServerRequest req, ServerResponse res, String tag, long length) {
        String ifRange = first(req, HeaderNames.IF_RANGE);
        if (!ifRange.isEmpty() && !ifRange.equals(tag)) {
            return Optional.empty();
        }
        try {
            return ByteRange.parse(first(req, HeaderNames.RANGE), length);
        } catch (RequestException e) {
            res.header(HeaderNames.CONTENT_RANGE, "bytes */" + length);
            throw e;
        }
    }

    private static String first(ServerRequest req, HeaderName name) {
        return req.headers().contains(name) ? String.join(",", req.headers().values(name)) : "";
    }

    private static boolean names(String ifNoneMatch, String tag) {
        return Arrays.stream(ifNoneMatch.split(",")).map(String::strip)
                .anyMatch(known -> known.equals("*") || (known.startsWith("W/") ? known.substring(2) : known).equals(tag));
    }

    private static RequestException notFound() {
        return new RequestException(ErrorCode.ASSET_NOT_FOUND, "There is no such object, or no more.");
    }
}
