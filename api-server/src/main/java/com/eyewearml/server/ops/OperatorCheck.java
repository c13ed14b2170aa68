package com.eyewearml.server.ops;

import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import com.eyewearml.server.security.Secrets;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;

/**
 * Tells whoever runs the server from others: by the token in {@code EYEWEARML_OPERATOR_TOKEN}, or, where none is set, by asking from the
 * machine itself and not through a proxy.
 */
public final class OperatorCheck {
    private static final String BEARER = "Bearer ";

    private final Optional<String> token;

    /** @param token that the operator brings as a bearer */
    public OperatorCheck(Optional<String> token) {
        this.token = token;
    }

    /** As the environment says. */
    public static OperatorCheck from(Map<String, String> environment) {
        return new OperatorCheck(Optional.ofNullable(environment.get("EYEWEARML_OPERATOR_TOKEN")).filter(text -> !text.isBlank()));
    }

    /** @throws RequestException with {@code NOT_FOUND}: others need not know that there is something */
    public void require(ServerRequest req) {
        if (!(token.isPresent() ? bringsToken(req) : isLocal(req))) {
            throw new RequestException(ErrorCode.NOT_FOUND, "Check the address, or start from the shop's first page.");
        }
    }

    private boolean bringsToken(ServerRequest req) {
        return req.headers().first(HeaderNames.AUTHORIZATION).filter(value -> value.startsWith(BEARER))
                .filter(value -> Secrets.same(token.orElseThrow(), value.substring(BEARER.length()))).isPresent();
    }

    private static boolean isLocal(ServerRequest req) {
        InetAddress peer = req.remotePeer().address() instanceof InetSocketAddress socket ? socket.getAddress() : null;
        return peer != null && peer.isLoopbackAddress() && !req.headers().contains(HeaderNames.X_FORWARDED_FOR)
                && !req.headers().contains(HeaderNames.FORWARDED);
    }
}
