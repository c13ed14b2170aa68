package com.eyewearml.server.admin;

import static com.eyewearml.db.schema.Tables.ACCOUNT;
import static com.eyewearml.db.schema.Tables.MEMBERSHIP;

import com.eyewearml.db.schema.tables.pojos.AuditEntry;
import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.Permission;
import com.eyewearml.server.access.Route;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who did what in a shop. */
final class AuditRoutes {
    private static final int PAGE_SIZE = 50;
    private static final Map<String, String> THINGS = new LinkedHashMap<>();
    private final AdminServices services;
    private final Desk desk;

    static {
        THINGS.put("", "Everything");
        THINGS.put("settings", "Settings");
        THINGS.put("member", "Team");
        THINGS.put("invitation", "Invitations");
        THINGS.put("api-key", "Public keys");
        THINGS.put("connection", "Connections");
        THINGS.put("catalogue", "Catalogue");
        THINGS.put("frame", "Frames");
        THINGS.put("frame-link", "Links");
    }

    AuditRoutes(AdminServices services, Desk desk) {
        this.services = services;
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(new Route(Method.GET, "/admin/{shop}/audit", new Access.Member(Permission.READ_AUDIT), this::show));
    }

    private void show(ServerRequest req, ServerResponse res) {
        UUID shopId = Desk.principal(req).shop().id();
        String thing = req.query().first("about").filter(THINGS::containsKey).orElse("");
        long below = req.query().first("below").filter(text -> text.matches("[0-9]{1,18}")).map(Long::parseLong).orElse(Long.MAX_VALUE);
        // One more than is shown tells whether there is another page.
        List<AuditEntry> found = thing.isEmpty() ? services.audit().page(services.database(), shopId, below, PAGE_SIZE + 1)
                : services.audit().page(services.database(), shopId, thing, below, PAGE_SIZE + 1);
        List<AuditEntry> shown = found.subList(0, Math.min(PAGE_SIZE, found.size()));
        Map<UUID, String> names = names(shopId);
        String older = found.size() > PAGE_SIZE ? "about=" + thing + "&below=" + shown.getLast().sequence() : "";
        desk.page(req, res, Status.OK_200, "audit", Desk.frame(req, "audit"), Map.of("rows", shown.stream().map(entry -> AuditRow.of(entry, names)).toList(),
                "things", THINGS, "thing", thing, "older", older, "first", below == Long.MAX_VALUE));
    }

    private Map<UUID, String> names(UUID shopId) {
        return services.database().inShop(shopId, db -> db.select(ACCOUNT.ID, ACCOUNT.DISPLAY_NAME).from(ACCOUNT)
                .join(MEMBERSHIP).on(MEMBERSHIP.ACCOUNT_ID.eq(ACCOUNT.ID)).where(MEMBERSHIP.SHOP_ID.eq(shopId))
                .fetchMap(ACCOUNT.ID, ACCOUNT.DISPLAY_NAME));
    }
}
