package com.eyewearml.server.admin;

import com.eyewearml.server.auth.Principal;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.Connections;
import com.eyewearml.server.platform.EmbeddingPolicy;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What all pages of the admin do alike: who asks, the frame around the page, who may show it in a frame of theirs. */
final class Desk {
    static final Status UNPROCESSABLE = Status.create(422);
    private final Connections connections;
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "com.eyewearml.server.templates");

    Desk(Connections connections) {
        this.connections = connections;
    }

    static Principal principal(ServerRequest req) {
        return req.context().get(Principal.class).orElseThrow();
    }

    static AdminFrame frame(ServerRequest req, String section) {
        Principal principal = principal(req);
        return new AdminFrame(principal.shop(), principal.role(), principal.session().csrfToken(), section, "",
                principal.session().shopId().isPresent());
    }

    /** @param parameters what the template asks for besides {@code files} and {@code frame} */
    void page(ServerRequest req, ServerResponse res, Status status, String template, AdminFrame frame, Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("files", AdminFiles.INSTANCE);
        all.put("frame", frame);
        StringOutput html = new StringOutput();
        templates.render("admin/" + template + ".jte", all, html);
        policy(req, res);
        res.status(status).header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8").send(html.toString());
    }

    /** Goes on to another page of the same shop once something was done. */
    void seeOther(ServerRequest req, ServerResponse res, String tail) {
        policy(req, res);
        res.status(Status.SEE_OTHER_303).header(HeaderNames.LOCATION, "/admin/" + principal(req).shop().slug() + tail).send();
    }

    private void policy(ServerRequest req, ServerResponse res) {
        String ancestors = connections.ofShop(principal(req).shop().id()).stream()
                .filter(connection -> connection.state() != Connection.State.UNINSTALLED)
                .map(connection -> EmbeddingPolicy.ancestors(connection.platform(), connection.store()))
                .filter(allowed -> !allowed.equals("'none'")).distinct().collect(Collectors.joining(" "));
        EmbeddingPolicy.applyAdmin(res, ancestors.isEmpty() ? "'none'" : ancestors, false);
    }
}
