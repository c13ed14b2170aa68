package com.eyewearml.server.assets;

import com.eyewearml.server.assets.Content.Effort;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** Answers with a content: compressed as the client likes, or not at all where it has it already. */
public final class ContentSender {
    /** For addresses that contain the hash of what they deliver. */
    public static final String FOREVER = "public, max-age=31536000, immutable";
    /** For addresses whose content changes: kept, but asked for again each time. */
    public static final String REVALIDATE = "no-cache";

    private final EncodedContents encoded;

    /** @param encoded keeps compressed forms */
    public ContentSender(EncodedContents encoded) {
        this.encoded = encoded;
    }

    /** Sends the content, or 304 where {@code If-None-Match} names it (RFC 9110, 13.1.2). */
    public void send(ServerRequest req, ServerResponse res, Content content, String cacheControl) {
        Encoding encoding = content.effort() == Effort.NONE
                ? Encoding.IDENTITY : Encoding.accepted(joined(req, HeaderNames.ACCEPT_ENCODING));
        // Each compressed form is a representation of its own and needs its own tag.
        String tag = '"' + content.sha256() + (encoding == Encoding.IDENTITY ? "" : "-" + encoding.token()) + '"';
        res.header(HeaderNames.ETAG, tag);
        res.header(HeaderNames.CACHE_CONTROL, cacheControl);
        if (content.effort() != Effort.NONE) {
            res.headers().add(HeaderValues.create(HeaderNames.VARY, "Accept-Encoding"));
        }
        if (matches(joined(req, HeaderNames.IF_NONE_MATCH), tag)) {
            res.status(Status.NOT_MODIFIED_304).send();
            return;
        }
        byte[] body = encoded.get(content, encoding);
        res.header(HeaderNames.CONTENT_TYPE, content.mediaType());
        if (encoding != Encoding.IDENTITY) {
            res.header(HeaderNames.CONTENT_ENCODING, encoding.token());
        }
        if (req.prologue().method().equals(Method.HEAD)) {
            res.contentLength(body.length);
            res.send();
        } else {
            res.send(body);
        }
    }

    private static String joined(ServerRequest req, HeaderName name) {
        List<String> values = req.headers().values(name);
        return String.join(",", values);
    }

    private static boolean matches(String ifNoneMatch, String tag) {
        for (String candidate : ifNoneMatch.split(",")) {
            String known = candidate.strip();
            if (known.equals("*") || (known.startsWith("W/") ? known.substring(2) : known).equals(tag)) {
                return true;
            }
        }
        return false;
    }
}
