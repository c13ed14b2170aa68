package com.eyewearml.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.db.Database;
import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.Permission;
import com.eyewearml.server.access.Role;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.access.RouteTable;
import com.eyewearml.server.audit.Actor;
import com.eyewearml.server.audit.AuditTrail;
import com.eyewearml.server.auth.Accounts;
import com.eyewearml.server.auth.Guard;
import com.eyewearml.server.auth.Members;
import com.eyewearml.server.auth.SessionKey;
import com.eyewearml.server.auth.Sessions;
import com.eyewearml.server.catalog.CatalogueStore;
import com.eyewearml.server.catalog.Shop;
import com.eyewearml.server.storefront.ApiKeyEditor;
import com.eyewearml.server.storefront.PageOrigin;
import com.eyewearml.server.testing.TestServer;
import io.helidon.http.Method;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.HttpRouting;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Asks for every route of the whole server as everybody who may come: each role of the shop, the owner of another shop, somebody with a
 * session for another shop only, and nobody. The rules are the server's own; handlers are replaced by one that says it was reached, so
 * that the walk changes nothing.
 */
class RouteWalkTest {
    private static final String ORIGIN = "https://shop.example";
    private static final String TOKEN = "token-of-the-operator";
    private static final byte[] NOTHING = new byte[0];

    @TempDir
    static Path temporary;
    private static RunningServer server;
    private static List<Route> routes;
    private static Map<String, Caller> callers;
    private static String key;

    /** Somebody who asks; the role is theirs in the shop that paths name. */
    private record Caller(Optional<SessionKey> session, Optional<Role> role) {
        Map<String, String> headers(boolean withCsrf) {
            Map<String, String> headers = new HashMap<>();
            session.ifPresent(present -> headers.put("Cookie", Guard.SESSION_COOKIE + "=" + present.secret()));
            if (withCsrf) {
                session.ifPresent(present -> headers.put(Guard.CSRF_HEADER, present.csrf()));
            }
            return headers;
        }
    }

    @BeforeAll
    static void start() throws Exception {
        server = RunningServer.start(temporary, Map.of("EYEWEARML_PUBLIC_URL", "https://app.example", "EYEWEARML_OPERATOR_TOKEN", TOKEN,
                "EYEWEARML_TOKEN_KEYS", "k1:" + java.util.Base64.getEncoder().encodeToString(new byte[32]),
                "EYEWEARML_SHOPIFY_CLIENT_ID", "shopify-id", "EYEWEARML_SHOPIFY_CLIENT_SECRET", "shopify-secret",
                "EYEWEARML_BIGCOMMERCE_CLIENT_ID", "bigcommerce-id", "EYEWEARML_BIGCOMMERCE_CLIENT_SECRET", "bigcommerce-secret"));
        Database database = server.backends().database();
        CatalogueStore store = new CatalogueStore(database);
        Shop shop = store.shop("demo").orElseThrow();
        Shop other = store.shop("other").orElseThrow();
        callers = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            callers.put(role.name(), new Caller(Optional.of(session(database, shop, role, Optional.empty())), Optional.of(role)));
        }
        callers.put("owner of another shop", new Caller(Optional.of(session(database, other, Role.OWNER, Optional.empty())), Optional.empty()));
        UUID ofBoth = account(database, shop, Role.OWNER);
        database.changeShop(other.id(), db -> Members.put(db, other.id(), ofBoth, Role.OWNER));
        callers.put("owner in a session for another shop", new Caller(Optional.of(
                new Sessions(database, Clock.systemUTC()).open(ofBoth, Optional.of(other.id()))), Optional.empty()));
        callers.put("nobody", new Caller(Optional.empty(), Optional.empty()));
        key = new ApiKeyEditor(database, server.backends().cache(), new AuditTrail(Clock.systemUTC()))
                .create(shop.id(), "walk", List.of(PageOrigin.parse(ORIGIN)), Actor.system("test")).publicKey();
        routes = new ArrayList<>(server.eyewear().table().routes());
        // Whatever the server has, each rule is walked for reading and for changing.
        for (Method method : List.of(Method.GET, Method.POST)) {
            routes.add(new Route(method, "/walk/me", new Access.SignedIn(), null));
            for (Permission permission : Permission.values()) {
                routes.add(new Route(method, "/walk/{shop}/" + permission, new Access.Member(permission), null));
            }
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static UUID account(Database database, Shop shop, Role role) {
        UUID account = new Accounts(database, Clock.systemUTC()).addOfPlatform(role.name()).id();
        database.changeShop(shop.id(), db -> Members.put(db, shop.id(), account, role));
        return account;
    }

    private static SessionKey session(Database database, Shop shop, Role role, Optional<UUID> only) {
        return new Sessions(database, Clock.systemUTC()).open(account(database, shop, role), only);
    }

    @Test
    void everyRuleHoldsForEverybody() throws Exception {
        List<Route> probes = routes.stream().map(route -> new Route(route.method(), route.path(), route.access(),
                (req, res) -> res.header("X-Reached", route.path()).send())).toList();
        try (TestServer walk = TestServer.start(probes, server.eyewear().gate())) {
            for (Route route : probes) {
                for (Map.Entry<String, Caller> caller : callers.entrySet()) {
                    String what = route.method() + " " + route.path() + " as " + caller.getKey();
                    HttpResponse<String> answer = walk.send(route.method().text(), concrete(route), caller.getValue().headers(true), NOTHING);
                    String expected = expected(route.access(), caller.getValue());
                    if (expected.isEmpty()) {
                        assertEquals(route.path(), answer.headers().firstValue("X-Reached").orElse(answer.body()), what);
                    } else {
                        assertFalse(answer.headers().firstValue("X-Reached").isPresent(), what + " is let through");
                        assertTrue(answer.body().contains(expected), what + " is answered " + answer.body());
                    }
                }
            }
        }
    }

    /** Code of the refusal; empty where the caller may. Written from the meaning of the rules, not from the code that enforces them. */
    private static String expected(Access access, Caller caller) {
        return switch (access) {
            case Access.Open open -> "";
            case Access.Signed signed -> "";
            case Access.Storefront page -> "KEY_UNKNOWN";
            case Access.Operator operator -> "NOT_FOUND";
            case Access.SignedIn anybody -> caller.session().isPresent() ? "" : "NOT_SIGNED_IN";
            case Access.Member member -> {
                if (caller.session().isEmpty()) {
                    yield "NOT_SIGNED_IN";
                }
                if (caller.role().isEmpty()) {
                    yield "SHOP_NOT_FOUND";
                }
                yield MAY.get(caller.role().get()).contains(member.permission()) ? "" : "FORBIDDEN";
            }
        };
    }

    private static final Map<Role, Set<Permission>> MAY = Map.of(
            Role.OWNER, Set.of(Permission.values()),
            Role.ADMIN, Set.of(Permission.READ_CATALOGUE, Permission.EDIT_CATALOGUE, Permission.READ_ANALYTICS, Permission.READ_SETTINGS,
                    Permission.EDIT_SETTINGS, Permission.MANAGE_CONNECTIONS, Permission.MANAGE_TEAM, Permission.READ_AUDIT),
            Role.EDITOR, Set.of(Permission.READ_CATALOGUE, Permission.EDIT_CATALOGUE, Permission.READ_SETTINGS),
            Role.ANALYST, Set.of(Permission.READ_CATALOGUE, Permission.READ_ANALYTICS),
            Role.SUPPORT, Set.of(Permission.READ_CATALOGUE, Permission.READ_ANALYTICS, Permission.READ_SETTINGS, Permission.READ_AUDIT));

    @Test
    void changesNeedTheTokenOfTheSessionsPages() throws Exception {
        List<Route> changes = routes.stream().filter(route -> !Set.of(Method.GET, Method.HEAD, Method.OPTIONS).contains(route.method()))
                .filter(route -> route.access() instanceof Access.SignedIn || route.access() instanceof Access.Member)
                .map(route -> new Route(route.method(), route.path(), route.access(), (req, res) -> res.send("reached"))).toList();
        try (TestServer walk = TestServer.start(changes, server.eyewear().gate())) {
            for (Route route : changes) {
                HttpResponse<String> answer = walk.send(route.method().text(), concrete(route), callers.get("OWNER").headers(false), NOTHING);
                assertTrue(answer.body().contains("FORGED_REQUEST"), route + " is answered " + answer.body());
            }
        }
    }

    @Test
    void operatorsAndStorefrontsAreLetThroughByWhatTheyBring() throws Exception {
        assertEquals(404, server.get("/metrics").statusCode());
        assertEquals(404, server.get("/metrics", "Authorization", "Bearer wrong").statusCode());
        assertEquals(200, server.get("/metrics", "Authorization", "Bearer " + TOKEN).statusCode());
        for (Route route : server.eyewear().table().routes()) {
            if (route.access() instanceof Access.Storefront) {
                String path = concrete(route) + "?skus=ALD-1&key=" + key;
                assertEquals(200, server.get(path, "Origin", ORIGIN).statusCode(), path);
                assertEquals(403, server.get(path, "Origin", "https://elsewhere.example").statusCode(), path);
            }
        }
    }

    @Test
    void whatMustBeSignedIsRefusedUnsigned() throws Exception {
        for (Route route : server.eyewear().table().routes()) {
            if (route.access() instanceof Access.Signed) {
                int status = server.send(route.method().text(), concrete(route)).statusCode();
                assertTrue(Set.of(400, 401, 403).contains(status), route.method() + " " + route.path() + " is answered " + status);
            }
        }
    }

    @Test
    void nothingAnswersOutsideTheTable() {
        List<String> registered = new ArrayList<>();
        HttpRouting.Builder real = HttpRouting.builder();
        server.eyewear().route((HttpRouting.Builder) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] {HttpRouting.Builder.class}, (proxy, method, arguments) -> {
                    registered.add(describe(method.getName(), arguments));
                    try {
                        method.invoke(real, arguments);
                        return proxy;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
        Set<String> expected = new TreeSet<>();
        for (Route route : server.eyewear().table().routes()) {
            expected.add("route " + route.method() + " " + route.path());
            if (route.method().equals(Method.GET)) {
                expected.add("route HEAD " + route.path());
            }
            expected.add("any " + route.path());
        }
        registered.removeIf(call -> call.equals("filter") || call.equals("error"));
        assertEquals(expected, new TreeSet<>(registered));
    }

    private static String describe(String call, Object[] arguments) {
        return switch (call) {
            case "route" -> "route " + arguments[0] + " " + arguments[1];
            case "any" -> "any " + arguments[0];
            case "error" -> "error";
            case "addFilter" -> {
                assertTrue(arguments[0] instanceof Filter);
                yield "filter";
            }
            default -> "not expected: " + call;
        };
    }

    @Test
    void tableHoldsEveryRouteOnceWithItsReason() {
        assertTrue(server.eyewear().table().routes().size() > 20);
        new RouteTable(server.eyewear().table().routes());
        for (Route route : server.eyewear().table().routes()) {
            if (route.access() instanceof Access.Open(String reason)) {
                assertTrue(reason.length() > 10, route.path() + " is open without a reason");
            }
        }
    }

    /** The path with the shop that callers belong to and with something for each other parameter. */
    private static String concrete(Route route) {
        return route.path().replace("{shop}", "demo").replace("{sku}", "ALD-1").replace("{+sku}", "ALD-1").replaceAll("\\{\\+?[a-zA-Z]+\\}", "something");
    }
}
