package com.eyewearml.server.products;

import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.Permission;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.audit.Actor;
import com.eyewearml.server.auth.Principal;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.Connections;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where a merchant stops an import and ends a connection; both go back to the shop's first page. */
public final class StoreRoutes {
    private final Connections connections;
    private final StoreCare care;

    /** Does it by means of those. */
    public StoreRoutes(Connections connections, StoreCare care) {
        this.connections = connections;
        this.care = care;
    }

    /** For those who manage connections. */
    public List<Route> routes() {
        Access member = new Access.Member(Permission.MANAGE_CONNECTIONS);
        String connection = "/admin/{shop}/connections/{connection}";
        return List.of(new Route(Method.POST, connection + "/import/cancel", member, deed(care::cancelImport)),
                new Route(Method.POST, connection + "/disconnect", member, deed(care::disconnect)));
    }

    private interface Deed {
        void run(Connection connection, Actor actor);
    }

    private Handler deed(Deed deed) {
        return (req, res) -> {
            Principal principal = req.context().get(Principal.class).orElseThrow();
            deed.run(connection(req, principal), principal.actor());
            res.status(Status.SEE_OTHER_303).header(HeaderNames.LOCATION, "/admin/" + principal.shop().slug()).send();
        };
    }

    private Connection connection(ServerRequest req, Principal principal) {
        String id = req.path().pathParameters().get("connection");
        boolean wellFormed = id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        return (wellFormed ? connections.find(principal.shop().id(), UUID.fromString(id)) : Optional.<Connection>empty())
                .orElseThrow(() -> new RequestException(ErrorCode.NOT_FOUND, "The shop has no such connection."));
    }
}
