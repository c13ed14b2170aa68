package com.eyewearml.server.platform.webhook;

import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.http.BodyLimit;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.Connections;
import com.eyewearml.server.platform.Credentials;
import com.eyewearml.server.platform.Platform;
import com.eyewearml.server.platform.shopify.ShopDomain;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where platforms send webhooks. A request is verified over its raw bytes, written down and answered; what it asks for is done later.
 * A forged request is answered 401 and leaves nothing behind.
 */
public final class WebhookRoutes {
    private final Map<Platform, WebhookSource> sources;
    private final Connections connections;
    private final Credentials credentials;
    private final WebhookInbox inbox;
    private final Runnable wakeWorker;

    /** @param wakeWorker called when something was accepted */
    public WebhookRoutes(List<WebhookSource> sources, Connections connections, Credentials credentials, WebhookInbox inbox,
                         Runnable wakeWorker) {
        this.sources = sources.stream().collect(Collectors.toUnmodifiableMap(WebhookSource::platform, Function.identity()));
        this.connections = connections;
        this.credentials = credentials;
        this.inbox = inbox;
        this.wakeWorker = wakeWorker;
    }

    /** Those of the platforms there are sources for. Shopify sends all stores' webhooks to one address; the others have one for each store. */
    public List<Route> routes() {
        return sources.keySet().stream().sorted().map(platform -> switch (platform) {
            case SHOPIFY -> route("/webhooks/shopify", "Shopify, with the app's secret", handler(platform, this::shopifyStore));
            case WOOCOMMERCE -> route("/webhooks/woocommerce/{path}", "WooCommerce, with the store's secret", handler(platform, this::named));
            case MAGENTO -> route("/webhooks/magento/{path}", "our Magento module, with the store's secret", handler(platform, this::named));
            case BIGCOMMERCE -> route("/webhooks/bigcommerce/{path}", "BigCommerce, with the app's secret", handler(platform, this::named));
        }).toList();
    }

    private static Route route(String path, String signedBy, Handler handler) {
        return new Route(Method.POST, path, new Access.Signed(signedBy), BodyLimit.WHOLE_BYTES, handler);
    }

    private Optional<Connection> named(ServerRequest req) {
        return connections.ofWebhookPath(req.path().pathParameters().get("path"));
    }

    private Optional<Connection> shopifyStore(ServerRequest req) {
        return req.headers().first(HeaderNames.create("X-Shopify-Shop-Domain")).flatMap(ShopDomain::parse)
                .flatMap(shop -> connections.ofStore(Platform.SHOPIFY, shop.name()));
    }

    private Handler handler(Platform platform, Function<ServerRequest, Optional<Connection>> finder) {
        WebhookSource source = sources.get(platform);
        return (req, res) -> {
            byte[] body = req.content().hasEntity() ? req.content().as(byte[].class) : new byte[0];
            Optional<Connection> connection = finder.apply(req).filter(found -> found.platform() == platform);
            Optional<Delivery> delivery = verify(source, req, body, connection);
            // A store that is gone may still send; its platform must not take that for a failure.
            if (connection.isPresent() && delivery.isPresent() && inbox.accept(connection.get(), delivery.get())) {
                wakeWorker.run();
            }
            accepted(res);
        };
    }

    private Optional<Delivery> verify(WebhookSource source, ServerRequest req, byte[] body, Optional<Connection> connection) {
        try {
            return source.verify(name -> req.headers().first(HeaderNames.create(name)), body,
                    connection.filter(found -> source.needsStoreSecrets()).map(credentials::webhookSecrets).orElse(List.of()));
        } catch (DeliveryRefusedException e) {
            throw new RequestException(e.isForged() ? ErrorCode.SIGNATURE_INVALID : ErrorCode.BAD_REQUEST, e.getMessage());
        }
    }

    private static void accepted(ServerResponse res) {
        res.send();
    }
}
