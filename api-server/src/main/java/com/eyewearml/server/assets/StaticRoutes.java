package com.eyewearml.server.assets;

import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.Reads;
import com.eyewearml.server.http.RequestException;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** {@code /assets/{bundle}/{version}/{file}} of one bundle. */
public final class StaticRoutes implements HttpService {
    private final StaticBundle bundle;
    private final ContentSender sender;

    /** Delivers that bundle. */
    public StaticRoutes(StaticBundle bundle, ContentSender sender) {
        this.bundle = bundle;
        this.sender = sender;
    }

    @Override
    public void routing(HttpRules rules) {
        Reads.register(rules, "/{version}/{+path}", this::file);
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
