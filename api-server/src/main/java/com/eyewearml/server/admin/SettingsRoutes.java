package com.eyewearml.server.admin;

import com.eyewearml.db.schema.tables.pojos.AuditEntry;
import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.Permission;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.auth.Principal;
import com.eyewearml.server.forms.Form;
import com.eyewearml.server.settings.StorefrontSettings;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How the try-on looks and works in a shop. The last change can be taken back: the audit trail knows what there was before. */
final class SettingsRoutes {
    private static final Access READ = new Access.Member(Permission.READ_SETTINGS);
    private static final Access EDIT = new Access.Member(Permission.EDIT_SETTINGS);
    private static final String CHANGE = "settings";
    private final AdminServices services;
    private final Desk desk;

    SettingsRoutes(AdminServices services, Desk desk) {
        this.services = services;
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(
                new Route(Method.GET, "/admin/{shop}/settings", READ, this::show),
                new Route(Method.POST, "/admin/{shop}/settings", EDIT, this::save),
                new Route(Method.POST, "/admin/{shop}/settings/undo", EDIT, this::undo));
    }

    private void show(ServerRequest req, ServerResponse res) {
        UUID shopId = Desk.principal(req).shop().id();
        String done = req.query().first("done").orElse("");
        String notice = switch (done) {
            case "saved" -> "Saved. Your shop shows the new settings within half a minute.";
            case "undone" -> "Taken back: the settings are what they were.";
            case "overtaken" -> "Somebody else has changed the settings since. Nothing was taken back.";
            default -> "";
        };
        String undo = done.equals("saved") ? last(shopId).map(entry -> entry.sequence().toString()).orElse("") : "";
        page(req, res, Status.OK_200, SettingsForm.of(services.settings().read(shopId)), notice, undo);
    }

    private void page(ServerRequest req, ServerResponse res, Status status, Form form, String notice, String undo) {
        desk.page(req, res, status, "settings", Desk.frame(req, "settings").saying(notice), Map.of("form", form, "undo", undo));
    }

    private void save(ServerRequest req, ServerResponse res) {
        Principal principal = Desk.principal(req);
        Form form = Form.of(req);
        Optional<StorefrontSettings> wanted = SettingsForm.read(form);
        if (wanted.isEmpty()) {
            page(req, res, Desk.UNPROCESSABLE, form, "", "");
            return;
        }
        services.settings().change(principal.shop().id(), wanted.get(), principal.actor());
        desk.seeOther(req, res, "/settings?done=saved");
    }

    private void undo(ServerRequest req, ServerResponse res) {
        Principal principal = Desk.principal(req);
        UUID shopId = principal.shop().id();
        Optional<AuditEntry> last = last(shopId).filter(entry -> entry.sequence().toString().equals(Form.of(req).value("entry")));
        if (last.isEmpty()) {
            desk.seeOther(req, res, "/settings?done=overtaken");
            return;
        }
        try (JsonReader before = Json.createReader(new StringReader(last.get().before().data()))) {
            services.settings().change(shopId, StorefrontSettings.of(before.readObject()), principal.actor());
        }
        desk.seeOther(req, res, "/settings?done=undone");
    }

    private Optional<AuditEntry> last(UUID shopId) {
        return services.audit().page(services.database(), shopId, CHANGE, Long.MAX_VALUE, 1).stream().findFirst();
    }
}
