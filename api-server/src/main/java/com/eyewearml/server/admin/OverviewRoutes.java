package com.eyewearml.server.admin;

import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.Permission;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.audit.AuditEvent;
import com.eyewearml.server.auth.Principal;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.Installations;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How a shop stands, and repairing its connections. */
final class OverviewRoutes {
    private static final Access READ = new Access.Member(Permission.READ_CATALOGUE);
    private final AdminServices services;
    private final Desk desk;

    OverviewRoutes(AdminServices services, Desk desk) {
        this.services = services;
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(
                new Route(Method.GET, "/admin/{shop}", READ, this::show),
                new Route(Method.GET, "/admin/{shop}/progress", READ, this::progress),
                new Route(Method.POST, "/admin/{shop}/connections/{connection}/import", new Access.Member(Permission.EDIT_CATALOGUE), this::importAgain));
    }

    private void show(ServerRequest req, ServerResponse res) {
        Overview overview = services.database().inShop(Desk.principal(req).shop().id(), Overview::read);
        String notice = switch (req.query().first("done").orElse("")) {
            case "import" -> "The catalogue is being read again.";
            case "running" -> "The catalogue is being read already.";
            default -> "";
        };
        desk.page(req, res, Status.OK_200, "overview", Desk.frame(req, "overview").saying(notice),
                Map.of("overview", overview, "connectable", services.connectable(), "publicUrl", services.publicUrl().orElse("")));
    }

    private void progress(ServerRequest req, ServerResponse res) {
        JsonArrayBuilder jobs = Json.createArrayBuilder();
        services.database().inShop(Desk.principal(req).shop().id(), Overview::connections).forEach(connection ->
                connection.importing().ifPresent(importing -> {
                    JsonObjectBuilder job = Json.createObjectBuilder().add("connection", connection.id().toString())
                            .add("unfinished", importing.unfinished()).add("done", importing.done()).add("text", importing.text());
                    importing.total().ifPresent(total -> job.add("total", total));
                    jobs.add(job);
                }));
        res.header(HeaderNames.CACHE_CONTROL, "no-store").header(HeaderNames.CONTENT_TYPE, "application/json").send(jobs.build().toString());
    }

    private void importAgain(ServerRequest req, ServerResponse res) {
        Principal principal = Desk.principal(req);
        UUID shopId = principal.shop().id();
        Connection connection = id(req).flatMap(id -> services.connections().find(shopId, id))
                .filter(found -> found.state() == Connection.State.ACTIVE)
                .orElseThrow(() -> new RequestException(ErrorCode.NOT_FOUND, "This store is not connected at the moment."));
        boolean asked = services.database().inShop(shopId, db -> {
            boolean added = Installations.requestImport(db, connection);
            if (added) {
                services.audit().add(db, shopId, new AuditEvent(principal.actor(), "catalogue.import", connection.store(), Optional.empty(),
                        Optional.empty(), "", ""));
            }
            return added;
        });
        if (asked) {
            services.wakeWorker().run();
        }
        desk.seeOther(req, res, asked ? "?done=import" : "?done=running");
    }

    private static Optional<UUID> id(ServerRequest req) {
        try {
            return Optional.of(UUID.fromString(req.path().pathParameters().get("connection")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
