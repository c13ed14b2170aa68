package com.eyewearml.server.ops;

import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.Route;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.BooleanSupplier;

/**
 * {@code /health/live} says whether to restart the server, {@code /health/ready} whether to send it requests. Answers name what is down,
 * never why.
 */
public final class HealthRoutes {
    private final SequencedMap<String, BooleanSupplier> readiness;

    /** @param readiness what must be up for requests to be answered, by its name, in the order in which it is told */
    public HealthRoutes(SequencedMap<String, BooleanSupplier> readiness) {
        this.readiness = new LinkedHashMap<>(readiness);
    }

    /** Both. */
    public List<Route> routes() {
        Access open = new Access.Open("says up or down and nothing else");
        return List.of(
                new Route(Method.GET, "/health/live", open, (req, res) -> answer(res, Map.of("server", true))),
                new Route(Method.GET, "/health/ready", open, this::ready));
    }

    private void ready(ServerRequest req, ServerResponse res) {
        Map<String, Boolean> states = new LinkedHashMap<>();
        readiness.forEach((name, up) -> states.put(name, up.getAsBoolean()));
        answer(res, states);
    }

    private static void answer(ServerResponse res, Map<String, Boolean> states) {
        boolean up = states.values().stream().allMatch(state -> state);
        JsonArrayBuilder checks = Json.createArrayBuilder();
        states.forEach((name, state) -> checks.add(Json.createObjectBuilder().add("name", name).add("status", word(state))));
        res.status(up ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503);
        res.header(HeaderNames.CACHE_CONTROL, "no-store");
        res.header(HeaderNames.CONTENT_TYPE, "application/json");
        res.send(Json.createObjectBuilder().add("status", word(up)).add("checks", checks).build().toString());
    }

    private static String word(boolean up) {
        return up ? "UP" : "DOWN";
    }
}
