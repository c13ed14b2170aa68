package com.eyewearml.server.assets;

import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** {@code /assets/{bundle}/{version}/{file}} of one bundle. */
public final class StaticRoutes {
    private final StaticBundle bundle;
    private final ContentSender sender;

    /** Delivers that bundle. */
    public StaticRoutes(StaticBundle bundle, ContentSender sender) {
        this.bundle = bundle;
        this.sender = sender;
    }

    /** The one route. */
    public Route route() {
        return new Route(Method.GET, "/assets/" + bundle.name() + "/{version}/{+path}",
                new Access.Open("files that every page loads, the same for everybody"), this::file);
    }

    private void file(ServerRequest req, ServerResponse res) {
        String version = req.path().pathParameters().get("version");
        String path = req.path().pathParameters().get("path");
        if (!version.equals(bundle.version())) {
            throw new RequestException(ErrorCode.ASSET_NOT_FOUND, "This version of " + bundle.name() + " is no longer here. Reload the page.");
        }
        Content content = bundle.file(path).orElseThrow(
                () -> new RequestException(ErrorCode.ASSET_NOT_FOUND, "There is no such file in " + bundle.name() + "."));
        sender.send(req, res, content, ContentSender.FOREVER);
    }
}
