package com.eyewearml.server.http;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;

/** Addresses for reading. */
public final class Reads {
    private Reads() { }

    /** Answers GET and HEAD, which the server does not derive from GET. */
    public static void register(HttpRules rules, String path, Handler handler) {
        rules.get(path, handler);
        rules.head(path, handler);
    }
}
