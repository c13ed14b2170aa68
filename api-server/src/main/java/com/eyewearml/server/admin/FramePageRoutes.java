package com.eyewearml.server.admin;

import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.Permission;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.catalog.Shop;
import com.eyewearml.server.forms.Form;
import com.eyewearml.server.frames.FrameServices;
import com.eyewearml.server.frames.MerchantFrame;
import com.eyewearml.server.frames.Suggestions.State;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Pages of a shop's frames: uploading, drawing, suggestions. */
final class FramePageRoutes {
    private static final Access READ = new Access.Member(Permission.READ_CATALOGUE);
    private static final Access EDIT = new Access.Member(Permission.EDIT_CATALOGUE);
    private static final int MOST_UPLOADS = 10;
    private static final int MOST_SUGGESTIONS = 40;
    private final FrameServices frames;
    private final Desk desk;
    private final String engineUrl;

    /** @param engineUrl address of the browser engine's module */
    FramePageRoutes(FrameServices frames, Desk desk, String engineUrl) {
        this.frames = frames;
        this.desk = desk;
        this.engineUrl = engineUrl;
    }

    List<Route> routes() {
        return List.of(
                new Route(Method.GET, "/admin/{shop}/frames", READ, this::list),
                new Route(Method.GET, "/admin/{shop}/frames/upload", EDIT, (req, res) ->
                        desk.page(req, res, Status.OK_200, "upload", Desk.frame(req, "frames"), Map.of())),
                new Route(Method.GET, "/admin/{shop}/frames/uploads/{upload}", READ, this::report),
                new Route(Method.GET, "/admin/{shop}/frames/draw", EDIT, this::draw),
                new Route(Method.GET, "/admin/{shop}/frames/suggestions", READ, this::suggestions),
                new Route(Method.POST, "/admin/{shop}/frames/suggestions", EDIT, this::decide),
                new Route(Method.GET, "/admin/{shop}/frames/{frame}", READ, this::edit));
    }

    private void list(ServerRequest req, ServerResponse res) {
        UUID shopId = Desk.principal(req).shop().id();
        String notice = switch (req.query().first("done").orElse("")) {
            case "saved" -> "The frame is saved. Products of the same SKU or GTIN show it at once.";
            case "made" -> "The frame is made. Products of the same SKU or GTIN show it at once.";
            default -> "";
        };
        desk.page(req, res, Status.OK_200, "frames", Desk.frame(req, "frames").saying(notice), Map.of("list",
                new FrameList(frames.frames().list(shopId), frames.imports().list(shopId, MOST_UPLOADS), frames.suggestions().count(shopId, State.OPEN))));
    }

    private void report(ServerRequest req, ServerResponse res) {
        Shop shop = Desk.principal(req).shop();
        ImportReportView report = frames.imports().find(shop.id(), id(req, "upload")).map(found -> ImportReportView.of(shop, found))
                .orElseThrow(() -> new RequestException(ErrorCode.NOT_FOUND, "There is no such upload, or no more."));
        desk.page(req, res, Status.OK_200, "upload-report", Desk.frame(req, "frames"), Map.of("report", report, "engine", engineUrl));
    }

    private void draw(ServerRequest req, ServerResponse res) {
        editor(req, res, "Draw a frame", "", FrameDraftJson.FIRST);
    }

    private void edit(ServerRequest req, ServerResponse res) {
        MerchantFrame frame = frames.frames().find(Desk.principal(req).shop().id(), id(req, "frame"))
                .orElseThrow(() -> new RequestException(ErrorCode.FRAME_NOT_FOUND, "The shop has no such frame, or no more."));
        String draft = FrameDraftJson.of(frame);
        if (draft.isEmpty() || !Desk.principal(req).role().may(Permission.EDIT_CATALOGUE)) {
            desk.page(req, res, Status.OK_200, "frame-view", Desk.frame(req, "frames"), Map.of("shown", frame, "engine", engineUrl,
                    "list", new FrameList(List.of(), List.of(), 0)));
            return;
        }
        editor(req, res, frame.name(), frame.id().toString(), draft);
    }

    private void editor(ServerRequest req, ServerResponse res, String title, String id, String draft) {
        desk.page(req, res, Status.OK_200, "frame-edit", Desk.frame(req, "frames"), Map.of("title", title, "id", id, "draft", draft, "engine", engineUrl));
    }

    private void suggestions(ServerRequest req, ServerResponse res) {
        UUID shopId = Desk.principal(req).shop().id();
        String notice = switch (req.query().first("done").orElse("")) {
            case "accepted" -> "The frame is made and linked to the product's variants.";
            case "rejected" -> "The suggestion is turned down.";
            default -> "";
        };
        desk.page(req, res, Status.OK_200, "suggestions", Desk.frame(req, "frames").saying(notice), Map.of(
                "suggestions", frames.suggestions().list(shopId, State.OPEN, 0, MOST_SUGGESTIONS), "count", frames.suggestions().count(shopId, State.OPEN),
                "engine", engineUrl));
    }

    private void decide(ServerRequest req, ServerResponse res) {
        Form form = Form.of(req);
        UUID shopId = Desk.principal(req).shop().id();
        UUID id = id(form.value("suggestion"));
        boolean accepted = form.value("decision").equals("accept");
        if (accepted) {
            frames.suggestions().accept(shopId, id, Desk.principal(req).actor());
        } else {
            frames.suggestions().reject(shopId, id, Desk.principal(req).actor());
        }
        desk.seeOther(req, res, "/frames/suggestions?done=" + (accepted ? "accepted" : "rejected"));
    }

    private static UUID id(ServerRequest req, String name) {
        return id(req.path().pathParameters().get(name));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new RequestException(ErrorCode.NOT_FOUND, "There is nothing at this address. Look in the list of frames.");
        }
    }
}
