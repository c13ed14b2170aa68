package com.eyewearml.server.frames;

import com.eyewearml.imports.ImportException;
import com.eyewearml.imports.ImportRequest;
import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.Permission;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.assets.Content;
import com.eyewearml.server.auth.Principal;
import com.eyewearml.server.frames.Suggestions.State;
import com.eyewearml.server.frames.Suggestions.Suggestion;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import com.eyewearml.server.pictures.Pictures;
import com.eyewearml.server.uploads.FileKind;
import com.eyewearml.server.uploads.Upload;
import com.eyewearml.server.uploads.Uploads;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Frames for programs of a shop's members, as JSON. Files are sent as bodies, whatever type they claim:
 *
 * <pre>
 * curl -H 'Authorization: Bearer …' --data-binary @model.glb 'https://…/admin/demo/data/imports/models?name=model.glb&amp;totalWidthMm=141'
 * </pre>
 */
public final class FrameRoutes {
    private static final String PREFIX = "/admin/{shop}/data";
    private static final int PAGE = 50;
    private static final long DRAFT_BYTES = 256 << 10;

    private final FrameServices services;

    /** @param services do what is asked for */
    public FrameRoutes(FrameServices services) {
        this.services = services;
    }

    /** All of them. */
    public List<Route> routes() {
        return Stream.of(frames(), imports(), links()).flatMap(List::stream).toList();
    }

    private List<Route> frames() {
        return List.of(
                read("/frames", this::list),
                read("/frames/{id}", this::find),
                change(Method.POST, "/frames", DRAFT_BYTES, (req, res) -> created(res, services.frames().save(shop(req), Optional.empty(),
                        FrameJson.draft(body(req)), principal(req).actor()))),
                change(Method.PUT, "/frames/{id}", DRAFT_BYTES, (req, res) -> created(res, services.frames().save(shop(req), Optional.of(id(req)),
                        FrameJson.draft(body(req)), principal(req).actor()))),
                change(Method.DELETE, "/frames/{id}", (req, res) -> deleted(res, services.frames().delete(shop(req), id(req), principal(req).actor()))),
                change(Method.POST, "/preview", (req, res) -> model(res, FrameModels.build(FrameSpecJson.read(body(req))))),
                change(Method.POST, "/colours/{id}/pictures", largest(Uploads.PICTURES), this::addPicture),
                change(Method.DELETE, "/colours/{id}/pictures/{hash}", this::removePicture));
    }

    private List<Route> imports() {
        return List.of(
                read("/imports", (req, res) -> send(res, array(services.imports().list(shop(req), PAGE).stream()
                        .map(it -> FrameJson.frameImport(principal(req).shop(), it))))),
                read("/imports/{id}", (req, res) -> send(res, FrameJson.frameImport(principal(req).shop(),
                        services.imports().find(shop(req), id(req)).orElseThrow(FrameRoutes::notFound)))),
                change(Method.POST, "/imports/models", largest(Uploads.MODELS), this::importModel),
                change(Method.POST, "/imports/photos", largest(Uploads.PICTURES), this::importPhoto),
                change(Method.DELETE, "/imports/{id}", (req, res) -> deleted(res, services.imports().delete(shop(req), id(req), principal(req).actor()))),
                change(Method.POST, "/imports/{id}/frame", (req, res) -> created(res, services.frames().addImported(shop(req), id(req),
                        FrameJson.imported(body(req)), principal(req).actor()))));
    }

    private List<Route> links() {
        return List.of(
                change(Method.PUT, "/links/{id}", (req, res) -> {
                    services.links().link(shop(req), id(req), FrameJson.id(body(req).getString("colour", "")), principal(req).actor());
                    res.status(Status.NO_CONTENT_204).send();
                }),
                change(Method.DELETE, "/links/{id}", (req, res) -> deleted(res, services.links().unlink(shop(req), id(req), principal(req).actor()))),
                read("/suggestions", this::suggestions),
                read("/suggestions/{id}/model.glb", (req, res) -> model(res, FrameModels.build(services.suggestions().find(shop(req), id(req))
                        .map(Suggestion::spec).orElseThrow(FrameRoutes::notFound)))),
                change(Method.POST, "/suggestions/{id}/accept", (req, res) -> created(res,
                        services.suggestions().accept(shop(req), id(req), principal(req).actor()))),
                change(Method.POST, "/suggestions/{id}/reject", (req, res) -> {
                    services.suggestions().reject(shop(req), id(req), principal(req).actor());
                    res.status(Status.NO_CONTENT_204).send();
                }),
                change(Method.POST, "/suggestions/{id}/undo", (req, res) -> {
                    services.suggestions().undo(shop(req), id(req), principal(req).actor());
                    res.status(Status.NO_CONTENT_204).send();
                }),
                change(Method.PUT, "/products/{id}/lenses", (req, res) -> {
                    services.lenses().choose(shop(req), id(req), new LinkedHashSet<>(FrameJson.ids(body(req), "lenses")), principal(req).actor());
                    res.status(Status.NO_CONTENT_204).send();
                }));
    }

    private static Route read(String path, Handler handler) {
        return new Route(Method.GET, PREFIX + path, new Access.Member(Permission.READ_CATALOGUE), (req, res) -> {
            res.header(HeaderNames.CACHE_CONTROL, "no-store");
            handler.handle(req, res);
        });
    }

    private static Route change(Method method, String path, Handler handler) {
        return change(method, path, Route.USUAL_BODY_BYTES, handler);
    }

    private static Route change(Method method, String path, long maxBodyBytes, Handler handler) {
        return new Route(method, PREFIX + path, new Access.Member(Permission.EDIT_CATALOGUE), maxBodyBytes, handler);
    }

    /** One more than is taken, so that what is too large is refused in the words of uploads. */
    private static long largest(java.util.Set<FileKind> kinds) {
        return kinds.stream().mapToLong(FileKind::maxBytes).max().orElseThrow() + 1;
    }

    private void list(ServerRequest req, ServerResponse res) {
        send(res, array(services.frames().list(shop(req)).stream().map(frame -> FrameJson.frame(principal(req).shop(), frame))));
    }

    private void find(ServerRequest req, ServerResponse res) {
        send(res, FrameJson.frame(principal(req).shop(), services.frames().find(shop(req), id(req))
                .orElseThrow(() -> new RequestException(ErrorCode.FRAME_NOT_FOUND, "The shop has no such frame."))));
    }

    private void addPicture(ServerRequest req, ServerResponse res) {
        try (Upload upload = services.uploads().receive(req, Uploads.PICTURES)) {
            Pictures.Picture picture = services.pictures().keep(shop(req), upload);
            services.frames().addPicture(shop(req), id(req), picture);
            res.status(Status.CREATED_201);
            send(res, FrameJson.picture(principal(req).shop(), picture));
        }
    }

    private void removePicture(ServerRequest req, ServerResponse res) {
        String hash = req.path().pathParameters().get("hash");
        if (!hash.matches("[0-9a-f]{64}")) {
            throw notFound();
        }
        deleted(res, services.frames().removePicture(shop(req), id(req), hash));
    }

    private void importModel(ServerRequest req, ServerResponse res) {
        ImportRequest size;
        try {
            size = ImportRequest.of(mm(req, "totalWidthMm"), mm(req, "lensWidthMm"), mm(req, "dblMm"));
        } catch (ImportException e) {
            throw new RequestException(ErrorCode.INVALID_INPUT, "The size cannot be used: " + e.getMessage() + ".");
        }
        try (Upload upload = services.uploads().receive(req, Uploads.MODELS)) {
            accepted(res, services.imports().addModel(shop(req), upload, query(req, "name"), size, principal(req).actor()));
        }
    }

    private void importPhoto(ServerRequest req, ServerResponse res) {
        try (Upload upload = services.uploads().receive(req, Uploads.PICTURES)) {
            accepted(res, services.imports().addPhoto(shop(req), upload, query(req, "name"), query(req, "size"), mm(req, "totalWidthMm"),
                    principal(req).actor()));
        }
    }

    private void suggestions(ServerRequest req, ServerResponse res) {
        String asked = req.query().first("state").orElse(State.OPEN.name());
        State state = Arrays.stream(State.values()).filter(value -> value.name().equals(asked)).findFirst()
                .orElseThrow(() -> new RequestException(ErrorCode.BAD_REQUEST, "state is OPEN, ACCEPTED or REJECTED."));
        int offset = (int) Math.min(1_000_000, number(req, "offset"));
        send(res, Json.createObjectBuilder().add("count", services.suggestions().count(shop(req), state))
                .add("items", array(services.suggestions().list(shop(req), state, offset, PAGE).stream().map(FrameJson::suggestion))).build());
    }

    private static double mm(ServerRequest req, String name) {
        return number(req, name);
    }

    private static double number(ServerRequest req, String name) {
        String text = query(req, name);
        try {
            double value = text.isEmpty() ? 0 : Double.parseDouble(text.replace(',', '.'));
            if (value >= 0 && value < 1e9) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new RequestException(ErrorCode.BAD_REQUEST, name + " is \"" + text + "\", expected a number.");
        }
        throw new RequestException(ErrorCode.BAD_REQUEST, name + " is " + text + ", expected a number that is not negative.");
    }

    private static String query(ServerRequest req, String name) {
        return req.query().first(name).orElse("");
    }

    private static JsonObject body(ServerRequest req) {
        try (JsonReader reader = Json.createReader(req.content().inputStream())) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException e) {
            throw new RequestException(ErrorCode.BAD_REQUEST, "The body is no JSON object.");
        }
    }

    private static Principal principal(ServerRequest req) {
        return req.context().get(Principal.class).orElseThrow();
    }

    private static UUID shop(ServerRequest req) {
        return principal(req).shop().id();
    }

    private static UUID id(ServerRequest req) {
        return FrameJson.id(req.path().pathParameters().get("id"));
    }

    private static JsonValue array(Stream<JsonObject> items) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        items.forEach(array::add);
        return array.build();
    }

    private static void send(ServerResponse res, JsonValue json) {
        res.header(HeaderNames.CONTENT_TYPE, "application/json");
        res.send(json.toString());
    }

    private static void created(ServerResponse res, UUID id) {
        res.status(Status.CREATED_201);
        send(res, Json.createObjectBuilder().add("id", id.toString()).build());
    }

    private static void accepted(ServerResponse res, UUID id) {
        res.status(Status.ACCEPTED_202);
        send(res, Json.createObjectBuilder().add("id", id.toString()).build());
    }

    private static void deleted(ServerResponse res, boolean there) {
        if (!there) {
            throw notFound();
        }
        res.status(Status.NO_CONTENT_204).send();
    }

    private static void model(ServerResponse res, Content model) {
        res.header(HeaderNames.CONTENT_TYPE, model.mediaType());
        res.send(model.bytes());
    }

    private static RequestException notFound() {
        return new RequestException(ErrorCode.NOT_FOUND, "The shop has nothing of this id.");
    }
}
