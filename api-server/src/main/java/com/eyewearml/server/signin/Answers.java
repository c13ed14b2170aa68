package com.eyewearml.server.signin;

import com.eyewearml.server.platform.EmbeddingPolicy;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;

/** Answers of pages for people who sign in: in no other site's frame, never kept, their address told to nobody. */
final class Answers {
    private Answers() { }

    static void page(ServerResponse res, Status status, String html) {
        EmbeddingPolicy.apply(res, "'none'", "'self'");
        res.status(status).header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8").send(html);
    }

    static void seeOther(ServerResponse res, String path) {
        EmbeddingPolicy.apply(res, "'none'", "'self'");
        res.status(Status.SEE_OTHER_303).header(HeaderNames.LOCATION, path).send();
    }
}
