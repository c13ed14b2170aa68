package com.eyewearml.server.catalog;

import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.assets.Content;
import com.eyewearml.server.assets.ContentSender;
import com.eyewearml.server.cache.AnswerCache;
import com.eyewearml.server.cache.ShopAnswers;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The catalogue for programs.
 *
 * <pre>
 * curl http://127.0.0.1:8080/api/v1/shops/demo/frames
 * curl http://127.0.0.1:8080/api/v1/shops/demo/frames/ALD-HAV
 * </pre>
 *
 * Lists are kept until the catalogue is written.
 */
public final class CatalogueRoutes {
    private static final String JSON = "application/json";

    private final CatalogueStore store;
    private final Shops shops;
    private final AnswerCache answers;
    private final List<String> sampleUrls;
    private final ContentSender sender;
    /** Servers of different releases share a cache, and their lists name different sample faces. */
    private final String form;

    /** @param sampleUrls pictures of faces that shoppers without a camera may try frames on */
    public CatalogueRoutes(CatalogueStore store, Shops shops, AnswerCache answers, List<String> sampleUrls, ContentSender sender) {
        this.store = store;
        this.shops = shops;
        this.answers = answers;
        this.sampleUrls = sampleUrls;
        this.sender = sender;
        this.form = "frames:" + String.join(",", sampleUrls);
    }

    /** Both. */
    public List<Route> routes() {
        Access open = new Access.Open("the catalogue that a shop shows to everybody");
        return List.of(
                new Route(Method.GET, "/api/v1/shops/{shop}/frames", open, this::list),
                new Route(Method.GET, "/api/v1/shops/{shop}/frames/{sku}", open, this::detail));
    }

    private void list(ServerRequest req, ServerResponse res) {
        Shop shop = shops.require(req.path().pathParameters().get("shop"));
        sender.send(req, res, answers.get(ShopAnswers.key(shop.id()), form, () -> CatalogueJson.list(shop, store.frames(shop), sampleUrls)),
                ContentSender.REVALIDATE);
    }

    private void detail(ServerRequest req, ServerResponse res) {
        Shop shop = shops.require(req.path().pathParameters().get("shop"));
        CatalogueFrame frame = store.frameOfSku(shop, req.path().pathParameters().get("sku")).orElseThrow(
                () -> new RequestException(ErrorCode.FRAME_NOT_FOUND, "No frame of this shop has this SKU."));
        sender.send(req, res, Content.of(CatalogueJson.detail(shop, frame).getBytes(StandardCharsets.UTF_8), JSON, Content.Effort.QUICK),
                ContentSender.REVALIDATE);
    }
}
