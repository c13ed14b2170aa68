package com.eyewearml.server.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers to what is no HTTP request, or none that is taken: problem details, without a word of what was sent. */
public final class DirectAnswers implements DirectHandler {
    private static final Logger LOG = LoggerFactory.getLogger(DirectAnswers.class);

    private DirectAnswers() { }

    /** For all that goes wrong before routing. */
    public static DirectHandlers handlers() {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (EventType type : EventType.values()) {
            handlers.addHandler(type, new DirectAnswers());
        }
        return handlers.build();
    }

    @Override
    public TransportResponse handle(TransportRequest request, EventType type, Status status, ServerResponseHeaders headers, String message) {
        String id = RequestIds.of(Optional.empty());
        Problem problem = problem(type, status);
        LOG.info("A connection sent what is no request that is taken: {}, request {}", problem.code(), id);
        headers.set(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE);
        headers.set(HeaderNames.CACHE_CONTROL, "no-store");
        headers.set(RequestIds.HEADER, id);
        headers.set(HeaderValues.create("X-Content-Type-Options", "nosniff"));
        return TransportResponse.builder().status(problem.code().status()).headers(headers).keepAlive(false).entity(problem.json(id)).build();
    }

    private static Problem problem(EventType type, Status status) {
        return switch (type) {
            case PAYLOAD_TOO_LARGE -> new Problem(ErrorCode.PAYLOAD_TOO_LARGE, "The body is larger than anything that is taken here.");
            case FORBIDDEN -> new Problem(ErrorCode.REQUEST_REFUSED, "The request is not taken.");
            // What fails in handlers is answered by ErrorHandling; failures that come here are of reading the request.
            case BAD_REQUEST, INTERNAL_ERROR, HTTP_VERSION_NOT_SUPPORTED, OTHER -> switch (status.code()) {
                case Status.REQUEST_ENTITY_TOO_LARGE_413_CODE -> problem(EventType.PAYLOAD_TOO_LARGE, status);
                case Status.SERVICE_UNAVAILABLE_503_CODE ->
                        new Problem(ErrorCode.UNAVAILABLE, "The server is busy. Try again in a few seconds.");
                default -> new Problem(ErrorCode.BAD_REQUEST, "What was sent is no well-formed HTTP/1.1 request.");
            };
        };
    }
}
