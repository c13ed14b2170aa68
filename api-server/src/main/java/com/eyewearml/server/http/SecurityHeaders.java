package com.eyewearml.server.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.List;

/**
 * What a browser may do with our answers: scripts, styles and requests of this origin only, WebAssembly but no {@code eval}, the
 * camera for this origin's own pages.
 */
public final class SecurityHeaders implements Filter {
    private static final List<Header> HEADERS = List.of(
            HeaderValues.create("Content-Security-Policy", "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; "
                    + "img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; "
                    + "form-action 'self'; frame-ancestors 'self'"),
            HeaderValues.create("Permissions-Policy", "camera=(self), microphone=(), geolocation=(), payment=(), usb=()"),
            HeaderValues.create("X-Content-Type-Options", "nosniff"),
            HeaderValues.create("Referrer-Policy", "strict-origin-when-cross-origin"),
            HeaderValues.create("Cross-Origin-Opener-Policy", "same-origin"));

    @Override
    public void filter(FilterChain chain, RoutingRequest req, RoutingResponse res) {
        HEADERS.forEach(res::header);
        chain.proceed();
    }
}
