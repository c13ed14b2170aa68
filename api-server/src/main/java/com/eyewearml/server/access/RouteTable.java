package com.eyewearml.server.access;

import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerResponse;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All addresses of the server, each with who may ask for it. This is the one place where access is enforced: what is not listed is not
 * reachable, and no handler runs before its rule was checked.
 */
public final class RouteTable {
    private final List<Route> routes;

    /** @throws IllegalArgumentException where two routes have the same method and path */
    public RouteTable(List<Route> routes) {
        Set<String> seen = new HashSet<>();
        for (Route route : routes) {
            if (!seen.add(route.method() + " " + route.path())) {
                throw new IllegalArgumentException("two routes answer " + route.method() + " " + route.path());
            }
        }
        this.routes = List.copyOf(routes);
    }

    /** All routes, in the order in which they are tried. */
    public List<Route> routes() {
        return routes;
    }

    /** Most that a body of any route may hold. */
    public long maxBodyBytes() {
        return routes.stream().mapToLong(Route::maxBodyBytes).max().orElse(0);
    }

    /**
     * Puts the routes in force. GET routes answer HEAD too; a method that no route of a path takes is answered 405 with those it takes.
     *
     * @param gate throws where a request does not satisfy a route's rule
     */
    public void register(HttpRouting.Builder routing, Gate gate) {
        for (Route route : routes) {
            Handler guarded = (req, res) -> {
                gate.pass(route, req, res);
                route.handler().handle(req, res);
            };
            routing.route(route.method(), route.path(), guarded);
            if (route.method().equals(Method.GET)) {
                routing.route(Method.HEAD, route.path(), guarded);
            }
        }
        routes.stream().collect(Collectors.groupingBy(Route::path, LinkedHashMap::new, Collectors.mapping(Route::method, Collectors.toList())))
                .forEach((path, methods) -> routing.any(path, (req, res) -> refuse(res, methods)));
    }

    private static void refuse(ServerResponse res, List<Method> methods) {
        String allowed = methods.stream().map(Method::text).sorted().collect(Collectors.joining(", "));
        res.header(HeaderNames.ALLOW, allowed);
        throw new RequestException(ErrorCode.METHOD_NOT_ALLOWED, "This address takes " + allowed + ".");
    }
}
