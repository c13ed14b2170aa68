package com.eyewearml.server.storage;

import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import com.eyewearml.storage.ObjectKey;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Where {@link SignedLinks} of a folder lead. */
public final class ObjectRoutes {
    private final SignedLinks links;
    private final ObjectSender sender;

    /** @param links made here */
    public ObjectRoutes(SignedLinks links, ObjectSender sender) {
        this.links = links;
        this.sender = sender;
    }

    /** The one there is. */
    public List<Route> routes() {
        return List.of(new Route(Method.GET, SignedLinks.PATH, new Access.Signed("this server: HMAC-SHA256 over object, type and end"), this::read));
    }

    private void read(ServerRequest req, ServerResponse res) {
        String mediaType = req.query().first("type").orElse("");
        ObjectKey key;
        try {
            key = new ObjectKey(UUID.fromString(req.path().pathParameters().get("owner")), req.path().pathParameters().get("hash"));
        } catch (IllegalArgumentException e) {
            throw new RequestException(ErrorCode.LINK_INVALID, "This link was altered or cut off. Ask for a new one.");
        }
        Duration left = links.verify(key, mediaType, req.query().first("end").orElse(""), req.query().first("signature").orElse(""));
        // What merchants give is shown as what it is, and never run as a page of ours.
        res.header(HeaderNames.create("Content-Security-Policy"), "default-src 'none'; sandbox");
        sender.send(req, res, key, mediaType, "private, max-age=" + left.toSeconds() + ", immutable");
    }
}
