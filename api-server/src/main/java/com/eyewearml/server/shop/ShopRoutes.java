package com.eyewearml.server.shop;

import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.catalog.CatalogueFrame;
import com.eyewearml.server.catalog.CatalogueStore;
import com.eyewearml.server.catalog.CatalogueVariant;
import com.eyewearml.server.catalog.Shop;
import com.eyewearml.server.catalog.Shops;
import com.eyewearml.server.assets.Content;
import com.eyewearml.server.assets.ContentSender;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The shop for people: {@code /}, {@code /frames/{slug}} and {@code /fit-guide}. */
public final class ShopRoutes {
    private static final String HTML = "text/html; charset=utf-8";

    private final CatalogueStore store;
    private final Shops shops;
    private final String shopSlug;
    private final Pages pages;
    private final ContentSender sender;
    private final ProductViews products;
    private final ListViews lists;

    /** @param shopSlug the shop whose pages these are */
    public ShopRoutes(CatalogueStore store, Shops shops, String shopSlug, Site site, Pages pages, ContentSender sender) {
        this.store = store;
        this.shops = shops;
        this.shopSlug = shopSlug;
        this.pages = pages;
        this.sender = sender;
        this.products = new ProductViews(site);
        this.lists = new ListViews(products);
    }

    /** All of them. */
    public List<Route> routes() {
        Access open = new Access.Open("pages of the shop, for every shopper");
        return List.of(
                new Route(Method.GET, "/", open, this::list),
                new Route(Method.GET, "/frames/{slug}", open, this::product),
                new Route(Method.GET, "/fit-guide", open, (req, res) -> send(req, res, pages.fitGuide())));
    }

    private void list(ServerRequest req, ServerResponse res) {
        Shop shop = shops.require(shopSlug);
        List<CatalogueFrame> frames = store.frames(shop);
        if (frames.isEmpty()) {
            throw new RequestException(ErrorCode.FRAME_NOT_FOUND, "This shop has no frames yet.");
        }
        ListQuery query = ListQuery.parse(query(req, "kind"), query(req, "shape"), query(req, "sort"));
        send(req, res, pages.list(lists.view(shop, frames, query)));
    }

    private void product(ServerRequest req, ServerResponse res) {
        Shop shop = shops.require(shopSlug);
        CatalogueFrame frame = store.frame(shop, req.path().pathParameters().get("slug")).orElseThrow(
                () -> new RequestException(ErrorCode.FRAME_NOT_FOUND, "This frame is not, or no longer, in the shop."));
        Optional<String> colour = query(req, "colour");
        CatalogueVariant variant = frame.variants().stream().filter(v -> colour.isPresent() && v.sku().equals(colour.get()))
                .findFirst().orElse(frame.variants().getFirst());
        send(req, res, pages.product(products.view(shop, frame, variant)));
    }

    private static Optional<String> query(ServerRequest req, String name) {
        return req.query().first(name).asOptional();
    }

    private void send(ServerRequest req, ServerResponse res, String html) {
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        sender.send(req, res, Content.of(bytes, HTML, Content.Effort.QUICK), ContentSender.REVALIDATE);
    }
}
