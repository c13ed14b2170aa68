package com.eyewearml.server.admin;

import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.Permission;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.auth.Principal;
import com.eyewearml.server.forms.Form;
import com.eyewearml.server.frames.FrameServices;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.UUID;

/** Which frame a variant of a product shows, chosen by hand on the product's page. */
final class LinkRoutes {
    private final FrameServices frames;
    private final Desk desk;

    LinkRoutes(FrameServices frames, Desk desk) {
        this.frames = frames;
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(new Route(Method.POST, "/admin/{shop}/products/{product}/link", new Access.Member(Permission.EDIT_CATALOGUE), this::link));
    }

    private void link(ServerRequest req, ServerResponse res) {
        Principal principal = Desk.principal(req);
        Form form = Form.of(req);
        UUID variant = id(form.value("variant"));
        boolean none = form.value("colour").isEmpty();
        if (none) {
            frames.links().unlink(principal.shop().id(), variant, principal.actor());
        } else {
            frames.links().link(principal.shop().id(), variant, id(form.value("colour")), principal.actor());
        }
        desk.seeOther(req, res, "/products/" + id(req.path().pathParameters().get("product")) + (none ? "?done=unlinked" : "?done=linked"));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new RequestException(ErrorCode.NOT_FOUND, "The shop has nothing of this name. Load the page again.");
        }
    }
}
