package com.eyewearml.server.storefront;

import com.eyewearml.db.Database;
import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.assets.Content;
import com.eyewearml.server.assets.ContentSender;
import com.eyewearml.server.cache.AnswerCache;
import com.eyewearml.server.cache.ShopAnswers;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.helidon.common.uri.UriQuery;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/**
 * What pages of shops ask for, described by {@code /v1/openapi.json}.
 *
 * <pre>
 * curl -H 'Origin: https://shop.example' 'http://127.0.0.1:8080/v1/availability?key=ewpk_…&amp;skus=ALD-HAV,4006381333931'
 * curl -H 'Origin: https://shop.example' 'http://127.0.0.1:8080/v1/products/ALD-HAV?key=ewpk_…'
 * </pre>
 */
public final class StorefrontRoutes {
    /** Addresses of this interface start so. */
    public static final String PREFIX = "/v1";

    private static final int QUESTIONS_REMEMBERED = 5_000;

    /** Codes asked for, and the name of their answer among those of the shop. */
    private record Question(List<String> codes, String form) { }

    private final Database database;
    private final AnswerCache answers;
    private final ContentSender sender;
    private final Content description = Content.of(Resources.bytes("openapi.json"), "application/json", Content.Effort.THOROUGH);

    /** What queries come to, by their text: pages ask the same again and again. */
    private final Cache<String, Question> questions = Caffeine.newBuilder().maximumSize(QUESTIONS_REMEMBERED).build();

    /** @param answers keeps what was computed */
    public StorefrontRoutes(Database database, AnswerCache answers, ContentSender sender) {
        this.database = database;
        this.answers = answers;
        this.sender = sender;
    }

    /** All of them. A {@link StorefrontGuard} puts the key into the context ahead of them. */
    public List<Route> routes() {
        return List.of(
                get("/availability", new Access.Storefront(), this::availability),
                // SKUs may hold slashes.
                get("/products/{+sku}", new Access.Storefront(), this::product),
                get("/openapi.json", new Access.Open("describes the interface, the same for everybody"), this::describe));
    }

    private static Route get(String path, Access access, Handler handler) {
        return new Route(Method.GET, PREFIX + path, access, handler);
    }

    private void availability(ServerRequest req, ServerResponse res) {
        ApiKey key = key(req);
        Question question = questions.get(req.prologue().query().rawValue(), raw -> question(req.query()));
        List<String> codes = question.codes();
        Content answer = answers.get(ShopAnswers.key(key.shop().id()), question.form(), () ->
                AvailabilityJson.of(key.shop(), codes, database.inShop(key.shop().id(), db -> Availability.of(db, codes))));
        sender.send(req, res, answer, answers.cacheControl());
    }

    private static Question question(UriQuery query) {
        if (!query.contains("skus")) {
            throw new RequestException(ErrorCode.BAD_REQUEST, "Name SKUs or GTINs: ?skus=A,B.");
        }
        List<String> codes = AskedCodes.parse(query.all("skus"));
        return new Question(codes, "availability:" + String.join(",", codes));
    }

    private void product(ServerRequest req, ServerResponse res) {
        ApiKey key = key(req);
        String code = AskedCodes.checked(req.path().pathParameters().get("sku"));
        Content answer = answers.get(ShopAnswers.key(key.shop().id()), "product:" + code, () ->
                ProductJson.of(key.shop(), ProductConfiguration.read(database, key.shop(), code)));
        sender.send(req, res, answer, answers.cacheControl());
    }

    private void describe(ServerRequest req, ServerResponse res) {
        res.header(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        sender.send(req, res, description, ContentSender.REVALIDATE);
    }

    private static ApiKey key(ServerRequest req) {
        return req.context().get(ApiKey.class).orElseThrow();
    }
}
