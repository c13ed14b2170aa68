package com.eyewearml.server.catalog;

import com.eyewearml.db.schema.tables.pojos.Asset;
import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.assets.Content;
import com.eyewearml.server.assets.ContentSender;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.HexFormat;
import java.util.List;

/** {@code /assets/shops/{shop}/frames/{sha256}.glb} and {@code …/thumbnails/{sha256}.png}. */
public final class ShopAssetRoutes {
    private static final int SHA256_DIGITS = 64;
    private static final long MEMORY_BYTES = 64L << 20;

    private record Key(String shop, String sha256, String mediaType) { }

    private final CatalogueStore store;
    private final Shops shops;
    private final ContentSender sender;
    private final Cache<Key, Content> memory = Caffeine.newBuilder()
            .maximumWeight(MEMORY_BYTES).weigher((Key key, Content content) -> content.bytes().length).build();

    /** Delivers from the catalogue. */
    public ShopAssetRoutes(CatalogueStore store, Shops shops, ContentSender sender) {
        this.store = store;
        this.shops = shops;
        this.sender = sender;
    }

    /** Both. */
    public List<Route> routes() {
        Access open = new Access.Open("shown to every shopper; the address holds the hash of the content");
        return List.of(
                new Route(Method.GET, "/assets/shops/{shop}/frames/{file}", open,
                        (req, res) -> send(req, res, ".glb", "model/gltf-binary", Content.Effort.QUICK)),
                new Route(Method.GET, "/assets/shops/{shop}/thumbnails/{file}", open,
                        (req, res) -> send(req, res, ".png", "image/png", Content.Effort.NONE)));
    }

    private void send(ServerRequest req, ServerResponse res, String extension, String mediaType, Content.Effort effort) {
        String shop = req.path().pathParameters().get("shop");
        String file = req.path().pathParameters().get("file");
        if (file.length() != SHA256_DIGITS + extension.length() || !file.endsWith(extension)) {
            throw notFound();
        }
        Key key = new Key(shop, file.substring(0, SHA256_DIGITS), mediaType);
        Content content = memory.get(key, absent -> load(absent, effort));
        if (content == null) {
            throw notFound();
        }
        // Shops' own pages fetch them; whoever knows the hash may.
        res.header(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        sender.send(req, res, content, ContentSender.FOREVER);
    }

    private Content load(Key key, Content.Effort effort) {
        byte[] sha256;
        try {
            sha256 = HexFormat.of().parseHex(key.sha256());
        } catch (IllegalArgumentException e) {
            return null;
        }
        return store.asset(shops.require(key.shop()), sha256)
                .filter(asset -> asset.contentType().equals(key.mediaType()))
                .map(Asset::content)
                .map(bytes -> Content.of(bytes, key.mediaType(), effort)).orElse(null);
    }

    private static RequestException notFound() {
        return new RequestException(ErrorCode.ASSET_NOT_FOUND, "The shop has no file of this hash.");
    }
}
