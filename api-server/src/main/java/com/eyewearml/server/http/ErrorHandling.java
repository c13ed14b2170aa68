package com.eyewearml.server.http;

import com.eyewearml.db.DatabaseUnavailableException;
import com.eyewearml.storage.ObjectTooLargeException;
import com.eyewearml.storage.StorageException;
import com.eyewearml.storage.StorageFullException;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns every failure into an answer: problem details for programs, a page for people. Nothing internal is told. */
public final class ErrorHandling {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorHandling.class);
    private static final Pattern MEMBERS_DATA = Pattern.compile("/admin/[^/]+/data/.*");
    private static final String RETRY_SECONDS = "5";

    private final Function<Problem, String> page;
    private final OtherPages others;

    /** @param page renders a problem as HTML */
    public ErrorHandling(Function<Problem, String> page) {
        this(page, (req, res, problem) -> Optional.empty());
    }

    /** @param others render problems of the addresses that are theirs */
    public ErrorHandling(Function<Problem, String> page, OtherPages others) {
        this.page = page;
        this.others = others;
    }

    /** Pages of another look than the shop's. */
    public interface OtherPages {
        /** A problem as HTML, having set the headers it needs; empty where the address is none of theirs. */
        Optional<String> page(ServerRequest req, ServerResponse res, Problem problem);
    }

    /** Registers the handlers. */
    public void register(HttpRouting.Builder routing) {
        routing.error(RequestException.class, (req, res, e) -> answer(req, res, new Problem(e.code(), e.getMessage())));
        routing.error(DatabaseUnavailableException.class, (req, res, e) -> {
            LOG.warn("{}: {}", e.getMessage(), rootMessage(e));
            answer(req, res, new Problem(ErrorCode.UNAVAILABLE, "The catalogue cannot be reached. Try again in a few seconds."));
        });
        routing.error(StorageException.class, (req, res, e) -> {
            LOG.warn("{}: {}", e.getMessage(), rootMessage(e));
            answer(req, res, storage(e));
        });
        routing.error(HttpException.class, (req, res, e) -> answer(req, res, problem(e)));
        routing.error(Throwable.class, (req, res, e) -> {
            LOG.error("{} failed, request {}", Exchange.of(req).map(Exchange::route).orElse("a request"),
                    Exchange.of(req).map(Exchange::id).orElse("without a name"), e);
            answer(req, res, new Problem(ErrorCode.INTERNAL, "Something went wrong on our side. It has been recorded."));
        });
    }

    private static Problem storage(StorageException e) {
        return switch (e) {
            case StorageFullException full -> new Problem(ErrorCode.STORAGE_FULL,
                    "The storage is full, and nothing was kept of what you sent. Whoever runs this server has to make room.");
            case ObjectTooLargeException large -> new Problem(ErrorCode.PAYLOAD_TOO_LARGE, "There is more of it than is taken here.");
            default -> new Problem(ErrorCode.UNAVAILABLE, "The storage cannot be reached. Try again in a few seconds.");
        };
    }

    private static Problem problem(HttpException e) {
        return switch (e.status().code()) {
            case 404 -> new Problem(ErrorCode.NOT_FOUND, "Check the address, or start from the shop's first page.");
            case 405 -> new Problem(ErrorCode.METHOD_NOT_ALLOWED, "This address is for reading: use GET.");
            case 413 -> new Problem(ErrorCode.PAYLOAD_TOO_LARGE, "Requests to this server carry no large bodies.");
            case 503 -> new Problem(ErrorCode.UNAVAILABLE, "The server is busy. Try again in a few seconds.");
            default -> e.status().code() < 500
                    ? new Problem(ErrorCode.BAD_REQUEST, "The request could not be understood.")
                    : new Problem(ErrorCode.INTERNAL, "Something went wrong on our side. It has been recorded.");
        };
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage();
    }

    private void answer(ServerRequest req, ServerResponse res, Problem problem) {
        Optional<Exchange> exchange = Exchange.of(req);
        exchange.ifPresent(present -> present.failed(problem.code()));
        res.status(problem.code().status());
        res.header(HeaderNames.CACHE_CONTROL, "no-store");
        if (problem.code() == ErrorCode.UNAVAILABLE) {
            res.header(HeaderNames.RETRY_AFTER, RETRY_SECONDS);
        }
        String path = req.path().absolute().path();
        if (path.startsWith("/api/") || path.startsWith("/v1/") || path.startsWith("/assets/") || path.startsWith("/objects/")
                || path.startsWith("/media/") || path.startsWith("/health") || MEMBERS_DATA.matcher(path).matches()) {
            res.header(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE);
            res.send(problem.json(exchange.map(Exchange::id).orElse("")));
        } else {
            res.header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8");
            res.send(others.page(req, res, problem).orElseGet(() -> page.apply(problem)));
        }
    }
}
