package com.eyewearml.server.platform.magento;

import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.Permission;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.auth.Principal;
import com.eyewearml.server.jobs.RetryLaterException;
import com.eyewearml.server.outbound.OutboundException;
import com.eyewearml.server.outbound.StoreOrigin;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.EmbeddedAdmin;
import com.eyewearml.server.platform.EmbeddingPolicy;
import com.eyewearml.server.platform.HostedServices;
import com.eyewearml.server.platform.Platform;
import com.eyewearml.server.platform.QueryParameters;
import com.eyewearml.server.platform.ReconnectException;
import io.helidon.common.parameters.Parameters;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Callback address and identity link of an integration, as its merchant enters them in Magento. */
public final class MagentoRoutes {
    private static final String CONSUMER_KEY = "oauth_consumer_key";
    private static final String BACK = "success_call_back";
    private final HostedServices services;
    private final MagentoInstallation installation;

    /** Installs by means of those services. */
    public MagentoRoutes(MagentoEndpoints endpoints, HostedServices services) {
        this.services = services;
        this.installation = new MagentoInstallation(endpoints, services);
    }

    /** The identity link names the shop, so that the merchant need not choose it. */
    public List<Route> routes() {
        Access member = new Access.Member(Permission.MANAGE_CONNECTIONS);
        return List.of(
                new Route(Method.POST, "/magento/callback",
                        new Access.Signed("nobody: it is kept sealed, and proven by the token that the store gives for it"), this::take),
                new Route(Method.GET, "/admin/{shop}/connections/magento", member, this::identify),
                new Route(Method.POST, "/admin/{shop}/connections/magento", member, this::complete));
    }

    private void take(ServerRequest req, ServerResponse res) {
        installation.take(req.content().hasEntity() ? req.content().as(Parameters.class) : Parameters.empty("form"));
        res.send();
    }

    /** Another site can make a browser load this: it asks before anything is connected. */
    private void identify(ServerRequest req, ServerResponse res) {
        Principal principal = req.context().get(Principal.class).orElseThrow();
        QueryParameters query = QueryParameters.of(req);
        String consumerKey = query.single(CONSUMER_KEY).orElse("");
        Optional<StoreOrigin> store = installation.waiting(consumerKey);
        if (store.isEmpty()) {
            send(res, Status.NOT_FOUND_404, services.pages().message("Magento has not sent us this integration",
                    "Check that its callback address is the one we show at your connections, then choose \"Reauthorize\" there.", ""));
            return;
        }
        send(res, Status.OK_200, services.pages().confirm("Connect " + store.get().host() + "?", "EyewearML will read the products of "
                + store.get() + " into the shop " + principal.shop().name() + ".", "Connect",
                Map.of("csrf", principal.session().csrfToken(), CONSUMER_KEY, consumerKey, BACK, query.single(BACK).orElse(""))));
    }

    private void complete(ServerRequest req, ServerResponse res) {
        Principal principal = req.context().get(Principal.class).orElseThrow();
        Parameters form = req.context().get(Parameters.class).orElseGet(() -> req.content().as(Parameters.class));
        try {
            Connection connection = installation.complete(form.first(CONSUMER_KEY).orElse(""), principal.shop().id());
            Optional<String> back = back(form.first(BACK).orElse(""), StoreOrigin.parse(connection.store()));
            back.ifPresent(address -> res.header(HeaderNames.create("Refresh"), "0; url=" + address));
            send(res, Status.OK_200, services.pages().message("Your store is connected", "Its products are being read. "
                    + (back.isPresent() ? "Magento goes on by itself." : "You can close this window and go back to Magento."),
                    back.orElse(EmbeddedAdmin.path(services.database(), connection)), back.isPresent() ? "Back to Magento" : "Open EyewearML"));
        } catch (ReconnectException e) {
            send(res, Status.BAD_GATEWAY_502, services.pages().message("Your store gave us no access",
                    "It refused the keys that it sent. " + MagentoInstallation.REAUTHORISE, ""));
        } catch (OutboundException | RetryLaterException e) {
            send(res, Status.SERVICE_UNAVAILABLE_503, services.pages().message("Your store does not answer",
                    "We could not reach its interface at /rest/V1. Go back and try again in a minute.", ""));
        }
    }

    /** Only back to the store that was connected: the address comes from a query that anybody can write. */
    static Optional<String> back(String address, StoreOrigin store) {
        try {
            URI uri = new URI(address);
            boolean same = "https".equals(uri.getScheme()) && store.host().equalsIgnoreCase(uri.getHost())
                    && uri.getRawUserInfo() == null && (uri.getPort() == -1 || uri.getPort() == 443);
            return same ? Optional.of(uri.toASCIIString()) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static void send(ServerResponse res, Status status, String page) {
        EmbeddingPolicy.apply(res, Platform.MAGENTO, "");
        res.status(status).header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8").send(page);
    }
}
