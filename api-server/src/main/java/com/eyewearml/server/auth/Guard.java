package com.eyewearml.server.auth;

import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.Role;
import com.eyewearml.server.catalog.Shop;
import com.eyewearml.server.catalog.Shops;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import io.helidon.common.parameters.Parameters;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Grants access to what is for people signed in, or says why not. */
public final class Guard {
    /** Cookie that holds the secret of a session; the prefix binds it to this host and to https. */
    public static final String SESSION_COOKIE = "__Host-eyewearml";
    /** Header that carries the session's CSRF token with a change; forms send the field {@code csrf}. */
    public static final String CSRF_HEADER = "X-CSRF-Token";
    private static final String CSRF_FIELD = "csrf";
    private static final String BEARER = "Bearer ";
    private static final Set<Method> READING = Set.of(Method.GET, Method.HEAD);

    private final Sessions sessions;
    private final Members members;
    private final Shops shops;
    private final Function<String, Optional<Session>> platformTokens;

    /** Looks sessions, members and shops up there. */
    public Guard(Sessions sessions, Members members, Shops shops) {
        this(sessions, members, shops, token -> Optional.empty());
    }

    /** @param platformTokens gives the session of whoever a shop platform vouches for by that bearer token */
    public Guard(Sessions sessions, Members members, Shops shops, Function<String, Optional<Session>> platformTokens) {
        this.sessions = sessions;
        this.members = members;
        this.shops = shops;
        this.platformTokens = platformTokens;
    }

    /**
     * Requires somebody signed in, and for changes that a page of theirs asks for it. The context then holds the {@link Session}, and
     * of a form its {@link Parameters}.
     *
     * @throws RequestException with {@code NOT_SIGNED_IN} or {@code FORGED_REQUEST}
     */
    public Session requireSession(ServerRequest req) {
        Optional<String> bearer = bearer(req);
        Session session = bearer.or(() -> req.headers().cookies().first(SESSION_COOKIE).asOptional()).flatMap(sessions::find)
                .or(() -> bearer.flatMap(platformTokens))
                .orElseThrow(() -> new RequestException(ErrorCode.NOT_SIGNED_IN, "Your session has ended, or there was none."));
        // A browser adds cookies by itself, never a bearer token: only the former can be forged from another site.
        if (bearer.isEmpty() && !READING.contains(req.prologue().method()) && !session.owns(csrfToken(req))) {
            throw new RequestException(ErrorCode.FORGED_REQUEST, "Load the page again and repeat what you did.");
        }
        req.context().register(session);
        return session;
    }

    private static Optional<String> bearer(ServerRequest req) {
        return req.headers().first(HeaderNames.AUTHORIZATION).filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()));
    }

    private static String csrfToken(ServerRequest req) {
        Optional<String> header = req.headers().first(HeaderNames.create(CSRF_HEADER));
        if (header.isPresent()) {
            return header.get();
        }
        boolean form = req.headers().contentType()
                .filter(type -> type.mediaType().text().equals("application/x-www-form-urlencoded")).isPresent();
        if (!form) {
            return "";
        }
        Parameters fields = req.content().as(Parameters.class);
        req.context().register(fields);
        return fields.first(CSRF_FIELD).orElse("");
    }

    /**
     * Requires a member of the shop in the path. The context then holds the {@link Principal}. Whoever is no member is told that there
     * is no such shop.
     *
     * @throws RequestException with {@code NOT_SIGNED_IN}, {@code FORGED_REQUEST}, {@code SHOP_NOT_FOUND} or {@code FORBIDDEN}
     */
    public Principal requireMember(ServerRequest req, Access.Member access) {
        Session session = requireSession(req);
        Shop shop = shops.require(req.path().pathParameters().get("shop"));
        Role role = (session.reaches(shop.id()) ? members.role(shop.id(), session.accountId()) : Optional.<Role>empty())
                .orElseThrow(Shops::notFound);
        if (!role.may(access.permission())) {
            throw new RequestException(ErrorCode.FORBIDDEN, "You are " + role + " of this shop. Ask its owner for another role.");
        }
        Principal principal = new Principal(session, shop, role);
        req.context().register(principal);
        return principal;
    }
}
