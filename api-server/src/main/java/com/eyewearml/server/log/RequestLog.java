package com.eyewearml.server.log;

import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.Exchange;
import com.eyewearml.server.http.FrontDoor;
import com.eyewearml.server.security.Secrets;
import io.helidon.http.Method;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import java.util.logging.Level;

/**
 * Notes each request in the access log and each refused one in the security log. A request is told of by the pattern of its route, never
 * by its address; a client by a keyed hash that ends with the process, so that its requests can be told apart and it cannot be found.
 */
public final class RequestLog implements FrontDoor.Watcher {
    private static final Set<ErrorCode> SECURITY = EnumSet.of(ErrorCode.NOT_SIGNED_IN, ErrorCode.SIGNATURE_INVALID, ErrorCode.KEY_UNKNOWN,
            ErrorCode.REQUEST_REFUSED, ErrorCode.FORBIDDEN, ErrorCode.FORGED_REQUEST, ErrorCode.ORIGIN_NOT_ALLOWED, ErrorCode.HOST_UNKNOWN,
            ErrorCode.PAYLOAD_TOO_LARGE, ErrorCode.TOO_MANY_REQUESTS);
    private static final Set<Method> METHODS = Set.of(Method.GET, Method.HEAD, Method.POST, Method.PUT, Method.DELETE, Method.OPTIONS, Method.PATCH);
    private static final int HASH_BYTES = 6;

    private final byte[] key = Secrets.random(32);

    @Override
    public void answered(Exchange exchange, RoutingRequest req, RoutingResponse res) {
        SequencedMap<String, Object> fields = new LinkedHashMap<>();
        fields.put("request", exchange.id());
        Method method = req.prologue().method();
        fields.put("method", METHODS.contains(method) ? method.text() : "OTHER");
        fields.put("route", exchange.route());
        fields.put("status", res.status().code());
        fields.put("bytes", res.bytesWritten());
        fields.put("micros", (System.nanoTime() - exchange.beganNanos()) / 1000);
        exchange.shopId().ifPresent(shop -> fields.put("shop", shop));
        new Event(Event.Log.ACCESS, "request", fields).log(Level.INFO);
        exchange.error().filter(SECURITY::contains).ifPresent(code -> security(exchange, code));
    }

    private void security(Exchange exchange, ErrorCode code) {
        SequencedMap<String, Object> fields = new LinkedHashMap<>();
        fields.put("request", exchange.id());
        fields.put("route", exchange.route());
        fields.put("code", code.name());
        fields.put("client", client(exchange.clientAddress()));
        exchange.shopId().ifPresent(shop -> fields.put("shop", shop));
        new Event(Event.Log.SECURITY, "refused", fields).log(Level.WARNING);
    }

    private String client(String address) {
        return HexFormat.of().formatHex(Secrets.hmacSha256(key, address.getBytes(StandardCharsets.UTF_8)), 0, HASH_BYTES);
    }
}
