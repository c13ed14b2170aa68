package com.eyewearml.server.admin;

import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.Permission;
import com.eyewearml.server.access.Role;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.auth.Principal;
import com.eyewearml.server.auth.TeamException;
import com.eyewearml.server.forms.Form;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import com.eyewearml.server.signin.EmailLinks;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The people of a shop. */
final class TeamRoutes {
    private static final Access READ = new Access.Member(Permission.READ_SETTINGS);
    private static final Access MANAGE = new Access.Member(Permission.MANAGE_TEAM);
    private final AdminServices services;
    private final Desk desk;

    TeamRoutes(AdminServices services, Desk desk) {
        this.services = services;
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(
                new Route(Method.GET, "/admin/{shop}/team", READ, this::show),
                new Route(Method.POST, "/admin/{shop}/team/invite", MANAGE, this::invite),
                new Route(Method.POST, "/admin/{shop}/team/withdraw", MANAGE, this::withdraw),
                new Route(Method.POST, "/admin/{shop}/team/role", MANAGE, this::changeRole),
                new Route(Method.POST, "/admin/{shop}/team/remove", MANAGE, this::remove));
    }

    private void show(ServerRequest req, ServerResponse res) {
        String notice = switch (req.query().first("done").orElse("")) {
            case "invited" -> "The invitation is on its way.";
            case "withdrawn" -> "The invitation is taken back; its link works no more.";
            case "changed" -> "The role is changed.";
            case "removed" -> "Removed from the team.";
            default -> "";
        };
        page(req, res, Status.OK_200, Form.of(Map.of("role", Role.EDITOR.name())), notice);
    }

    private void page(ServerRequest req, ServerResponse res, Status status, Form form, String notice) {
        Principal principal = Desk.principal(req);
        UUID shopId = principal.shop().id();
        boolean manages = principal.role().may(Permission.MANAGE_TEAM);
        desk.page(req, res, status, "team", Desk.frame(req, "team").saying(notice), Map.of("form", form,
                "members", services.team().members(shopId), "you", principal.session().accountId(),
                "invitations", manages ? services.team().invitations(shopId) : List.of(), "mail", services.links().available(),
                "roles", Arrays.stream(Role.values()).filter(role -> role != Role.OWNER || principal.role().may(Permission.OWN)).toList()));
    }

    private void invite(ServerRequest req, ServerResponse res) {
        Principal principal = Desk.principal(req);
        Form form = Form.of(req);
        String email = form.value("email");
        Optional<Role> role = role(form);
        if (!EmailLinks.isAddress(email)) {
            form.reject("email", "Type the whole e-mail address, like name@shop.example.");
        }
        if (form.valid() && role.isPresent()) {
            try {
                String secret = services.team().invite(principal, email, role.get());
                services.links().sendInvitation(req, email, principal.shop().name(), secret);
                desk.seeOther(req, res, "/team?done=invited");
                return;
            } catch (TeamException | RequestException e) {
                form.reject("email", e.getMessage());
            }
        }
        page(req, res, Desk.UNPROCESSABLE, form, "");
    }

    private static Optional<Role> role(Form form) {
        Optional<Role> role = Arrays.stream(Role.values()).filter(known -> known.name().equals(form.value("role"))).findFirst();
        if (role.isEmpty()) {
            form.reject("role", "Choose one of the roles in the list.");
        }
        return role;
    }

    private void withdraw(ServerRequest req, ServerResponse res) {
        services.team().withdraw(Desk.principal(req), Form.of(req).value("invitation"));
        desk.seeOther(req, res, "/team?done=withdrawn");
    }

    private void changeRole(ServerRequest req, ServerResponse res) {
        Form form = Form.of(req);
        change(req, res, form, "/team?done=changed", () -> role(form).ifPresent(role ->
                services.team().changeRole(Desk.principal(req), member(form), role)));
    }

    private void remove(ServerRequest req, ServerResponse res) {
        Form form = Form.of(req);
        change(req, res, form, "/team?done=removed", () -> services.team().remove(Desk.principal(req), member(form)));
    }

    private void change(ServerRequest req, ServerResponse res, Form form, String done, Runnable change) {
        try {
            change.run();
        } catch (TeamException e) {
            form.reject("members", e.getMessage());
        }
        if (form.valid()) {
            desk.seeOther(req, res, done);
        } else {
            page(req, res, Desk.UNPROCESSABLE, Form.withErrors(Map.of("role", Role.EDITOR.name()), form), "");
        }
    }

    private static UUID member(Form form) {
        try {
            return UUID.fromString(form.value("member"));
        } catch (IllegalArgumentException e) {
            throw new RequestException(ErrorCode.BAD_REQUEST, "The form names no member. Load the page again.");
        }
    }
}
