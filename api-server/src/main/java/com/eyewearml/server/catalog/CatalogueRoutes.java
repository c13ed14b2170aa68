package com.eyewearml.server.catalog;

import com.eyewearml.server.assets.Content;
import com.eyewearml.server.assets.ContentSender;
import com.eyewearml.server.cache.SharedCache;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.Reads;
import com.eyewearml.server.http.RequestException;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.List;

/**
 * The catalogue for programs.
 *
 * <pre>
 * curl http://127.0.0.1:8080/api/v1/shops/demo/frames
 * curl http://127.0.0.1:8080/api/v1/shops/demo/frames/ALD-HAV
 * </pre>
 *
 * Lists are kept in the shared cache for a minute, or until the catalogue is written.
 */
public final class CatalogueRoutes implements HttpService {
    private static final Duration LIST_LIFETIME = Duration.ofMinutes(1);
    private static final String JSON = "application/json";

    private final CatalogueStore store;
    private final Shops shops;
    private final SharedCache cache;
    private final List<String> sampleUrls;
    private final ContentSender sender;
    /** Servers of different releases share a cache, and their lists name different sample faces. */
    private final String form;

    /** @param sampleUrls pictures of faces that shoppers without a camera may try frames on */
    public CatalogueRoutes(CatalogueStore store, Shops shops, SharedCache cache, List<String> sampleUrls, ContentSender sender) {
        this.store = store;
        this.shops = shops;
        this.cache = cache;
        this.sampleUrls = sampleUrls;
        this.sender = sender;
        this.form = String.join(",", sampleUrls);
    }

    @Override
    public void routing(HttpRules rules) {
        Reads.register(rules, "/{shop}/frames", this::list);
        Reads.register(rules, "/{shop}/frames/{sku}", this::detail);
    }

    private void list(ServerRequest req, ServerResponse res) {
        Shop shop = shops.require(req.path().pathParameters().get("shop"));
        byte[] json = cache.get(listKey(shop), form).orElseGet(() -> {
            byte[] fresh = CatalogueJson.list(shop, store.frames(shop), sampleUrls);
            cache.put(listKey(shop), form, fresh, LIST_LIFETIME);
            return fresh;
        });
        send(req, res, json);
    }

    /** Name of a shop's list in the shared cache. */
    static String listKey(Shop shop) {
        return "catalogue:" + shop.id();
    }

    private void detail(ServerRequest req, ServerResponse res) {
        Shop shop = shops.require(req.path().pathParameters().get("shop"));
        CatalogueFrame frame = store.frameOfSku(shop, req.path().pathParameters().get("sku")).orElseThrow(
                () -> new RequestException(ErrorCode.FRAME_NOT_FOUND, "No frame of this shop has this SKU."));
        send(req, res, CatalogueJson.detail(shop, frame));
    }

    private void send(ServerRequest req, ServerResponse res, byte[] json) {
        sender.send(req, res, Content.of(json, JSON, Content.Effort.QUICK), ContentSender.REVALIDATE);
    }
}
