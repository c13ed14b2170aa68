package com.eyewearml.server.admin;

import com.eyewearml.db.schema.tables.pojos.ApiKey;
import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.Permission;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.auth.Principal;
import com.eyewearml.server.forms.Form;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import com.eyewearml.server.storefront.PageOrigin;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Public keys of a shop: they let pages of named sites ask for what can be tried on. */
final class KeyRoutes {
    private static final Access READ = new Access.Member(Permission.READ_SETTINGS);
    private static final Access EDIT = new Access.Member(Permission.EDIT_SETTINGS);
    private static final int LONGEST_NAME = 100;
    private static final int MOST_ORIGINS = 20;
    private final AdminServices services;
    private final Desk desk;

    KeyRoutes(AdminServices services, Desk desk) {
        this.services = services;
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(
                new Route(Method.GET, "/admin/{shop}/keys", READ, this::show),
                new Route(Method.POST, "/admin/{shop}/keys", EDIT, this::create),
                new Route(Method.POST, "/admin/{shop}/keys/origins", EDIT, this::allow),
                new Route(Method.POST, "/admin/{shop}/keys/revoke", EDIT, this::revoke));
    }

    private void show(ServerRequest req, ServerResponse res) {
        String notice = switch (req.query().first("done").orElse("")) {
            case "created" -> "The key is made. Copy it into your shop's theme.";
            case "changed" -> "The sites of the key are changed.";
            case "revoked" -> "The key is revoked: no page can use it any more.";
            default -> "";
        };
        page(req, res, Status.OK_200, Form.empty(), notice);
    }

    private void page(ServerRequest req, ServerResponse res, Status status, Form form, String notice) {
        List<ApiKey> keys = services.keys().list(Desk.principal(req).shop().id());
        String made = req.query().first("key").orElse("");
        desk.page(req, res, status, "keys", Desk.frame(req, "keys").saying(notice), Map.of("form", form,
                "keys", keys.stream().filter(key -> key.revokedAt() == null).toList(),
                "revoked", keys.stream().filter(key -> key.revokedAt() != null).toList(), "made", made));
    }

    private void create(ServerRequest req, ServerResponse res) {
        Principal principal = Desk.principal(req);
        Form form = Form.of(req);
        String name = form.value("name");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            form.reject("name", "A name has 1 to " + LONGEST_NAME + " characters: it tells you later what the key is for.");
        }
        List<PageOrigin> origins = origins(form);
        if (!form.valid()) {
            page(req, res, Desk.UNPROCESSABLE, form, "");
            return;
        }
        ApiKey made = services.keys().create(principal.shop().id(), name, origins, principal.actor());
        desk.seeOther(req, res, "/keys?done=created&key=" + made.id());
    }

    private static List<PageOrigin> origins(Form form) {
        List<String> lines = form.value("origins").lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.isEmpty()) {
            form.reject("origins", "Name the address of your shop, like https://shop.example. The key works on no other site.");
        } else if (lines.size() > MOST_ORIGINS) {
            form.reject("origins", "A key has at most " + MOST_ORIGINS + " sites; these are " + lines.size() + ". Make another key for the others.");
        }
        List<PageOrigin> origins = new ArrayList<>();
        for (String line : lines) {
            try {
                origins.add(PageOrigin.parse(line));
            } catch (IllegalArgumentException e) {
                form.reject("origins", e.getMessage());
            }
        }
        return origins;
    }

    private void allow(ServerRequest req, ServerResponse res) {
        Principal principal = Desk.principal(req);
        Form form = Form.of(req);
        List<PageOrigin> origins = origins(form);
        if (!form.valid()) {
            Form mistaken = Form.of(Map.of("edited", form.value("key"), "editedOrigins", form.value("origins")));
            mistaken.reject("origins-" + form.value("key"), form.error("origins"));
            page(req, res, Desk.UNPROCESSABLE, mistaken, "");
            return;
        }
        require(services.keys().allow(principal.shop().id(), key(form), origins, principal.actor()));
        desk.seeOther(req, res, "/keys?done=changed");
    }

    private void revoke(ServerRequest req, ServerResponse res) {
        Principal principal = Desk.principal(req);
        require(services.keys().revoke(principal.shop().id(), key(Form.of(req)), principal.actor()));
        desk.seeOther(req, res, "/keys?done=revoked");
    }

    private static void require(boolean found) {
        if (!found) {
            throw new RequestException(ErrorCode.NOT_FOUND, "There is no such key, or it was revoked by somebody else.");
        }
    }

    private static UUID key(Form form) {
        try {
            return UUID.fromString(form.value("key"));
        } catch (IllegalArgumentException e) {
            throw new RequestException(ErrorCode.BAD_REQUEST, "The form names no key. Load the page again.");
        }
    }
}
