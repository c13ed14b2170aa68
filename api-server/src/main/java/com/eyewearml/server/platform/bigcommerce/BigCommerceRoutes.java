package com.eyewearml.server.platform.bigcommerce;

import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.auth.Sessions;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import com.eyewearml.server.jobs.RetryLaterException;
import com.eyewearml.server.outbound.OutboundException;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.EmbeddedAdmin;
import com.eyewearml.server.platform.EmbeddingPolicy;
import com.eyewearml.server.platform.HostedServices;
import com.eyewearml.server.platform.Platform;
import com.eyewearml.server.platform.PlatformApp;
import com.eyewearml.server.platform.PlatformUser;
import com.eyewearml.server.platform.QueryParameters;
import com.eyewearml.server.platform.TokenRefusedException;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;

/** Where BigCommerce's control panel sends merchants, and tells of those removed. */
public final class BigCommerceRoutes {
    private final PlatformApp app;
    private final HostedServices services;
    private final BigCommerceLogin login;

    /** Installs by means of those services. */
    public BigCommerceRoutes(BigCommerceEndpoints endpoints, PlatformApp app, HostedServices services) {
        this.app = app;
        this.services = services;
        this.login = new BigCommerceLogin(endpoints, app, services.outbound());
    }

    /** Addresses as registered in BigCommerce's developer portal. */
    public List<Route> routes() {
        Access byCode = new Access.Signed("BigCommerce, by the code it exchanges");
        Access byToken = new Access.Signed("BigCommerce, by signed_payload_jwt");
        return List.of(
                new Route(Method.GET, "/bigcommerce/auth", byCode, this::install),
                new Route(Method.GET, "/bigcommerce/load", byToken, signed(this::load)),
                new Route(Method.GET, "/bigcommerce/uninstall", byToken, signed(this::uninstall)),
                new Route(Method.GET, "/bigcommerce/remove_user", byToken, signed(this::removeUser)));
    }

    private void install(ServerRequest req, ServerResponse res) {
        QueryParameters query = QueryParameters.of(req);
        EmbeddingPolicy.apply(res, Platform.BIGCOMMERCE, "");
        try {
            BigCommerceLogin.Granted granted = login.exchange(require(query, "code"), require(query, "context"), require(query, "scope"));
            Connection connection = services.installations().install(granted.grant(), Optional.empty());
            services.wakeWorker().run();
            open(res, connection, granted.user());
            String admin = EmbeddedAdmin.path(services.database(), connection);
            html(res, Status.OK_200, services.pages().message("EyewearML is installed",
                    "Your catalogue is being read. You can go on right away.", admin));
        } catch (TokenRefusedException e) {
            html(res, Status.UNAUTHORIZED_401, services.pages().message("The installation could not be completed",
                    "BigCommerce did not confirm it: " + e.getMessage() + ". Install the app again from the BigCommerce marketplace.", ""));
        } catch (OutboundException | RetryLaterException | BigCommerceLogin.TemporaryFailureException e) {
            html(res, Status.SERVICE_UNAVAILABLE_503, services.pages().message("BigCommerce does not answer",
                    "Nothing was installed. Install the app again in a minute.", ""));
        }
    }

    private static String require(QueryParameters query, String name) {
        return query.single(name).filter(value -> !value.isBlank() && value.length() <= 2000).orElseThrow(() ->
                new RequestException(ErrorCode.BAD_REQUEST, "The address has no " + name + ", or more than one."));
    }

    private interface Callback {
        void handle(SignedPayload payload, ServerResponse res);
    }

    private Handler signed(Callback callback) {
        return (req, res) -> {
            try {
                callback.handle(SignedPayload.verify(require(QueryParameters.of(req), "signed_payload_jwt"), app, services.clock()), res);
            } catch (TokenRefusedException e) {
                throw new RequestException(ErrorCode.SIGNATURE_INVALID, "Open the app from BigCommerce's control panel: "
                        + e.getMessage() + ".");
            }
        };
    }

    /** The token lives for a day in the address: the browser goes on to a clean one with a session of ours. */
    private void load(SignedPayload payload, ServerResponse res) {
        Connection connection = connection(payload).filter(found -> found.state() != Connection.State.UNINSTALLED).orElseThrow(() ->
                new RequestException(ErrorCode.SHOP_NOT_FOUND, "The app is not installed in this store. Install it from the marketplace."));
        EmbeddingPolicy.apply(res, Platform.BIGCOMMERCE, connection.store());
        open(res, connection, payload.user());
        res.status(Status.SEE_OTHER_303).header(HeaderNames.LOCATION, EmbeddedAdmin.path(services.database(), connection)).send();
    }

    private void open(ServerResponse res, Connection connection, PlatformUser user) {
        Sessions sessions = services.sessions();
        EmbeddingPolicy.addSession(res, sessions.open(services.users().account(connection, user), Optional.of(connection.shopId())));
    }

    private void uninstall(SignedPayload payload, ServerResponse res) {
        if (!payload.isOfOwner()) {
            throw new RequestException(ErrorCode.FORBIDDEN, "Only the store's owner removes the app.");
        }
        connection(payload).ifPresent(connection ->
                services.database().changeShop(connection.shopId(), db -> services.connections().uninstall(db, connection)));
        res.send();
    }

    private void removeUser(SignedPayload payload, ServerResponse res) {
        connection(payload).ifPresent(connection -> services.users().remove(connection, payload.user().id()));
        res.send();
    }

    private Optional<Connection> connection(SignedPayload payload) {
        return services.connections().ofStore(Platform.BIGCOMMERCE, payload.storeHash());
    }

    private static void html(ServerResponse res, Status status, String page) {
        res.status(status).header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8").send(page);
    }
}
